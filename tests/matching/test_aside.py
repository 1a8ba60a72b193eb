"""A figure that a message states beside its claim is not held against it."""

import datetime as dt

import pytest

from kiemtin.matching.aside import bears_on, clause_around, without_asides
from kiemtin.matching.reading import read
from kiemtin.text.details.types import Kind

_TODAY = dt.date(2025, 9, 10)
_MOVED = "12 hộ ở Bản Hồ phải dời nhà ngày 9/9/2025"
_CALLED_OFF = "Hội đua thuyền Bản Hồ bị hủy"


def _left(message: str, claim: str, kind: Kind = "number") -> list[str]:
    said, stated = read(message, _TODAY), read(claim, _TODAY)
    found = without_asides(said.details.of(kind), stated.details.of(kind), said, stated)
    return [one.text for one in found]


def test_a_number_of_another_sentence_is_left_out() -> None:
    assert _left("Hội đua thuyền hủy rồi hả? Đoàn em 20 người sắp đi", _CALLED_OFF) == []
    assert _left("12 hộ ở Bản Hồ phải dời nhà. Nhà em có 20 con gà", _MOVED) == ["12 hộ"]


def test_a_number_beside_words_of_the_claim_stays() -> None:
    assert _left("hủy hội đua thuyền 20 người rồi hả", _CALLED_OFF) == ["20 người"]


def test_in_another_sentence_one_word_of_the_claim_is_not_enough() -> None:
    moved = "12 hộ ở Bản Hồ phải dời nhà. "
    assert _left(f"{moved}Xóm em có 20 hộ", _MOVED) == ["12 hộ"]
    assert _left(f"{moved}Bản Hồ dời tới 20 hộ", _MOVED) == ["12 hộ", "20 hộ"]


def test_nothing_is_left_out_while_a_number_of_the_claim_has_no_counterpart() -> None:
    assert _left("Bản Hồ phải dời nhà. Xóm em có 20 con gà", _MOVED) == ["20 con gà"]


def test_a_date_of_the_sentence_stays_even_behind_a_comma() -> None:
    told = "12 hộ ở Bản Hồ phải dời nhà ngày 9/9"
    assert _left(f"{told}, giỗ ông em 11/9", _MOVED, "date") == ["ngày 9/9", "11/9"]
    assert _left(f"{told}. Giỗ ông em 11/9", _MOVED, "date") == ["ngày 9/9"]


def test_a_text_without_words_bears_on_nothing() -> None:
    message, claim = read("20 người", _TODAY), read(_MOVED, _TODAY)
    (number,) = message.details.of("number")
    assert not bears_on(number, message, claim)


@pytest.mark.parametrize(
    ("text", "at", "clause"),
    [
        ("một, hai ba; bốn", "hai", " hai ba"),
        ("một hai ba", "hai", "một hai ba"),
        ("giá 5% – 7%/năm, hết", "7", "giá 5% – 7%/năm"),
        ("ngày 9/9\nhôm sau", "9", "ngày 9/9"),
    ],
)
def test_a_clause_ends_at_marks_that_part(text: str, at: str, clause: str) -> None:
    start = text.index(at)
    assert text[slice(*clause_around(text, start, start + len(at)))] == clause


def test_a_clause_is_followed_for_120_characters() -> None:
    text = "a " * 400 + "x" + " b" * 400
    start, end = clause_around(text, 800, 801)
    assert (800 - start, end - 801) == (120, 120)
