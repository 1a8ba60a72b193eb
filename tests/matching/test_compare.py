import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.compare import compare
from kiemtin.matching.reading import LONG
from kiemtin.matching.types import Comparison, Entry, Query

_DAY = dt.date(2025, 10, 5)
_DAM = Entry(
    "dam",
    "Hồ Nậm Mít xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025",
    date=_DAY,
    valid_until=dt.date(2025, 10, 31),
)
_FARE = Entry(
    "fare", "Xe buýt tuyến Sa Pa tăng giá vé lên 45.000 đồng từ ngày 1/11/2025", date=_DAY
)


def _compared(text: str, entry: Entry = _DAM, day: dt.date = _DAY) -> Comparison:
    return compare(Query(text, day), entry)


def _codes(text: str, entry: Entry = _DAM, day: dt.date = _DAY) -> list[str]:
    return [reason.code for reason in _compared(text, entry, day).conflicts]


@pytest.mark.parametrize(
    "message",
    [
        _DAM.claim,
        "hồ Nậm Mít xả lũ 350 m3/s từ 14h hôm nay",
        "ho nam mit xa lu tu 14h ngay 5/10 phai khong a",
        "chiều 5/10 hồ Nậm Mít xả lũ hả mọi người",
        "2 giờ chiều nay hồ Nậm Mít xả lũ đó",
    ],
)
def test_what_agrees_or_says_less_has_no_conflict(message: str) -> None:
    assert _codes(message) == []


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("hồ Nậm Mít xả lũ 530 m3/s từ 14h hôm nay", "number_differs"),
        ("hồ Nậm Mít xả lũ từ 16h hôm nay", "time_differs"),
        ("hồ Nậm Mít xả lũ từ 14 giờ ngày mai", "date_differs"),
        ("hồ Nậm Mít xả lũ ngày 15/10", "date_differs"),
        ("hồ Nậm Mít không xả lũ đâu bà con", "negated"),
        ("hồ Pa Nọi xả lũ 350 m3/s từ 14h ngày 5/10", "place_differs"),
    ],
)
def test_each_difference_that_decides_is_named(message: str, code: str) -> None:
    assert code in _codes(message)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("xe buýt Sa Pa tăng giá vé lên 54.000 đồng từ 1/11", "money_differs"),
        ("xe buýt Sa Pa giảm giá vé còn 45k từ 1/11", "direction_differs"),
        ("xe buýt Sa Pa tăng vé lên 45k chứ không phải 35k từ 1/11", "money_differs"),
    ],
)
def test_money_and_direction_decide_too(message: str, code: str) -> None:
    assert code in _codes(message, _FARE)


def test_spoken_and_written_sums_are_the_same() -> None:
    rows = _compared("buýt Sa Pa vé lên bốn lăm nghìn từ mùng 1/11", _FARE).rows
    assert {row.verdict for row in rows if row.kind == "money"} == {"agree"}


def test_tomorrow_is_counted_from_the_day_of_the_message() -> None:
    entry = Entry("a", "Trường Tả Van nghỉ học ngày 7/10/2025", date=_DAY)
    assert _codes("mai Tả Van nghỉ học nhé", entry, dt.date(2025, 10, 6)) == []
    assert "date_differs" in _codes("mai Tả Van nghỉ học nhé", entry, dt.date(2025, 10, 7))


def test_a_question_is_told_from_a_denial() -> None:
    asked = _compared("hồ Nậm Mít xả lũ lúc 14h hôm nay phải không?")
    assert asked.question
    assert asked.conflicts == ()


def test_an_entry_that_no_longer_holds_is_a_conflict() -> None:
    late = dt.date(2025, 11, 1)
    assert "no_longer_valid" in _codes("hồ Nậm Mít xả lũ ngày 5/10", _DAM, late)


def test_spans_point_into_both_texts_as_given() -> None:
    message = "Tin khẩn: hồ Nậm Mít xả lũ 350 m3/s lúc 14 giờ ngày 5/10"
    for row in _compared(message).of("agree"):
        if row.query_span:
            start, end = row.query_span
            assert message[start:end] == row.query_value
        if row.entry_span:
            start, end = row.entry_span
            assert _DAM.claim[start:end] == row.entry_value


def test_a_long_forward_may_say_more_than_the_claim() -> None:
    more = " Nhà nào có 2 xe máy thì kê cao 1 mét, mang theo 3 lít nước." * 6
    forward = _DAM.claim + "." + more
    assert len(forward.split()) > LONG
    assert _codes(forward) == []


@given(st.integers(2, 9_999), st.integers(2, 9_999))
def test_two_numbers_of_households_agree_only_when_equal(said: int, claimed: int) -> None:
    entry = Entry("h", f"Có {claimed} hộ ở Bản Khoang phải di dời", date=_DAY)
    codes = _codes(f"nghe nói {said} hộ ở Bản Khoang phải di dời", entry)
    assert ("number_differs" in codes) is (said != claimed)


@given(st.dates(dt.date(2025, 8, 1), dt.date(2025, 12, 31)), st.integers(0, 40))
def test_two_days_agree_only_when_equal(day: dt.date, later: int) -> None:
    other = day + dt.timedelta(days=later)
    entry = Entry("d", f"Chợ Mường Vi nghỉ ngày {day.day}/{day.month}/{day.year}", date=day)
    codes = _codes(f"chợ Mường Vi nghỉ ngày {other.day}/{other.month}/{other.year}", entry, day)
    assert ("date_differs" in codes) is (later > 0)
