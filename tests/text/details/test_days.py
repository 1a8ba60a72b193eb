"""Days that are listed before or after one are read with the way they are joined."""

import datetime as dt

import pytest

from kiemtin.text.details.days import day_ending, days_after, days_before, link, with_tens
from kiemtin.text.details.frame import Frame
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY


def message(text: str) -> Message:
    return Message(text, TODAY)


@pytest.mark.parametrize(
    ("text", "first", "numbers", "ranged"),
    [
        ("họp 3, 5 và 7", 4, [3, 5, 7], False),
        ("họp 12 tới 14", 3, [12, 14], True),
        ("họp 12 - 14", 2, [12, 14], True),
        ("họp 13 14", 2, [13, 14], False),
        ("họp 11 14", 2, [14], False),
        ("tổ 13 14", 2, [14], False),
        ("họp 15, 14", 2, [14], False),
    ],
)
def test_days_before_a_day(text: str, first: int, numbers: list[int], ranged: bool) -> None:
    read = days_before(message(text), first, numbers[-1])
    assert ([day for _, day in read.days], read.ranged) == (numbers, ranged)


def test_days_after_a_day() -> None:
    read, last = days_after(message("ngày 24 và 25 họp"), 1, 2, 24)
    assert [day for _, day in read.days] == [24, 25]
    assert last == 4


def test_a_number_that_counts_is_no_later_day() -> None:
    read, last = days_after(message("ngày 24 và 25 hộ"), 1, 2, 24)
    assert [day for _, day in read.days] == [24]
    assert last == 2


def test_days_apart_have_a_value_each_and_days_in_a_row_one() -> None:
    around = Frame(1, "", "morning", "from")
    apart = days_before(message("họp 3, 5"), 2, 5).values(dt.date(2025, 9, 5), around)
    assert [(value.first.day, value.last.day) for _, value in apart] == [(3, 3), (5, 5)]
    (_, row), *more = days_before(message("họp 4, 5"), 2, 5).values(dt.date(2025, 9, 5), around)
    assert (row.first.day, row.last.day, row.part, more) == (4, 5, "morning", [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("họp 21", (1, 21)),
        ("họp hai mốt", (1, 21)),
        ("họp 32", None),
        ("xã 3", (1, 3)),
        ("t7", None),
    ],
)
def test_the_day_that_ends_before_a_word(text: str, found: tuple[int, int] | None) -> None:
    one = message(text)
    assert day_ending(one, len(one.tokens)) == found


def test_words_that_join() -> None:
    one = message("và đến với đen")
    assert [link(one, at) for at in range(4)] == [False, True, False, None]


def test_the_tens_spoken_before_a_digit() -> None:
    assert with_tens(message("hai bảy tháng ba"), 1, 7) == (0, 27)
    assert with_tens(message("ngày bảy tháng ba"), 1, 7) == (1, 7)
