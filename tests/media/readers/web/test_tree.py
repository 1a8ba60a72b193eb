"""Any bytes are a tree, and its addresses start where the page says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.tree import base_of, is_sheet, text_of, tree_of

URL = "https://bao.example/tin/1"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_tree(body: bytes) -> None:
    assert tree_of(body, "").tag in {"html", "body", "p", "div", "span"}


@pytest.mark.parametrize("body", [b"", b" ", b"\0", b"<!-- -->"])
def test_an_empty_page_has_an_empty_tree(body: bytes) -> None:
    assert text_of(tree_of(body, "")).strip() == ""


def test_comments_are_gone_and_letters_whole() -> None:
    root = tree_of("<p>Hồ <!--x--><b>Bạc</b><?y?></p>".encode(), "text/html; charset=ascii")
    assert text_of(root) == "Hồ Bạc"


@pytest.mark.parametrize(
    ("head", "base"),
    [
        ("", URL),
        ("<base href=/khac/>", "https://bao.example/khac/"),
        ("<base target=x><base href='//anh.example'>", "https://anh.example"),
        ("<base href=' '>", URL),
        ("<base href='javascript:x'>", URL),
        ("<base href='data:,'>", URL),
        ("<base href='http://[x'>", URL),
    ],
)
def test_addresses_start_from_the_first_base_of_the_web(head: str, base: str) -> None:
    assert base_of(tree_of(f"<head>{head}</head><p>x".encode(), ""), URL) == base


@pytest.mark.parametrize(
    ("attributes", "sheet"),
    [
        ("rel=stylesheet", True),
        ("rel='Stylesheet x'", True),
        ("rel='alternate stylesheet'", False),
        ("rel=preload as=Style", True),
        ("rel=preload as=script", False),
        ("rel=icon", False),
        ("", False),
    ],
)
def test_a_style_sheet_is_known(attributes: str, sheet: bool) -> None:
    root = tree_of(f"<head><link {attributes} href=a></head>".encode(), "")
    assert is_sheet(next(root.iter("link"))) is sheet
