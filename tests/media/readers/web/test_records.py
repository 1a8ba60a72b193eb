"""Records are handed on with their digests checked; what cannot be read is left and counted."""

import gzip
from base64 import b32encode
from hashlib import sha1, sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.records import MOST, Records

URL = "https://bao.example/tin/1"


def record(
    block: bytes, kind: str = "response", url: str = URL, length: int | None = None, **said: str
) -> bytes:
    """Write one record of WARC 1.1 by hand; names of headers with _ for -."""
    size = len(block) if length is None else length
    headers = {
        "WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2026-11-02T08:30:00Z",
        "Content-Length": str(size), "Content-Type": "application/http; msgtype=response",
    }  # fmt: skip
    headers |= {name.replace("_", "-"): value for name, value in said.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes, head: str = "", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def read(*records: bytes, most: int = 10_000) -> tuple[Records, list[dict[str, Any]], list[bytes]]:
    """Return what was read, its entries, and their bodies."""
    had = Records(most)
    had.read(b"".join(records))
    facts: Any = had.facts("")
    rest, bodies = had.bodies(), []
    for size in facts["sizes"]:
        bodies.append(rest[:size])
        rest = rest[size:]
    assert rest == b""
    return had, facts["entries"], bodies


def test_an_answer_is_read_whole() -> None:
    block = answer(b"<p>", "Content-Type: text/html\r\nX-A:  b \r\nX-A: c\r\nSet-Cookie: no\r\n")
    had, (entry,), (body, screenshot) = read(record(block))
    assert entry == {
        "url": URL, "at": "2026-11-02T08:30:00Z", "status": 200, "moved_to": "",
        "headers": {"content-type": "text/html", "x-a": "b"},
    }  # fmt: skip
    assert (body, screenshot, had.doubts, had.wrong) == (b"<p>", b"", {}, False)


def digests(body: bytes) -> list[str]:
    made = sha256(body)
    small = sha1(body, usedforsecurity=False).digest()
    wide = b32encode(made.digest()).decode()
    return [f"sha256:{made.hexdigest()}", f"sha256:{wide}", f"sha256:{wide.rstrip('=').lower()}",
            f"sha1:{b32encode(small).decode()}"]  # fmt: skip


def test_digests_are_compared_however_they_are_written() -> None:
    block = answer(b"x")
    for right, other in zip(digests(block), digests(b"other"), strict=True):
        assert not read(record(block, WARC_Block_Digest=right))[0].wrong
        assert read(record(block, WARC_Block_Digest=other))[0].wrong
    for right, other in zip(digests(b"x"), digests(b"other"), strict=True):
        assert read(record(block, WARC_Payload_Digest=right))[0].doubts == {}
        assert read(record(block, WARC_Payload_Digest=other))[0].doubts == {"payload": 1}
    assert not read(record(block, WARC_Block_Digest="crc:1"))[0].wrong


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", b"1\r\nx\r\n0\r\n\r\n"),
        ("Content-Encoding: gzip\r\n", gzip.compress(b"x", mtime=0)),
        ("Content-Encoding: gzip\r\n", b"x"),
    ],
)
def test_a_body_is_unpacked_and_fits_its_digest_either_way(head: str, body: bytes) -> None:
    for of in (body, b"x"):
        had, _, bodies = read(record(answer(body, head), WARC_Payload_Digest=digests(of)[0]))
        assert (bodies[0], had.doubts) == (b"x", {})


def test_a_redirect_leads_to_a_whole_address() -> None:
    _, (entry, bad), _ = read(
        record(answer(b"", "Location: ../b\r\n", "302 Found")),
        record(answer(b"", "Location: http://[x\r\n", "302 Found")),
    )
    assert (entry["moved_to"], bad["moved_to"]) == ("https://bao.example/b", "")


def test_what_came_a_second_time_has_the_body_of_the_first() -> None:
    digest = digests(b"x")[0]
    again = record(answer(b""), "revisit", WARC_Payload_Digest=digest)
    unknown = record(answer(b""), "revisit", WARC_Payload_Digest=digests(b"y")[0])
    _, _, bodies = read(record(answer(b"x"), WARC_Payload_Digest=digest), again, unknown)
    assert bodies == [b"x", b"x", b"", b""]


def test_a_picture_of_the_page_is_no_answer() -> None:
    view = record(b"PNG", "resource", f"urn:view:{URL}", Content_Type="image/png")
    text = record(b"text", "resource", f"urn:text:{URL}", Content_Type="text/plain")
    file = record(b"file", "resource", Content_Type="text/plain")
    _, (entry,), bodies = read(view, text, file, record(b"GET /", "request"))
    assert (entry["headers"], bodies) == ({"content-type": "text/plain"}, [b"file", b"PNG"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (record(b"no status line"), "body"),
        (record(answer(b"\x1f\x8bx", "Content-Encoding: gzip\r\n")), "body"),
        (record(answer(b"x", "Content-Encoding: zstd\r\n")), "body"),
        (record(answer(b"x"), length=999), "cut"),
        (b"WARC/1.1\r\nContent-Length: x\r\n\r\n", "cut"),
        (record(answer(bytes(10_001))), "more"),
    ],
)
def test_what_cannot_be_read_is_counted(data: bytes, code: str) -> None:
    assert read(record(answer(b"first")), data)[0].doubts == {code: 1}


def test_more_answers_than_are_read_are_left() -> None:
    had, entries, _ = read(*[record(answer(b""))] * (MOST + 2))
    assert (len(entries), had.doubts) == (MOST, {"more": 1})


def test_without_a_named_page_it_is_the_first_html() -> None:
    html = record(answer(b"", "Content-Type: text/html\r\n"), url="https://bao.example/2")
    had, _, _ = read(record(answer(b"")), html)
    assert had.facts("")["page"] == "https://bao.example/2"
    assert had.facts("https://x")["page"] == "https://x"
    assert read()[0].facts("")["page"] == ""


@given(st.binary(max_size=60), st.integers(0, 300))
def test_damage_never_stops_the_reading(noise: bytes, at: int) -> None:
    whole = record(answer(b"x", "Content-Type: text/html\r\n")) * 2
    read(whole[:at] + noise + whole[at + len(noise) :])
