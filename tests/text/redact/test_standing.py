"""Numbers that decide a claim are held before anything can take them."""

import pytest

from kiemtin.text.redact.standing import hold_amounts, hold_dates, hold_thousands, unit_follows
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    "text",
    ["14/8/2025", "14.08.2025", "2025-08-14", "14/8", "8/2025", "19h30", "15:30:00",
     "168/2024/NĐ-CP", "1234/QĐ-UBND", "1900 1234", "18008108", "1900 545 464"],
)  # fmt: skip
def test_dates_decrees_and_public_lines_are_held(text: str) -> None:
    assert (None, text) in seen(hold_dates, f"theo {text} thì")


@pytest.mark.parametrize("text", ["45/13/2025", "0900/000/001", "1900 1234 5678", "19000"])
def test_what_is_none_of_these_is_not(text: str) -> None:
    assert (None, text) not in seen(hold_dates, text)


def test_the_number_of_a_firm_is_public() -> None:
    assert seen(hold_dates, "mã số doanh nghiệp: 0100000001") == [(None, "0100000001")]


@pytest.mark.parametrize(
    "text",
    [
        "2.000.000 đồng",
        "2 000 000đ",
        "150000000 đồng",
        "500k",
        "1,2 tỷ",
        "1.200 m3/s",
        "12000 người",
    ],
)
def test_amounts_are_held_with_their_unit(text: str) -> None:
    assert seen(hold_amounts, f"hết {text} rồi") == [(None, text)]


@pytest.mark.parametrize("text", ["0900 000 001 k gọi được", "912345678 người", "000 đồng chí"])
def test_a_word_after_a_phone_is_no_unit(text: str) -> None:
    held = seen(hold_amounts, text)
    assert not any(len([letter for letter in value if letter.isdigit()]) > 3 for _, value in held)


def test_a_round_sum_after_a_word_for_paying_is_held() -> None:
    assert seen(hold_amounts, "chuyển 150000000 để nhận") == [(None, "150000000")]


def test_thousands_are_held_but_no_number_with_a_leading_zero() -> None:
    assert seen(hold_thousands, "1.200 và 2,000,000 và 0900.000.001") == [
        (None, "1.200"),
        (None, "2,000,000"),
    ]


@pytest.mark.parametrize(
    ("plain", "follows"), [("5 dong", True), ("5 m3/s", True), ("5 anh", False)]
)
def test_a_unit_is_seen_after_a_position(plain: str, follows: bool) -> None:
    assert unit_follows(plain, 1) is follows
