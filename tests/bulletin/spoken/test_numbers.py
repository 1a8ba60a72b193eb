"""Number words: right by the rules of speech, and read back to the same number."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.spoken.numbers import (
    digit_words,
    grouped_digits,
    number_words,
    numeral_words,
)
from kiemtin.text.details import NumberValue, extract

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
SCALES = {"nghìn": 1000, "triệu": 10**6}


def read_back(words: str) -> int:
    """A reader of its own: digits wait for what they count; scales close a group."""
    billions = below = group = 0
    words_left = re.sub(r"(\w+) mươi", lambda hit: str(DIGITS[hit[1]] * 10), words).split()
    for word in words_left:
        if word == "trăm":
            group *= 100
        elif word in SCALES:
            below, group = below + group * SCALES[word], 0
        elif word == "tỷ":
            billions, below, group = (billions + below + group) * 10**9, 0, 0
        elif word != "linh":
            group += int(word) if word.isdecimal() else DIGITS[word]
    return billions + below + group


@given(st.one_of(st.integers(0, 10**15), st.integers(0, 2_000), st.integers(0, 2_000_000)))
def test_the_words_read_back_are_the_number(number: int) -> None:
    assert read_back(number_words(number)) == number


@given(st.integers(2, 10**11))
def test_the_reader_of_messages_understands_them(number: int) -> None:
    """The library's own reader, which knows no more than 999 billions in one number."""
    details = extract(f"Có {number_words(number)} mét.", today=dt.date(2026, 11, 22))
    values = [one.value for one in details if isinstance(one.value, NumberValue)]
    assert [(value.low, value.unit) for value in values] == [(number, "m")]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (110, "một trăm mười"),
        (555, "năm trăm năm mươi lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (21_000_000, "hai mươi mốt triệu"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (34_000 * 10**9, "ba mươi tư nghìn tỷ"),
        (-5, "âm năm"),
    ],
)
def test_numbers_are_said_as_people_say_them(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1.234,5", "một nghìn hai trăm ba mươi tư phẩy năm"),
        ("1,234.5", "một nghìn hai trăm ba mươi tư phẩy năm"),
        ("1.000.000", "một triệu"),
        ("0,05", "không phẩy không năm"),
        ("0.125", "không phẩy một hai năm"),
        ("2,5", "hai phẩy năm"),
        ("3.14", "ba phẩy một bốn"),
        ("05", "năm"),
        ("007", "không không bảy"),
        ("1" * 16, " ".join(["một"] * 16)),
    ],
)
def test_a_written_number_in_either_convention(written: str, words: str) -> None:
    assert numeral_words(written) == words


def test_numbers_that_name_are_told_digit_by_digit_in_groups() -> None:
    assert grouped_digits("0912 345 678") == "không chín một hai, ba bốn năm, sáu bảy tám"
    assert grouped_digits("0912345678") == "không chín một hai, ba bốn năm, sáu bảy tám"
    assert grouped_digits("18008108") == "một tám không không, tám một không tám"
    assert grouped_digits("113") == "một một ba"
    assert digit_words("1-0") == "một không"


@given(st.from_regex(r"[0-9]{1,30}", fullmatch=True))
def test_no_digit_of_a_code_is_lost(digits: str) -> None:
    assert grouped_digits(digits).replace(",", "") == digit_words(digits)
    assert all(len(group.split()) <= 5 for group in grouped_digits(digits).split(", "))
