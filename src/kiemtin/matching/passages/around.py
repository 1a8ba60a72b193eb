"""Brings forward passages of the claim's days and of its place, under old names and new ones."""

import datetime as dt
from functools import lru_cache

from kiemtin.text.places import UnknownPlace, gazetteer

DAYS = 30.0
"""Days after which nearness in time counts a third as much."""
IN_TIME = 0.4
IN_PLACE = 0.4
"""What nearness adds to a score. Set by hand: passages whose words tell them apart differ by more,
so it decides only between such as are about as near (see docs/matching.md)."""
_KEPT = 8_000


def in_time(when: dt.date | None, date: dt.date | None) -> float:
    """Return 0 to .4 for how near a passage is to the claim's day."""
    if when is None or date is None:
        return 0.0
    return float(IN_TIME * 3.0 ** (-abs((date - when).days) / DAYS))


def in_place(place: str | None, own: str | None, text: str) -> float:
    """Return .4 when a passage is about `place` (a code), or names it by an old or new name.

    A place within or around it counts half. Codes that are not of today count as none.
    """
    if place is None or not _known(place):
        return 0.0
    codes = _named(text) | ({own} if own and _known(own) else frozenset())
    if place in codes:
        return IN_PLACE
    return IN_PLACE / 2 if any(_touch(place, code) for code in codes) else 0.0


@lru_cache(maxsize=_KEPT)
def _named(text: str) -> frozenset[str]:
    return frozenset(code for one in gazetteer().mentions(text) for code in one.codes)


def _touch(one: str, other: str) -> bool:
    known = gazetteer()
    return known.contains(one, other) or known.contains(other, one)


def _known(code: str) -> bool:
    try:
        gazetteer().get(code)
    except UnknownPlace:
        return False
    return True
