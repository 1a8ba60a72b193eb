"""HTML becomes what a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.plain import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Đập <b>vỡ</b>?</p><p>Thật không</p>", "Đập vỡ?\n\nThật không"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<script>alert(1)</script>a<style>p{}</style>", "a"),
        ("<title>x</title>a &amp; &#273;", "a & đ"),
        ("5 < 6 và 7 > 6", "5 < 6 và 7 > 6"),
        ("<div>a<div>b", "a\nb"),
        ("<svg><p>x</svg>a</svg>b", "ab"),
        ("", ""),
        ("a<![endif]-->b<![broken", "a"),
    ],
)
def test_what_is_seen_stays(html: str, text: str) -> None:
    assert text_of_html(html).startswith(text)


def test_quotations_can_be_left_out() -> None:
    html = "Của tôi<blockquote>Của bàn <blockquote>cũ</blockquote></blockquote>thôi"
    assert text_of_html(html, quotes=False) == "Của tôithôi"
    assert "Của bàn" in text_of_html(html)


def test_a_page_without_end_is_cut() -> None:
    assert len(text_of_html("<b>a</b>" * 1_000_000)) < 200_000


@given(st.text(alphabet="<>/!-[]&;abp \"'=\n") | st.text())
def test_nothing_does_harm(html: str) -> None:
    assert isinstance(text_of_html(html), str)
