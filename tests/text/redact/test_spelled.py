"""Numbers with letters for digits, or in words."""

import pytest

from kiemtin.text.redact.spelled import find_letters_for_digits, find_words_for_digits
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    "number", ["o900 000 001", "O9OO 000 0O1", "09oo.000.ool", "84 9oo 000 00l"]
)
def test_letters_for_digits_are_read(number: str) -> None:
    assert seen(find_letters_for_digits, f"gọi {number} nhé") == [("phone", number)]


@pytest.mark.parametrize("text", ["lo 10 000 000", "tôi 0900", "ol oil lol", "0900 000 001"])
def test_words_are_no_digits(text: str) -> None:
    assert seen(find_letters_for_digits, text) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("không chín không không không không không không không một", "phone"),
        ("0 chín không không 000 001", "phone"),
        ("một hai ba bốn một hai ba bốn một hai ba bốn", "bank_account"),
    ],
)
def test_a_number_said_digit_by_digit_is_read(said: str, kind: str) -> None:
    assert seen(find_words_for_digits, f"số là {said} nhé") == [(kind, said)]


@pytest.mark.parametrize(
    "text", ["một hai ba bốn năm", "70 năm, 65 năm, 60 năm, 50 năm, 45 năm", "ba trăm năm mươi hai"]
)
def test_counting_is_no_number_of_a_person(text: str) -> None:
    assert seen(find_words_for_digits, text) == []
