import datetime as dt

import pytest

from kiemtin.matching.reading import read, read_entry
from kiemtin.matching.types import Entry, Query
from kiemtin.matching.validity import day_reason, other_time

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


_SLIDE = Entry("b", "Sạt lở chặn đường vào bản Lùng Sui", date=dt.date(2025, 9, 10))


def _other_time(message: str, entry: Entry = _SLIDE) -> str | None:
    day = dt.date(2025, 9, 20)
    reason = other_time(read(message, day), read_entry(entry, day), entry)
    assert reason is None or reason.code == "date_differs"
    return reason.params["query"] if reason else None


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("sạt lở chặn đường vào Lùng Sui sáng nay", "sáng nay"),
        ("20/9 sạt lở chặn đường vào Lùng Sui", "20/9"),
        ("sạt lở chặn đường vào Lùng Sui hồi tháng 6", "tháng 6"),
    ],
)
def test_what_happened_later_or_long_before_is_another_of_its_sort(message: str, told: str) -> None:
    assert _other_time(message) == told


@pytest.mark.parametrize(
    "message",
    [
        "sạt lở chặn đường vào Lùng Sui",
        "sạt lở chặn đường vào Lùng Sui hôm 10/9",
        "sạt lở chặn đường vào Lùng Sui hôm 5/9",
        "từ 20/9 sạt lở chặn đường vào Lùng Sui",
    ],
)
def test_what_happened_shortly_before_the_claim_was_noted_may_be_it(message: str) -> None:
    assert _other_time(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "Sáng nay nghe loa nói sạt lở chặn đường vào Lùng Sui",
        "sang nay em doc thay tin sat lo chan duong vao lung sui",
        "hôm nay cô giáo gọi bảo sạt lở chặn đường vào Lùng Sui",
    ],
)
def test_the_day_of_hearing_is_not_the_day_of_the_happening(message: str) -> None:
    assert _other_time(message) is None


def test_a_day_told_of_something_else_does_not_count() -> None:
    assert _other_time("sạt lở chặn đường vào Lùng Sui hả? Sáng nay nhà em ăn giỗ") is None


def test_a_claim_with_a_day_or_without_a_note_of_its_own_is_left_to_the_dates() -> None:
    dated = Entry("c", f"{_SLIDE.claim} sáng 10/9/2025", date=_SLIDE.date)
    assert _other_time("sạt lở chặn đường vào Lùng Sui sáng nay", dated) is None
    assert _other_time("sạt lở chặn đường vào Lùng Sui sáng nay", Entry("d", _SLIDE.claim)) is None
