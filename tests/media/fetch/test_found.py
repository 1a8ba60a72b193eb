"""What a file is by its bytes, and whether that is what the server said."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.fetch.found import BINARY, agree, found_type, is_two_things, said_type
from tests.support.peers.tricks import PAGE, PNG, polyglot


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"", ""),
        (PAGE, "text/html"),
        (b"\n <!-- x -->\n<HTML>", "text/html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "text/html"),
        (b"\xef\xbb\xbf<p>x", "text/html"),
        ("<html>".encode("utf-16"), "text/html"),
        (b'<?xml version="1.0"?><rss/>', "application/xml"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
        ("Mực nước <b>thấp</b>".encode(), "text/plain"),
        (b'{"a": 1}', "text/plain"),
        (b"%PDF-1.7\n", "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(40), "video/mp4"),
        (b"\x00\x00\x00\x18ftypavif" + bytes(40), "image/avif"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"OggS\x00", "audio/ogg"),
        (b"\x1aE\xdf\xa3\x01", "video/webm"),
        (b"PK\x03\x04\x14", "application/zip"),
        (b"MZ\x90\x00", BINARY),
        (b"\x00\x01\x02", BINARY),
    ],
)
def test_bytes_tell_what_they_are(body: bytes, media_type: str) -> None:
    assert found_type(body) == media_type


@given(st.binary(max_size=200))
def test_any_bytes_may_be_asked_about(body: bytes) -> None:
    assert isinstance(found_type(body), str)


@pytest.mark.parametrize("piece", [b" ", b"<!--", b"<!---->", b"<?xml ", b"<!-- -->\n"])
def test_no_text_takes_long(piece: bytes) -> None:
    began = time.process_time()
    found_type(piece * 100_000)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        ("text/html; charset=utf-8", "text/html"),
        (" TEXT/HTML ", "text/html"),
        ("", ""),
        ("<script>", ""),
        ("text", ""),
        ("text/html, text/plain", ""),
    ],
)
def test_what_the_server_says_is_read_without_parameters(header: str, media_type: str) -> None:
    assert said_type(header) == media_type


@pytest.mark.parametrize(
    ("said", "found", "fit"),
    [
        ("text/html", "text/html", True),
        ("application/xhtml+xml", "text/html", True),
        ("text/xml", "application/xml", True),
        ("application/rss+xml", "application/xml", True),
        ("text/csv", "text/plain", True),
        ("application/ld+json", "text/plain", True),
        ("text/html", "text/plain", True),
        ("", "image/png", True),
        ("image/png", "", True),
        ("image/png", "image/jpeg", False),
        ("image/png", "text/html", False),
        ("text/plain", "text/html", False),
        ("text/html", "application/pdf", False),
        ("application/pdf", "text/html", False),
    ],
)
def test_types_that_can_both_be_true(said: str, found: str, fit: bool) -> None:
    assert agree(said, found) is fit


def test_an_archive_behind_a_picture_is_seen() -> None:
    body = polyglot().body
    assert is_two_things(body, found_type(body))
    assert not is_two_things(PNG, "image/png")
    assert not is_two_things(body[len(PNG) :], "application/zip")
