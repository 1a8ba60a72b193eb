"""Numerals and number words that belong together are one amount; a telephone number is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details.amounts import Amount, amount_at, amounts, numeral, take_identifiers
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY


def read(text: str) -> list[Amount]:
    message = Message(text, TODAY)
    take_identifiers(message)
    return list(amounts(message))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("1.200.000", 1_200_000),
        ("1,200", 1200),
        ("1,2", Fraction(6, 5)),
        ("2.5", Fraction(5, 2)),
        ("1.200,5", Fraction(2401, 2)),
        ("0.500", Fraction(1, 2)),
    ],
)
def test_a_numeral_is_read_as_it_is_written_here(written: str, value: Fraction | int) -> None:
    assert numeral(written) == value


@given(st.integers(0, 10**12))
def test_dots_between_thousands_change_no_value(value: int) -> None:
    assert numeral(f"{value:,}".replace(",", ".")) == numeral(str(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hai mươi lăm hộ", [25]),
        ("2tr5 một suất", [2_500_000, 1]),
        ("200k 1 suất", [200_000, 1]),
        ("15k5", [15_500]),
        ("12 hộ và ba xã", [12, 3]),
        ("nửa xã", [Fraction(1, 2)]),
        ("hai triệu một cháu", [2_000_000, 1]),
        ("hai triệu năm", [2_500_000]),
        ("muoi hai ho ngap", [12]),
        ("đèo QL4D đóng", []),
        ("mưa to quá", []),
    ],
)
def test_words_that_belong_together_are_one_amount(
    text: str, expected: list[Fraction | int]
) -> None:
    assert [amount.value for amount in read(text) if amount.value] == expected


def test_years_after_millions_are_no_half_million() -> None:
    assert read("20 triệu năm trước")[0].value == 20_000_000


def test_an_amount_tells_how_it_was_written() -> None:
    words, figures = read("ba người, 200 nghìn")
    assert (words.lone, words.words, words.scaled) == (True, True, False)
    assert (figures.lone, figures.words, figures.scaled) == (False, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "gọi +84 900 000 001 nhé",
        "gọi 0900 000 001 nhé",
        "gọi 0900000001",
        "tài khoản 000000000000",
        "bé 2k4",
    ],
)
def test_a_telephone_account_or_birth_year_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_a_long_number_with_dots_still_counts() -> None:
    assert [amount.value for amount in read("quỹ 1.200.000.000 đồng")] == [1_200_000_000]


def test_beyond_the_last_word_there_is_no_amount() -> None:
    message = Message("ba xã", TODAY)
    assert amount_at(message, 0) is not None
    assert amount_at(message, 2) is None
