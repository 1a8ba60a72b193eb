"""An answer is shown as what its bytes are, and an archive's page is found behind redirects."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kiemtin.media.archive.shape import Archive, Entry, is_page
from tests.media.archive.made import AT, URL, entry
from tests.support.peers.page_site import png

PNG = png(1, 2, 3)
PAGE = entry(URL, "<p>x")


@pytest.mark.parametrize(
    ("said", "found", "page"),
    [
        ("text/html", "text/html", True),
        ("text/html", "text/plain", True),
        ("text/html", "", True),
        ("application/xhtml+xml", "application/xml", True),
        ("text/html", "image/png", False),
        ("text/html", "application/pdf", False),
        ("", "text/html", True),
        ("", "text/plain", False),
        ("text/plain", "text/html", False),
    ],
)
def test_a_page_is_said_to_be_one_and_can_be_one(said: str, found: str, page: bool) -> None:
    assert is_page(said, found) is page


@pytest.mark.parametrize(
    ("body", "said", "shown"),
    [
        (PNG, "text/html", "image/png"),
        (b"wOF2" + bytes(9), "", "font/woff2"),
        (b"wOFF" + bytes(9), "text/plain", "font/woff"),
        (b"OTTO" + bytes(9), "", "font/otf"),
        (b"\0\1\0\0" + bytes(9), "", "font/ttf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "image/svg+xml"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml", "image/svg+xml"),
        (b"p{}", "text/css; charset=utf-8", "style"),
        (b"p{}", "", "style"),
        (b"p{}", "text/javascript", ""),
    ],
)
def test_bytes_say_as_what_an_answer_is_shown(body: bytes, said: str, shown: str) -> None:
    assert entry(URL, body, said).shown_type == shown


def test_an_error_is_no_style_sheet_but_its_picture_is_one() -> None:
    assert entry(URL, "p{}", "text/css", 404).shown_type == ""
    assert entry(URL, PNG, "", 404).shown_type == "image/png"


def test_the_digest_is_of_the_body() -> None:
    assert entry(URL, b"").sha256.startswith("e3b0c442")


def moves(*urls: str) -> tuple[Entry, ...]:
    """Redirects from each address to the next."""
    return tuple(Entry(url, AT, 302, {}, b"", after) for url, after in pairwise(urls))


def test_the_page_is_the_first_answer_that_its_address_leads_to() -> None:
    held = Archive("a", (*moves("a", "b", URL), PAGE, entry(URL, "later")))
    assert held.holds_page
    assert held.main is PAGE
    assert held.moved == {"a": "b", "b": URL}


@pytest.mark.parametrize("entries", [(), moves("a", "b", "a"), moves("a", "b"), (PAGE,)])
def test_a_page_that_is_not_held_is_not_found(entries: tuple[Entry, ...]) -> None:
    held = replace(Archive("a", ()), entries=entries)
    assert not held.holds_page
    with pytest.raises(LookupError):
        _ = held.main
