"""What can be read on a page comes in whole letters, with the day that the page says it is of."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.media.archive import readable
from kiemtin.media.readers import page as reader
from kiemtin.media.readers.web.charset import decode
from tests.support.peers.page_site import ARTICLE

TEXT = "Mực nước hồ Suối Bạc thấp hơn đỉnh đập, người dân ở các xã hạ du không phải sơ tán."
PAGE = (
    f"<html><head><title>Tin hồ</title></head><body><article><p>{TEXT}</p></article></body></html>"
)


def test_title_text_day_site_and_language_are_read() -> None:
    had = readable(ARTICLE.encode(), "text/html; charset=utf-8")
    assert (had.title, had.site) == ("Hồ Suối Bạc vẫn an toàn", "Báo Suối Bạc")
    assert (had.dated, had.language) == (date(2026, 11, 2), "vi")
    assert "không thấy vết nứt nào" in had.text
    assert "alert" not in had.text


def windows_1258(text: str) -> bytes:
    """Write tones as letters of their own where the code page has no whole letter."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES))
            out += base.encode("cp1258") + "".join(p for p in parts if p in TONES).encode("cp1258")
    return out


TONES = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (PAGE.encode(), ""),
        (PAGE.encode(), "text/html; charset=iso-8859-1"),
        (PAGE.replace("<head>", "<head><meta charset=windows-1252>").encode(), ""),
        (PAGE.encode("utf-8-sig"), "text/html"),
        (PAGE.encode("utf-16"), "text/html; charset=utf-8"),
        (PAGE.encode("utf-16-be"), ""),
        (windows_1258(PAGE), "text/html; charset=windows-1258"),
        (windows_1258(PAGE), "text/html; charset=utf-8"),
        (windows_1258(PAGE), ""),
        (unicodedata.normalize("NFD", PAGE).encode(), ""),
    ],
)
def test_letters_are_read_whatever_the_page_says_of_them(body: bytes, header: str) -> None:
    assert readable(body, header).text == TEXT


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ("<p>Thứ hai, 23/11/2026, 08:30 (GMT+7)</p>", date(2026, 11, 23)),
        ("<p>Ngày 3 tháng 2 năm 2026</p>", date(2026, 2, 3)),
        ("<p>05-06-2026</p>", date(2026, 6, 5)),
        ("<p>31/02/2026, rồi 1.3.2026</p>", date(2026, 3, 1)),
        ("<time datetime='2026-11-02T08:30'>hôm qua</time>", date(2026, 11, 2)),
        (
            '<script type="application/ld+json">{"datePublished": "2026-01-02"}</script>',
            date(2026, 1, 2),
        ),
        ("<p>Không có ngày</p>", None),
    ],
)
def test_days_are_read_as_vietnam_writes_them(markup: str, day: date | None) -> None:
    facts, _text = reader.read(f"<body>{markup}<p>{TEXT}</p>".encode(), {"type": "text/html"})
    assert facts["dated"] == (day.isoformat() if day else "")


def test_plain_text_is_read_as_it_is() -> None:
    assert readable("Mực nước <b>\n\nthấp".encode(), "text/plain").text == "Mực nước <b>\nthấp"


def test_markup_that_hides_in_letters_is_not_read() -> None:
    assert "<script" not in decode(
        b"<meta charset=utf-7>+ADw-script+AD4-", "text/html; charset=utf-7"
    )


@pytest.mark.parametrize("body", [b"", b"<", b"<div>" * 100_000 + b"x", b"\x00" * 999, b"\xff\xfe"])
def test_odd_pages_have_a_text(body: bytes) -> None:
    readable(body, "text/html")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_can_be_read(body: bytes, header: str) -> None:
    assert "\x00" not in decode(body, header)
    reader.read(body, {"type": header})
