"""Any bytes are answers with their sizes, a code why they are not opened, or a refusal."""

import gzip
import zipfile
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.readers.archive import read, warm
from tests.media.archive.made import URL, Answer, warc

PAGE: Answer = (URL, b"<p>x</p>", [("Content-Type", "text/html")])
OTHER: Answer = ("https://bao.example/b", b"y", [])


def wacz(*warcs: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, data in enumerate(warcs):
            packed.writestr(f"archive/{number}.warc.gz", data)
    return held.getvalue()


def told(data: bytes, most: int = 10_000) -> tuple[dict[str, Any], bytes]:
    warm()
    return read(data, {"most": most})


@pytest.mark.parametrize(
    "data",
    [warc(PAGE, OTHER), warc(PAGE, OTHER, packed=False), wacz(warc(PAGE), warc(OTHER))],
    ids=["packed", "plain", "zipped"],
)
def test_answers_come_one_after_the_other_from_every_kind(data: bytes) -> None:
    facts, body = told(data)
    assert (facts["page"], facts["sizes"], body) == (URL, [8, 1, 0], b"<p>x</p>y")
    assert [one["url"] for one in facts["entries"]] == [URL, "https://bao.example/b"]
    assert facts["doubts"] == {"no_digest": 1}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "kind"),
        (b"%PDF-1.7", "kind"),
        (gzip.compress(b"x", mtime=0), "kind"),
        (wacz(b"x"), "kind"),
        (wacz(), "kind"),
        (warc(PAGE, packed=False).replace(b"<p>x", b"<p>y"), "digest"),
        (gzip.compress(bytes(20_000), mtime=0), "too_big"),
    ],
)
def test_what_is_not_opened_says_why(data: bytes, code: str) -> None:
    assert told(data) == ({"no": code}, b"")


def test_doubts_of_records_and_of_files_are_counted_together() -> None:
    bad = ("https://bao.example/c", b"\x1f\x8bx", [("Content-Encoding", "gzip")])
    facts, _ = told(wacz(warc(PAGE, bad, bad), warc(OTHER)[:-9]))
    assert facts["doubts"] == {"no_digest": 1, "body": 2, "cut": 1}


def test_a_damaged_zip_is_refused() -> None:
    data = bytearray(wacz(warc(PAGE)))
    data[60:70] = bytes(10)
    with pytest.raises(Refused, match="broken"):
        told(bytes(data))


@given(st.integers(5, 500), st.binary(min_size=1, max_size=8))
def test_a_warc_damaged_behind_its_beginning_is_read_or_says_why_not(at: int, noise: bytes) -> None:
    plain = warc(PAGE, OTHER, packed=False)
    with suppress(Refused):  # noise may read as the end of a zip
        facts, _ = told(plain[:at] + noise + plain[at + len(noise) :])
        known = {"no_digest", "cut", "body", "payload", "more"}
        assert "no" in facts or set(facts["doubts"]) <= known
