"""Dates as people in Vietnam write them, day before month, and as programs do (ISO 8601)."""

import re
from datetime import datetime, timedelta

from kiemtin.channels.refusal import RowRefused
from kiemtin.channels.shape import VIETNAM

_CLOCK = r"(?P<hour{0}>\d{{1,2}})[:hg](?P<minute{0}>\d{{2}})(?::(?P<second{0}>\d{{2}}))?"
_DAY_FIRST = re.compile(
    rf"(?:{_CLOCK.format(1)}[\s,]+)?(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)"
    rf"(?P<year>\d{{4}})(?:[\s,]+{_CLOCK.format(2)})?",
    re.ASCII,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:.+)?", re.ASCII)
_FIRST_YEAR = 2000
"""Earlier years are typing errors: nobody kept messages for this desk then."""


def read_moment(written: str, column: str, now: datetime) -> datetime:
    """Return the moment in Vietnam's zone unless another is written; a bare day is its midnight.

    Raises RowRefused (date, future).
    """
    try:
        moment = _day_first(written) or _iso(written)
    except ValueError:
        moment = None
    if moment is None or moment.year < _FIRST_YEAR:
        raise RowRefused("date", {"column": column, "got": written[:40]})
    # Clocks of other machines run ahead, and a day begins earlier further east.
    if moment > now + timedelta(days=1):
        raise RowRefused("future", {"column": column, "got": written[:40]})
    return moment


def _day_first(written: str) -> datetime | None:
    found = _DAY_FIRST.fullmatch(written)
    if not found:
        return None
    part = {name: int(value) for name, value in found.groupdict("0").items() if name != "sign"}
    hour, minute, second = (part[f"{unit}1"] + part[f"{unit}2"] for unit in _UNITS)
    return datetime(part["year"], part["month"], part["day"], hour, minute, second, tzinfo=VIETNAM)


_UNITS = ("hour", "minute", "second")


def _iso(written: str) -> datetime | None:
    if not _ISO.fullmatch(written):
        return None
    moment = datetime.fromisoformat(written)
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=VIETNAM)
