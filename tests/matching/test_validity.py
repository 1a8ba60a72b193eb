import datetime as dt

import pytest

from kiemtin.matching.types import Entry, Query
from kiemtin.matching.validity import day_reason

_FIRST, _LAST = dt.date(2025, 9, 1), dt.date(2025, 9, 5)
_BOUND = Entry("a", "Cầu đóng", valid_from=_FIRST, valid_until=_LAST)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2025, 8, 31), "not_valid_yet"),
        (_FIRST, None),
        (_LAST, None),
        (dt.date(2025, 9, 6), "no_longer_valid"),
    ],
)
def test_an_entry_holds_from_its_first_to_its_last_day(day: dt.date, code: str | None) -> None:
    reason = day_reason(Query("cầu đóng chưa", day), _BOUND)
    assert (reason.code if reason else None) == code


def test_the_reason_gives_the_day_as_people_write_it() -> None:
    reason = day_reason(Query("cầu đóng chưa", dt.date(2026, 1, 1)), _BOUND)
    assert reason is not None
    assert "5/9/2025" in reason.vi()


def test_an_entry_without_bounds_always_holds() -> None:
    assert day_reason(Query("cầu đóng chưa", dt.date(1999, 1, 1)), Entry("a", "Cầu đóng")) is None
