"""Days, months and years around a day are found without a clock."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details.calendar import (
    day_of,
    month_of,
    nearest_day,
    nearest_day_of_month,
    nearest_month,
    shifted,
    third,
    week_of,
    whole_month,
    whole_year,
)

DAYS = st.dates()


@given(DAYS, st.integers(-3, 3))
def test_a_week_runs_from_monday_to_sunday(today: dt.date, step: int) -> None:
    first, last = week_of(today, step)
    assert first.weekday() == 0 or first == dt.date.min
    assert last.weekday() == 6 or last == dt.date.max


@given(st.integers(1, 12), st.integers(1900, 2100))
def test_a_month_has_all_its_days(month: int, year: int) -> None:
    first, last = whole_month(month, year)
    assert (first.day, first.month, last.month) == (1, month, month)
    assert shifted(last, 1).day == 1


@given(DAYS, st.integers(-24, 24))
def test_months_are_counted_over_the_ends_of_years(today: dt.date, step: int) -> None:
    first, last = month_of(today, step)
    assert first <= last
    if 3 < today.year < 9990:
        assert (first.year - today.year) * 12 + first.month - today.month == step


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_the_nearest_day_is_less_than_a_year_away(today: dt.date, month: int, day: int) -> None:
    found = nearest_day(day, month, today)
    assert found is not None
    assert (found.day, found.month) == (day, month)
    assert abs((found - today).days) <= 183


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        (14, dt.date(2025, 8, 15), dt.date(2025, 8, 14)),
        (31, dt.date(2025, 9, 1), dt.date(2025, 8, 31)),
        (2, dt.date(2025, 12, 30), dt.date(2026, 1, 2)),
    ],
)
def test_a_day_alone_is_the_nearest_of_that_number(
    day: int, today: dt.date, expected: dt.date
) -> None:
    assert nearest_day_of_month(day, today) == expected


def test_there_is_no_thirty_first_of_february() -> None:
    assert day_of(31, 2, 2025) is None
    assert nearest_day(31, 2, dt.date(2025, 8, 15)) is None
    assert day_of(1, 1, 999) is None


def test_the_29th_of_february_is_in_a_leap_year() -> None:
    assert nearest_day(29, 2, dt.date(2025, 1, 1)) == dt.date(2024, 2, 29)


def test_the_nearest_month_may_lie_in_the_next_year() -> None:
    assert nearest_month(1, dt.date(2025, 12, 20))[0] == dt.date(2026, 1, 1)


@given(st.sampled_from([week_of(dt.date(2025, 8, 15)), whole_month(2, 2025), whole_year(2025)]))
def test_start_middle_and_end_lie_inside_in_order(days: tuple[dt.date, dt.date]) -> None:
    start, middle, end = third(days, "start"), third(days, "middle"), third(days, "end")
    assert days[0] == start[0] <= start[1] < middle[0] <= middle[1] < end[0] <= end[1] == days[1]
