"""Whether a published answer holds on the day and at the place a message comes from."""

import datetime as dt

from kiemtin.matching.types import Entry, Query, Reason


def day_reason(query: Query, entry: Entry) -> Reason | None:
    """Return why `entry` does not hold on the message's day, or None when it does."""
    if entry.valid_from and query.date < entry.valid_from:
        return Reason("not_valid_yet", {"valid_from": vietnamese_date(entry.valid_from)})
    if entry.valid_until and query.date > entry.valid_until:
        return Reason("no_longer_valid", {"valid_until": vietnamese_date(entry.valid_until)})
    return None


def vietnamese_date(day: dt.date) -> str:
    """Return a date as it is written in Vietnam: 3/9/2025."""
    return f"{day.day}/{day.month}/{day.year}"
