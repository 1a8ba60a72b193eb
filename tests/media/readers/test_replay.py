"""A page is shown from the files of its bundle, within so many bytes."""

from base64 import b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.replay import read
from kiemtin.media.readers.web.bundle import pack

BASE = "https://bao.example/"
PAGE = {"url": f"{BASE}1", "said": "text/html; charset=utf-8", "type": "text/html"}


def shown(
    page: str | bytes,
    files: dict[str, tuple[str, bytes]] | None = None,
    most: int = 100_000,
    moved: dict[str, str] | None = None,
    **about: str,
) -> tuple[dict[str, Any], str]:
    """Show a page with files, each by address with its type and bytes."""
    held = files or {}
    listed = [{"url": url, "said": "", "type": kind} for url, (kind, _) in held.items()]
    parts = [page.encode() if isinstance(page, str) else page, *(body for _, body in held.values())]
    head = {"files": [PAGE | about, *listed], "moved": moved or {}}
    facts, document = read(pack(head, parts), {"most": most})
    return facts, document.decode()


def picture(body: bytes) -> str:
    return f"data:image/png;base64,{b64encode(body).decode()}"


def test_a_picture_is_written_in_wherever_it_stands_and_counted_once() -> None:
    facts, page = shown("<img src=a><img src=a>", {f"{BASE}a": ("image/png", b"one")})
    assert page.count(picture(b"one")) == 2
    assert facts == {"shown": 1, "dropped": 0, "left_out": 0}


def test_a_file_is_found_by_the_other_scheme_and_behind_redirects() -> None:
    files = {"http://bao.example/a": ("image/png", b"one"), f"{BASE}c": ("image/png", b"two")}
    moved = {f"{BASE}b": f"{BASE}bb", f"{BASE}bb": f"{BASE}c"}
    _, page = shown("<img src=/a><img src=/b>", files, moved=moved)
    assert picture(b"one") in page
    assert picture(b"two") in page


def test_redirects_that_go_round_end() -> None:
    facts, _ = shown("<img src=/a>", moved={f"{BASE}a": f"{BASE}b", f"{BASE}b": f"{BASE}a"})
    assert facts["left_out"] == 1


@pytest.mark.parametrize("kind", ["text/html", "application/javascript", "style", ""])
def test_only_pictures_and_fonts_are_written_in(kind: str) -> None:
    facts, page = shown("<img src=a>", {f"{BASE}a": (kind, b"bad()")})
    assert facts == {"shown": 0, "dropped": 0, "left_out": 1}
    assert b64encode(b"bad()").decode() not in page


def test_a_style_sheet_finds_its_files_from_where_it_lies() -> None:
    sheet = ("style", b"p{background:url(b.png)}")
    files = {"https://anh.example/a.css": sheet, "https://anh.example/b.png": ("image/png", b"x")}
    link = "<link rel=stylesheet href=/a.css>"
    _, page = shown(link, files, moved={f"{BASE}a.css": "https://anh.example/a.css"})
    assert picture(b"x") in page


@pytest.mark.parametrize(
    ("inline", "stays"),
    [
        ("data:image/png;base64,AA==", True),
        ("data:font/woff2,x", True),
        ("data:text/html,x", False),
        ("data:image/png", False),
    ],
)
def test_pictures_that_stand_in_the_page_stay(inline: str, stays: bool) -> None:
    _, page = shown(f"<p style='background:url({inline})'>")
    assert (inline in page) is stays


def test_the_largest_goes_first_where_there_is_too_much() -> None:
    files = {f"{BASE}{size}": ("image/png", bytes(size)) for size in (300, 3000, 30)}
    page = "<img src=/30><img src=/300><img src=/3000>"
    facts, document = shown(page, files, most=3000)
    assert (facts["shown"], facts["dropped"]) == (2, 1)
    assert picture(bytes(300)) in document
    assert '<img src="data:,">' in document


def test_a_page_that_does_not_fit_by_itself_is_not_shown() -> None:
    assert shown("x" * 5000, most=5000)[1] == ""


@given(st.lists(st.integers(1, 400), max_size=6), st.integers(1000, 3000))
def test_the_document_is_never_larger_than_allowed(sizes: list[int], most: int) -> None:
    files = {f"{BASE}p{n}": ("image/png", bytes(size)) for n, size in enumerate(sizes)}
    page = "".join(f"<img src=/p{n}>" for n in range(len(sizes)))
    facts, document = shown(page, files, most=most)
    assert 0 < len(document.encode()) <= most
    assert facts["shown"] + facts["dropped"] == len(sizes)


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("image/png", b"x", f'<img src="{picture(b"x")}">'),
        ("text/plain", b"a<b>", "<pre>a&lt;b&gt;</pre>"),
        ("application/pdf", b"x" * 1234, "<p>application/pdf, 1,234 B</p>"),
        ("", b"x", "<body></body>"),
    ],
)
def test_a_page_that_is_no_page_is_shown_as_what_it_is(kind: str, body: bytes, says: str) -> None:
    assert says in shown(body, type=kind)[1]
