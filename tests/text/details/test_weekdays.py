"""Days of the week: TODAY is Friday, 15 August 2025."""

import datetime as dt

import pytest

from kiemtin.text.details import DateValue, MoneyValue, NumberValue
from tests.text.details.reading import values, written


def day(month: int, date: int) -> DateValue:
    one = dt.date(2025, month, date)
    return DateValue(one, one)


@pytest.mark.parametrize(
    "text", ["t7", "T7", "thứ 7", "thứ bảy", "thứ bẩy", "thứ 7 này", "thứ bảy tuần này"]
)
def test_ways_to_name_one_day(text: str) -> None:
    assert values(f"khám {text}", "date") == [day(8, 16)]
    assert values(f"khám {text}", "number") == []


@pytest.mark.parametrize("text", ["nghỉ thứ 7 hằng tuần", "nghỉ các thứ bảy", "mỗi thứ 7 đều nghỉ"])
def test_a_day_of_every_week_is_a_label(text: str) -> None:
    assert values(text, "number") == [NumberValue(7, 7, "thứ")]
    assert values(text, "date") == []


def test_days_listed_by_number_come_every_week() -> None:
    assert [str(one) for one in written("học thứ 2, 4, 6", "number")] == ["thứ 2", "4", "6"]
    assert values("học T2-T6", "number") == [NumberValue(2, 6, "thứ")]


def test_a_range_of_every_week_has_no_date() -> None:
    found = values("khám từ thứ 2 đến thứ 6 hằng tuần", "number")
    assert found == [NumberValue(2, 2, "thứ"), NumberValue(6, 6, "thứ")]
    assert values("khám từ thứ 2 đến thứ 6 hằng tuần", "date") == []


@pytest.mark.parametrize("text", ["Thu 2 triệu một hộ", "thu 2 trieu", "thu 2tr"])
def test_collecting_money_is_no_day(text: str) -> None:
    assert values(text, "date") == []
    assert values(text, "money") == [MoneyValue(2_000_000, 2_000_000)]


def test_typed_bare_a_day_of_this_week_is_one() -> None:
    assert values("thu 2 tuan nay hop", "date") == [day(8, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "thứ bảy 16/8",
        "thứ 7 ngày 16/8",
        "thứ bảy, 16/8",
        "16/8 (thứ bảy)",
        "ngày 16/8, thứ 7",
        "thứ hai 16/8",
    ],
)
def test_a_day_of_the_week_beside_a_date_belongs_to_it(text: str) -> None:
    assert values(f"họp {text}", "date") == [day(8, 16)]


def test_two_days_of_the_week_beside_two_days() -> None:
    stretch = DateValue(dt.date(2025, 8, 21), dt.date(2025, 8, 22))
    assert values("nghỉ thứ năm thứ sáu 21 với 22 tháng 8", "date") == [stretch]


def test_the_part_of_the_day_before_both_is_kept() -> None:
    one = dt.date(2025, 8, 16)
    assert values("chiều thứ bảy 16/8", "date") == [DateValue(one, one, "afternoon")]


def test_another_day_of_the_week_after_a_date_is_its_own() -> None:
    assert values("họp 16/8, thứ hai đi làm", "date") == [day(8, 16), day(8, 18)]


def test_a_second_day_of_the_week_comes_after_the_first() -> None:
    first, last = values("từ thứ hai đến thứ sáu", "date")
    assert isinstance(first, DateValue)
    assert isinstance(last, DateValue)
    assert (first.first.day, last.first.day) == (18, 22)


@pytest.mark.parametrize(
    "text", ["giảm lần thứ 4 liên tiếp", "phiên thứ 3 liên tiếp", "vụ cháy thứ 2 trong tháng"]
)
def test_an_ordinal_in_figures_is_no_day_and_no_number(text: str) -> None:
    assert values(text, "date") == []
    assert values(text, "number") == []
