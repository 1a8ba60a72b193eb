"""Whether a published answer holds on the day and at the place a message comes from."""

import datetime as dt
import re

from kiemtin.matching.aside import bears_on
from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Entry, Query, Reason
from kiemtin.text.details.types import DateValue

_SOON = 24
"""Characters after a date in which a word of hearing says that it is the day of hearing."""
_LONG_PAST = dt.timedelta(days=45)
_HEARD = re.compile(
    r"nghe|thấy|đọc|bảo|loa|nói|gọi|dặn|họp|xem|coi|lướt|nhận|hỏi|nghe|thay|noi|nhan", re.IGNORECASE
)


def day_reason(query: Query, entry: Entry) -> Reason | None:
    """Return why `entry` does not hold on the message's day, or None when it does."""
    if entry.valid_from and query.date < entry.valid_from:
        return Reason("not_valid_yet", {"valid_from": vietnamese_date(entry.valid_from)})
    if entry.valid_until and query.date > entry.valid_until:
        return Reason("no_longer_valid", {"valid_until": vietnamese_date(entry.valid_until)})
    return None


def other_time(message: Reading, claim: Reading, entry: Entry) -> Reason | None:
    """Return that the message tells of a later or long past happening than a claim without day.

    What happened after the claim was noted down is something else of the same sort.
    """
    if entry.date is None or claim.details.of("date"):
        return None
    for one in message.details.of("date"):
        value = one.value
        heard = _HEARD.search(message.text[one.end : one.end + _SOON])
        if isinstance(value, DateValue) and not heard and bears_on(one, message, claim):
            later = value.first > entry.date and value.relation == "on"
            if later or value.last < entry.date - _LONG_PAST:
                params = {"query": one.text, "entry": vietnamese_date(entry.date)}
                return Reason("date_differs", params)
    return None


def vietnamese_date(day: dt.date) -> str:
    """Return a date as it is written in Vietnam: 3/9/2025."""
    return f"{day.day}/{day.month}/{day.year}"
