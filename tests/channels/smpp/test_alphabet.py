"""A text becomes octets and the same text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.smpp.alphabet import BASIC, EXTENSION, UCS2, decode, encode

GSM7 = "".join(char for char in BASIC if char != "\x1b") + "".join(EXTENSION.values())
WHOLE = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.text(st.sampled_from(GSM7)))
def test_the_gsm_alphabet_returns(text: str) -> None:
    coding, octets = encode(text, "gsm7")
    assert coding == 0
    assert decode(b"".join(octets), coding, "gsm7") == text


@given(WHOLE, st.sampled_from(["gsm7", "latin1", "ucs2"]))
def test_every_text_returns(text: str, default: str) -> None:
    coding, octets = encode(text, default)
    assert len(octets) == len(text)
    assert decode(b"".join(octets), coding, default) == text


def test_signs_of_the_table_stand_where_the_standard_has_them() -> None:
    assert len(BASIC) == 128
    assert encode("@", "gsm7") == (0, [b"\x00"])
    assert encode("§", "gsm7") == (0, [b"\x5f"])
    assert encode("€", "gsm7") == (0, [b"\x1b\x65"])
    assert encode("à", "gsm7") == (0, [b"\x7f"])
    assert encode("`", "gsm7")[0] == UCS2


@pytest.mark.parametrize(("text", "coding"), [("Dap vo?", 0), ("Đập vỡ?", 8), ("😱", 8)])
def test_tone_marks_need_ucs2(text: str, coding: int) -> None:
    assert encode(text, "gsm7")[0] == coding


@pytest.mark.parametrize(
    ("octets", "coding", "text"),
    [
        (b"Dap vo?", 1, "Dap vo?"),
        ("Số".encode("utf-16-be"), 0x18, "Số"),
        (b"caf\xe9", 3, "café"),
        (b"Dap", 0x10, "Dap"),
        (b"Dap", 0xF1, "Dap"),
        (b"\x1b", 0, ""),
        (b"\x1b\x01\xff", 0, "£\ufffd"),
        (b"\xd8\x00", 8, "\ufffd"),
        (b"data", 4, None),
        (b"data", 0xF5, None),
        (b"data", 0xC0, None),
    ],
)
def test_what_others_send_is_read(octets: bytes, coding: int, text: str | None) -> None:
    assert decode(octets, coding, "gsm7") == text


@given(st.binary(), st.integers(0, 255), st.sampled_from(["gsm7", "latin1", "ucs2"]))
def test_no_octets_whatever_break_the_reading(octets: bytes, coding: int, default: str) -> None:
    text = decode(octets, coding, default)
    assert text is None or text.encode() is not None
