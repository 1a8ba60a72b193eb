"""A page's letters are read by its bytes first, then by what is said of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.charset import KNOWN, decode, warm

WIDE = "<!doctype html><p>Hồ Suối Bạc</p>"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_is_read_whatever_is_said(text: str) -> None:
    assert decode(text.encode(), "text/html; charset=koi8-r") == text


@given(st.binary(max_size=200), st.text(max_size=60))
def test_any_bytes_have_a_text_without_nul(body: bytes, said: str) -> None:
    assert "\0" not in decode(body, f"text/html; charset={said}")


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_mark_of_order_and_wide_letters_are_seen(name: str) -> None:
    assert decode(WIDE.encode(name), "text/html; charset=windows-1252") == WIDE


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("“Đê”".encode("cp1258"), "text/html; charset=windows-1258", "“Đê”"),
        (b"\x93caf\xe9\x94", "text/html; charset=iso-8859-1", "“café”"),
        (b"\x93caf\xe9\x94", "", "“café”"),
        ("вода".encode("koi8-r"), 'text/html; charset="koi8-r"', "вода"),
        ("<meta charset=koi8-r>вода".encode("koi8-r"), "", "<meta charset=koi8-r>вода"),
        ('@charset "koi8-r";вода'.encode("koi8-r"), "text/css", '@charset "koi8-r";вода'),
        (b"<meta charset=koi8-r>\xe9", "x; charset=cp1252", "<meta charset=koi8-r>é"),
        (b"\xe9", "text/html; charset=nothing", "é"),
    ],
)
def test_what_is_said_is_heard_where_the_bytes_leave_it_open(
    body: bytes, header: str, text: str
) -> None:
    assert decode(body, header) == text


def test_utf_8_that_was_cut_loses_few_letters() -> None:
    assert decode("Hồ Suối Bạc rất sạch".encode()[:-2] + b"\xe1", "") == "Hồ Suối Bạc rất sạ\ufffd"


def test_tones_that_stand_alone_tell_windows_1258() -> None:
    text = "hô\u0300 nươ\u0301c bâ\u0309n vi\u0300 bu\u0300n, cá chê\u0301t"
    assert decode(text.encode("cp1258"), "text/html; charset=iso-8859-1") == text
    assert decode("Ìa Òb".encode("cp1252"), "text/html; charset=iso-8859-1") == "Ìa Òb"


@pytest.mark.parametrize("name", ["utf-7", "utf-32", "rot13", "unicode_escape"])
def test_ways_that_hide_markup_are_never_read(name: str) -> None:
    body = f"<meta charset={name}>+ADw-script+AD4- \\u003c".encode() + b"\xff"
    assert "<script>" not in decode(body, f"text/html; charset={name}")
    assert "\\u003c" in decode(body, f"text/html; charset={name}")
    assert name not in KNOWN


def test_everything_known_can_be_loaded_beforehand() -> None:
    warm()
