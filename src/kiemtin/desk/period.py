"""A stretch of time that figures are asked for: a month, a year, or everything so far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

WRITTEN = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2]))?\Z")


@dataclass(frozen=True)
class Period:
    """From the first day to the day before `end`, in the desk's time zone; `code` is "" for all."""

    code: str
    year: int | None = None
    month: int | None = None

    @property
    def start(self) -> datetime | None:
        """Its first moment, None without one."""
        return _moment(date(self.year, self.month or 1, 1)) if self.year else None

    @property
    def end(self) -> datetime | None:
        """The first moment after it, None without one."""
        if not self.year:
            return None
        if self.month is None:
            return _moment(date(self.year + 1, 1, 1))
        later = divmod(self.month, 12)
        return _moment(date(self.year + later[0], later[1] + 1, 1))

    def within(self, field: str) -> dict[str, datetime]:
        """Filters that leave the rows whose `field` lies in it."""
        if self.start is None or self.end is None:
            return {}
        return {f"{field}__gte": self.start, f"{field}__lt": self.end}


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def read(text: str) -> Period | None:
    """The period written as 2025, 2025-10 or "" for everything; None for anything else."""
    if not text:
        return Period("")
    written = WRITTEN.match(text)
    if written is None:
        return None
    return Period(text, int(written[1]), int(written[2]) if written[2] else None)
