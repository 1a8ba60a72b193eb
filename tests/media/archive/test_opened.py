"""Archives of anyone are opened as far as they can be believed, and never do harm."""

import gzip
import json
import random
import time
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.media.apart.refused import Refused
from kiemtin.media.archive import Archive, ArchiveRefused, open_archive
from kiemtin.media.archive.limits import LARGEST, MIB
from kiemtin.media.readers import archive as reader
from tests.media.archive.made import URL, Answer, warc
from tests.support.peers.page_site import png

PAGE: Answer = (URL, b"<p>x</p>", [("Content-Type", "text/html")])
PNG = png(1, 2, 3)


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveRefused) as caught:
        open_archive(data)
    assert "{" not in caught.value.vi() + caught.value.en()
    return caught.value.code


def doubts(archive: Archive) -> set[str]:
    assert all("{" not in one.vi() + one.en() for one in archive.doubts)
    return {one.code for one in archive.doubts}


def wacz(files: dict[str, bytes], *, listed: bool = True, main: str = URL) -> bytes:
    """Return a WACZ of files, with a list of their digests."""
    resources = [
        {"path": path, "hash": f"sha256:{sha256(body).hexdigest()}", "bytes": len(body)}
        for path, body in files.items()
    ]
    package = json.dumps(
        {"wacz_version": "1.1.1", "mainPageUrl": main, "resources": resources if listed else []}
    ).encode()
    held = BytesIO()
    with ZipFile(held, "w") as packed:
        for path, body in {**files, "datapackage.json": package}.items():
            packed.writestr(path, body)
    return held.getvalue()


FILES = {
    "archive/a.warc.gz": warc(PAGE, ("https://bao.example/p.png", PNG, [])),
    "pages/pages.jsonl": b'{"format":"json-pages-1.0"}\n{"url":"%s","ts":"","title":"Tin"}\n'
    % URL.encode(),
}


@pytest.mark.parametrize("packed", [True, False])
def test_a_bare_warc_is_opened(packed: bool) -> None:
    had = open_archive(warc(PAGE, packed=packed))
    assert (had.page, had.main.body, had.main.status) == (URL, b"<p>x</p>", 200)
    assert doubts(had) == {"no_digest"}


def test_a_wacz_is_opened_by_its_list_of_pages() -> None:
    had = open_archive(wacz(FILES))
    assert (had.page, had.title, len(had.entries), had.doubts) == (URL, "Tin", 2, ())


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([("Content-Encoding", "gzip")], gzip.compress(b"<p>x</p>", mtime=0)),
        ([("Content-Encoding", "gzip")], b"<p>x</p>"),
        ([("Transfer-Encoding", "chunked")], b"3\r\n<p>\r\n5\r\nx</p>\r\n0\r\n\r\n"),
    ],
)
def test_bodies_are_unpacked(headers: list[tuple[str, str]], body: bytes) -> None:
    had = open_archive(warc((URL, body, [("Content-Type", "text/html"), *headers])))
    assert had.main.body == b"<p>x</p>"
    assert doubts(had) == {"no_digest"}


def test_cookies_are_not_handed_on() -> None:
    had = open_archive(warc((URL, b"<p>x", [("Set-Cookie", "who=you"), ("ETag", "1")])))
    assert had.main.headers == {"etag": "1"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "kind"),
        (b"PK\x03\x04" + bytes(30), "kind"),
        (gzip.compress(b"nothing of the kind", mtime=0), "kind"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "kind"),
        (b"WARC/1.1\r\n\r\n", "nothing"),
        (wacz({"pages/pages.jsonl": b""}), "kind"),
        (wacz({**FILES, "archive/b.warc": b"%PDF"}), "broken"),
        (wacz(FILES, main="https://khac.example/"), "nothing"),
        (wacz({**FILES, "../../etc/passwd": b"x"}), "broken"),
        (wacz({**FILES, "/etc/passwd": b"x"}), "broken"),
        (wacz({**FILES, "a\\..\\b": b"x"}), "broken"),
    ],
)
def test_what_is_no_archive_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def rezipped(data: bytes, change: dict[str, bytes], *, twice: bool = False) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in set(change) - set(old.namelist()):
            new.writestr(name, change[name])
        if twice:
            with pytest.warns(UserWarning, match="Duplicate"):
                new.writestr(old.namelist()[0], b"other")
    return held.getvalue()


def test_a_changed_file_is_refused() -> None:
    other = warc((URL, b"<p>changed</p>", []))
    assert refusal(rezipped(wacz(FILES), {"archive/a.warc.gz": other})) == "digest"
    wrong = json.dumps({"path": "datapackage.json", "hash": "sha256:00"}).encode()
    assert refusal(rezipped(wacz(FILES), {"datapackage-digest.json": wrong})) == "digest"
    assert refusal(rezipped(wacz(FILES), {}, twice=True)) == "broken"


def test_a_record_that_does_not_match_its_own_digest_is_refused() -> None:
    plain = warc((URL, b"<p>Dap an toan</p>", []), packed=False)
    assert refusal(plain.replace(b"an toan", b"bi  vo ")) == "digest"


def test_what_is_not_vouched_for_is_said() -> None:
    assert doubts(open_archive(wacz(FILES, listed=False))) == {"no_digest"}
    more = open_archive(rezipped(wacz(FILES), {"archive/b.warc": warc(PAGE, packed=False)}))
    assert doubts(more) == {"unlisted"}


@pytest.mark.parametrize("index", [b"\x00\x01", b"com,x)/ 2026 {", b"a b c", b"\x1f\x8bxx"])
def test_a_bad_index_is_said_and_not_used(index: bytes) -> None:
    had = open_archive(wacz({**FILES, "indexes/index.cdxj": index}))
    assert doubts(had) == {"index"}
    assert had.main.body == b"<p>x</p>"


def test_of_a_cut_archive_the_beginning_is_read() -> None:
    whole = warc(PAGE, ("https://bao.example/b", random.Random(1).randbytes(5000), []))
    had = open_archive(whole[:-3000])
    assert (len(had.entries), doubts(had)) == (1, {"no_digest", "cut"})
    plain = warc(PAGE, ("https://bao.example/b", bytes(5000), []), packed=False)
    assert doubts(open_archive(plain[:-3000])) == {"no_digest", "cut"}


def test_a_body_that_cannot_be_unpacked_is_left_out() -> None:
    bad = ("https://bao.example/b", b"\x1f\x8bxxxx", [("Content-Encoding", "gzip")])
    had = open_archive(warc(PAGE, bad))
    assert (len(had.entries), doubts(had)) == (1, {"no_digest", "body"})


def bomb_in_zip() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc", b"WARC/1.1\r\n" + bytes(LARGEST))
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bomb_in_zip(), "too_big"),
        (gzip.compress(b"WARC/1.1\r\n" + bytes(2 * LARGEST)), "too_big"),
        (gzip.compress(b"") * 400_000, "too_big"),
        (warc(PAGE) + gzip.compress(b"") * 400_000, "too_big"),
        (wacz({**FILES, **{f"x{n}": b"" for n in range(3000)}}), "too_big"),
    ],
    ids=["zip", "gzip", "members", "members-behind", "many-files"],
)
def test_bombs_are_refused_in_time(data: bytes, code: str) -> None:
    began = time.process_time()
    assert refusal(data) == code
    assert time.process_time() - began < 10


def test_a_bomb_in_a_body_is_left_out() -> None:
    bomb = gzip.compress(bytes(200 * MIB))
    packed = [("Content-Encoding", "gzip")]
    had = open_archive(warc(PAGE, ("https://bao.example/b", bomb, packed)))
    assert doubts(had) == {"no_digest", "body"}


def test_the_largest_archive_is_opened_within_the_memory_of_its_reader() -> None:
    body = random.Random(1).randbytes(LARGEST - MIB)
    page = (URL, body, [("Content-Type", "image/png")])
    assert len(open_archive(wacz({"archive/a.warc": warc(page, packed=False)})).main.body) == len(
        body
    )


WHOLE = [wacz(FILES), warc(PAGE), warc(PAGE, packed=False)]


PLACE = st.floats(0, 1, exclude_max=True)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(range(3)), st.lists(st.tuples(PLACE, st.integers(0, 255)), max_size=4), PLACE
)
def test_no_change_of_some_bytes_does_harm(
    which: int, changes: list[tuple[float, int]], cut: float
) -> None:
    whole = bytearray(WHOLE[which])
    for place, byte in changes:
        whole[int(place * len(whole))] = byte
    data = bytes(whole[: len(whole) - int(cut * len(whole))])
    with suppress(Refused):
        reader.read(data, {"most": LARGEST})
