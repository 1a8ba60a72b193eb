"""A number that a machine read half as letters is a number again, and is redacted as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.read_words import digits_back
from kiemtin.text.redact import redact


@pytest.mark.parametrize(
    "read", ["0900 O00 OO†", "O9OO.000.0O1", "09o0-0l0-0I0", "0900000001", "O9OOOOO999"]
)
def test_a_telephone_number_is_found_again(read: str) -> None:
    text = digits_back(f"Gọi ngay {read}, nhanh lên")
    assert redact(text).removed
    assert not set("09") & set(redact(text).text)


@pytest.mark.parametrize(
    "text", ["SOS BOSS OIL", "Tối 9/9/2024", "Bão số 3", "năm 2O24", "QUỐC LỘ 4D", "OOOOOOOOO 12"]
)
def test_what_is_no_long_number_stays(text: str) -> None:
    assert digits_back(text) == text


@given(st.text())
def test_nothing_else_is_changed(text: str) -> None:
    found = digits_back(text)
    assert len(found) == len(text)
    assert all(new == old or new.isdecimal() for new, old in zip(found, text, strict=True))
