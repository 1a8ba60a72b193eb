"""Telephone, account and identity numbers by their shape and by the words before them."""

import pytest

from kiemtin.text.redact.numbers import find_bare, find_papers, find_phones, find_told
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    "number",
    ["0900000001", "0900 000 001", "0900.000.001", "+84 900 000 001", "84900000001",
     "(0214) 3000 001", "024 3000 0001", "0120 000 0001", "0 9 0 0 0 0 0 0 0 1",
     "0900/000/001", "0900_000_001", "+1 900 000 0001"],
)  # fmt: skip
def test_the_shape_of_a_telephone_number_is_enough(number: str) -> None:
    assert seen(find_phones, f"xem {number} nhé") == [("phone", number)]


@pytest.mark.parametrize("number", ["0000 0000 0000", "12345678", "2025 12000", "113", "1.200.300"])
def test_other_shapes_are_no_telephone_numbers(number: str) -> None:
    assert seen(find_phones, number) == []


def test_neighbouring_numbers_are_told_apart() -> None:
    text = "500 0900000001 0900 000 002 12"
    assert seen(find_phones, text) == [("phone", "0900000001"), ("phone", "0900 000 002")]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("stk 123456", "bank_account", "123456"),
        ("STK: 1234 5678", "bank_account", "1234 5678"),
        ("vietcombank 12345678", "bank_account", "12345678"),
        ("cmnd 000 000 1", "id_number", "000 000 1"),
        ("liên hệ 3000 001", "phone", "3000 001"),
    ],
)
def test_a_short_number_goes_when_it_is_told_what_it_is(text: str, kind: str, number: str) -> None:
    assert seen(find_told, text) == [(kind, number)]


@pytest.mark.parametrize(
    "text",
    ["gọi 2000000", "chuyển khoản 500000", "Zalo 2025 - 2026", "stk 12345", "ck 1200000"],
)
def test_amounts_and_years_are_not_taken_for_numbers(text: str) -> None:
    assert seen(find_told, text) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("000000000000", "bank_account"),
        ("001090000001", "id_number"),
        ("0000 0000 0000", "bank_account"),
        ("123 456 789 012", "bank_account"),
        ("912345678", "phone"),
        ("012345678", "id_number"),
        ("1 1 2 2 3 3 4 4 5 5", "bank_account"),
    ],
)
def test_a_long_bare_number_goes(number: str, kind: str) -> None:
    assert seen(find_bare, f"xem {number} nhé") == [(kind, number)]


@pytest.mark.parametrize(
    "text",
    ["2023 2024 2025", "2025 12000", "2025-2030. 100", "1 2 3 4 5 6 7 8 9", "15000 16000 tỉ đồng"],
)
def test_lists_of_years_and_counts_stay(text: str) -> None:
    assert seen(find_bare, text) == []


@pytest.mark.parametrize("paper", ["B0000001", "C 00000001", "24A-000.01", "24B1-00001"])
def test_papers_with_letters_go(paper: str) -> None:
    assert seen(find_papers, f"giấy {paper} nhé") == [("id_number", paper)]


@pytest.mark.parametrize("text", ["KB0000001", "H5N1", "covid19", "24A", "VN1234", "A4 12345"])
def test_other_codes_stay(text: str) -> None:
    assert seen(find_papers, text) == []
