"""Days, weeks, months and years around a day: what a date without its year or month means."""

import datetime as dt
from typing import Literal

Days = tuple[dt.date, dt.date]
"""The first and the last day of a stretch of time, both included."""

Third = Literal["start", "middle", "end"]

_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def day_of(day: int, month: int, year: int) -> dt.date | None:
    """Give a date, None when there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest_day(day: int, month: int, today: dt.date) -> dt.date | None:
    """Give the day of a month nearest to today, in whichever year it lies."""
    years = range(today.year - 1, today.year + 2)
    days = [found for year in years if (found := day_of(day, month, year))]
    return min(days, key=lambda found: abs(found - today), default=None)


def nearest_day_of_month(day: int, today: dt.date) -> dt.date | None:
    """Give the day of that number nearest to today: last month, this or next."""
    months = [month_of(today, step)[0] for step in (-1, 0, 1)]
    days = [found for first in months if (found := day_of(day, first.month, first.year))]
    return min(days, key=lambda found: abs(found - today), default=None)


def week_of(today: dt.date, step: int = 0) -> Days:
    """Give the week, Monday to Sunday, that lies `step` weeks from today's."""
    monday = shifted(today, 7 * step - today.weekday())
    return monday, shifted(monday, 6)


def month_of(today: dt.date, step: int = 0) -> Days:
    """Give the month that lies `step` months from today's."""
    months = min(max(today.year * 12 + today.month - 1 + step, 12), 9998 * 12)
    return whole_month(months % 12 + 1, months // 12)


def whole_month(month: int, year: int) -> Days:
    """Give a month of a year."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return dt.date(year, month, 1), following - _DAY


def nearest_month(month: int, today: dt.date) -> Days:
    """Give the month of that number whose middle is nearest to today."""
    middle = nearest_day(15, month, today)
    return whole_month(month, middle.year if middle else today.year)


def whole_year(year: int) -> Days:
    """Give a year, bounded to what a calendar holds."""
    year = min(max(year, 1), 9998)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def third(days: Days, which: Third) -> Days:
    """Give the start, middle or end of a stretch; the end of a week is its Saturday and Sunday."""
    first, last = days
    length = (last - first).days + 1
    if length == 7:
        cuts = {"start": (0, 1), "middle": (2, 3), "end": (5, 6)}
    elif length <= 31:
        cuts = {"start": (0, 9), "middle": (10, 19), "end": (20, length - 1)}
    else:
        cuts = {"start": (0, 119), "middle": (120, 242), "end": (243, length - 1)}
    low, high = cuts[which]
    return shifted(first, low), shifted(first, high)


def shifted(day: dt.date, days: int) -> dt.date:
    """Move a day, bounded to what a calendar holds."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
