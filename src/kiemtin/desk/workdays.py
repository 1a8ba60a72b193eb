"""Working days, counted in the desk's time zone: Monday to Friday.

Public holidays are counted as working days, so a promise in working days is never kept later than
the calendar of any year would have it, and how long an answer took is never shown as less.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone


def working_days_after(day: date, count: int) -> date:
    """The date `count` Monday-to-Friday days later."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def working_days_between(start: datetime, end: datetime) -> int:
    """How many Monday-to-Friday days came after the day of `start`, up to that of `end`; both
    aware. 0 on the same day, and when `end` is earlier.
    """
    first, last = timezone.localdate(start), timezone.localdate(end)
    weeks, rest = divmod(max((last - first).days, 0), 7)
    return weeks * 5 + sum(
        (first + timedelta(days=ahead)).weekday() < 5 for ahead in range(1, rest + 1)
    )
