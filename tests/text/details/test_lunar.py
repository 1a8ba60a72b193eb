"""The lunar calendar of Vietnam, against days that were printed in its calendars."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details.lunar import month_start, new_year, solar_day

NEW_YEARS = (
    "1968-01-29", "1985-01-21", "2007-02-17", "2020-01-25", "2021-02-12", "2022-02-01",
    "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
    "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19",
    "2035-02-08",
)  # fmt: skip


@pytest.mark.parametrize("day", NEW_YEARS)
def test_new_year_falls_on_the_day_of_the_calendar(day: str) -> None:
    first = dt.date.fromisoformat(day)
    assert new_year(first.year) == first


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        ((15, 8, 2020), "2020-10-01"),  # after the leap fourth month
        ((15, 8, 2023), "2023-09-29"),  # after the leap second month
        ((10, 3, 2025), "2025-04-07"),  # before the leap sixth month
        ((15, 7, 2025), "2025-09-06"),  # after it
        ((15, 1, 2026), "2026-03-03"),
        ((10, 3, 2026), "2026-04-26"),
        ((29, 12, 2025), "2026-02-16"),
        ((30, 12, 2023), "2024-02-09"),
        ((15, 8, 2033), "2033-09-08"),
    ],
)
def test_a_day_of_a_lunar_month(lunar: tuple[int, int, int], day: str) -> None:
    assert solar_day(*lunar) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("lunar", [(30, 12, 2025), (0, 1, 2025), (31, 1, 2025), (1, 13, 2025)])
def test_what_is_no_day_of_it(lunar: tuple[int, int, int]) -> None:
    assert solar_day(*lunar) is None


@given(st.integers(1902, 2098), st.integers(1, 11))
def test_months_follow_one_another(year: int, month: int) -> None:
    one, following = month_start(month, year), month_start(month + 1, year)
    assert one is not None
    assert following is not None
    assert (following - one).days in {29, 30, 58, 59, 60}
    assert one.year - year in {0, 1}


@given(st.integers(1902, 2098))
def test_new_year_lies_between_january_and_february(year: int) -> None:
    assert dt.date(year, 1, 20) <= new_year(year) <= dt.date(year, 2, 21)
