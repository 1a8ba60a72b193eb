"""Counts out the Vietnamese lunar year: which day of the calendar a day of a lunar month is.

The rules are those of Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar" (2004): months begin
on the day of the new moon, the eleventh month holds the winter solstice, and of thirteen months
between two solstices the first without a major solar term is the leap month; all in UTC+7. New
moons and the longitude of the sun are the short series of Jean Meeus, "Astronomical Algorithms"
(1998); right for 1900–2100.
"""

import datetime as dt
import math
from functools import lru_cache
from typing import Final

from kiemtin.text.details.calendar import FIRST_YEAR, LAST_YEAR

_TIME_ZONE: Final = 7 / 24
_EPOCH: Final = 2415021.076998695  # the new moon of 1 January 1900, a Julian day
_MONTH: Final = 29.530588853
_ORDINAL: Final = 1721424.5  # Julian day of the day before 1 January 1
_MONTHS, _LONGEST = 12, 30


def solar_day(day: int, month: int, year: int) -> dt.date | None:
    """Give the day of the calendar for a day of a lunar month; None where there is none."""
    start = month_start(month, year)
    if start is None or not 1 <= day <= _LONGEST:
        return None
    found = start + dt.timedelta(days=day - 1)
    return found if day < _LONGEST or _is_long(start) else None


def new_year(year: int) -> dt.date:
    """Give the first day of a lunar year, kept inside 1900–2100."""
    start = month_start(1, min(max(year, FIRST_YEAR + 1), LAST_YEAR - 1))
    return start or dt.date(year, 2, 1)


def month_start(month: int, year: int) -> dt.date | None:
    """Give the first day of a lunar month that is no leap month."""
    if not (1 <= month <= _MONTHS and FIRST_YEAR < year < LAST_YEAR):
        return None
    starts = _months(year if month < _MONTHS - 1 else year + 1)
    return starts[(month - 11) % _MONTHS]


def _is_long(start: dt.date) -> bool:
    return not any(
        one == start + dt.timedelta(days=_LONGEST - 1)
        for one in (_new_moon(_index(start) + step) for step in (0, 1, 2))
    )


@lru_cache(maxsize=256)
def _months(year: int) -> tuple[dt.date, ...]:
    """The starts of the 11th and 12th month of the year before, and of the 1st to the 10th."""
    first, following = _eleventh(year - 1), _eleventh(year)
    index = _index(first)
    count = round((following - first).days / _MONTH)
    starts = [_near(first, index, step) for step in range(count + 1)]
    if count > _MONTHS:
        terms = [_term(day) for day in starts]
        leap = next(at for at in range(1, count) if terms[at] == terms[at + 1])
        del starts[leap]
    return tuple(starts[:_MONTHS])


def _near(first: dt.date, index: int, step: int) -> dt.date:
    """The new moon `step` months after one."""
    moons = (_new_moon(index + step + extra) for extra in (-1, 0, 1))
    wanted = first + dt.timedelta(days=round(step * _MONTH))
    return min(moons, key=lambda moon: abs(moon - wanted))


def _eleventh(year: int) -> dt.date:
    """The start of the month that holds the winter solstice."""
    index = _index(dt.date(year, 12, 31))
    moons = [_new_moon(index + step) for step in (-1, 0, 1)]
    last = max(moon for moon in moons if moon <= dt.date(year, 12, 31))
    return last if _term(last) < 9 else _near(last, _index(last), -1)


def _index(day: dt.date) -> int:
    return int((day.toordinal() + _ORDINAL - _EPOCH) / _MONTH)


def _term(day: dt.date) -> int:
    """In which twelfth of its way the sun stands at the start of a day, 0–11."""
    century = (day.toordinal() + _ORDINAL - _TIME_ZONE - 2451545.0) / 36525
    anomaly = math.radians(357.52910 + 35999.05030 * century - 0.0001559 * century**2)
    centre = (
        (1.914600 - 0.004817 * century - 0.000014 * century**2) * math.sin(anomaly)
        + (0.019993 - 0.000101 * century) * math.sin(2 * anomaly)
        + 0.000290 * math.sin(3 * anomaly)
    )
    longitude = 280.46645 + 36000.76983 * century + 0.0003032 * century**2 + centre
    return int((longitude % 360) / 30)


@lru_cache(maxsize=1024)
def _new_moon(index: int) -> dt.date:
    """The day, in Vietnam, of a new moon counted from January 1900."""
    t = index / 1236.85
    sun = math.radians(359.2242 + 29.10535608 * index - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = math.radians(306.0253 + 385.81691806 * index + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = math.radians(21.2964 + 390.67050646 * index - 0.0016528 * t**2 - 0.00000239 * t**3)
    mean = 2415020.75933 + 29.53058868 * index + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * math.sin(math.radians(166.56 + 132.87 * t - 0.009173 * t**2))
    terms = (
        (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon),
        (-0.0004, 3 * moon), (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon),
        (0.0004, 2 * node + sun), (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon),
        (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    )  # fmt: skip
    moment = mean + sum(weight * math.sin(angle) for weight, angle in terms) - _dynamical(t)
    return dt.date.fromordinal(math.floor(moment + 0.5 + _TIME_ZONE - _ORDINAL - 0.5))


def _dynamical(t: float) -> float:
    """How far dynamical time is ahead, in days."""
    if t < -11:
        return 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t**4
    return -0.000278 + 0.000265 * t + 0.000262 * t**2
