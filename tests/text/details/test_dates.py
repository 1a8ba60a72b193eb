"""Dates are read as days of the calendar, seen from the day of the message."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import DateValue, extract
from kiemtin.text.details.types import Part, Relation
from tests.text.details.reading import TODAY, values, written


def day(
    month: int, date: int, year: int = 2025, part: Part = "", relation: Relation = "on"
) -> DateValue:
    one = dt.date(year, month, date)
    return DateValue(one, one, part, relation)


def span(first: str, last: str, relation: Relation = "on") -> DateValue:
    return DateValue(
        dt.date.fromisoformat(first),
        dt.date.fromisoformat(last),
        "",
        relation,
    )


@pytest.mark.parametrize(
    "text",
    [
        "14/8/2025",
        "14-8-2025",
        "14.8.2025",
        "14/08/2025",
        "14/8/25",
        "14/8",
        "14-8",
        "ngày 14-8",
        "ngày 14.8",
        "ngày 14 tháng 8",
        "ngày 14 tháng 8 năm 2025",
        "14 tháng 8",
        "mười bốn tháng tám",
        "ngày mười bốn tháng tám",
        "hôm 14/8",
        "ngay 14 thang 8",
        "hôm qua",
        "ngày hôm qua",
        "hqua",
        "cách đây 1 ngày",
        "1 ngày trước",
        "ngày 14",
    ],
)
def test_ways_to_write_one_day(text: str) -> None:
    assert values(f"Nước lên {text} rồi", "date") == [day(8, 14)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đêm 14/8/2025", day(8, 14, part="night")),
        ("tối ngày 14/8", day(8, 14, part="evening")),
        ("toi 14/8 nuoc len", day(8, 14, part="evening")),
        ("rạng sáng 14/8", day(8, 14, part="dawn")),
        ("đêm mùng 1/10", day(10, 1, part="night")),
        ("hai mươi tháng tám", day(8, 20)),
        ("mùng 3 tháng 9", day(9, 3)),
        ("tháng tư", span("2025-04-01", "2025-04-30")),
        ("năm học 2025-2026", span("2025-01-01", "2026-12-31")),
        ("tháng 10/2025", span("2025-10-01", "2025-10-31")),
        ("tháng 10 năm 2025", span("2025-10-01", "2025-10-31")),
        ("cuối tháng 10", span("2025-10-21", "2025-10-31")),
        ("năm 2026", span("2026-01-01", "2026-12-31")),
        ("dịp Tết 2026", span("2026-02-10", "2026-02-26")),
        ("từ ngày 20/8", day(8, 20, relation="from")),
        ("kể từ 20/8", day(8, 20, relation="from")),
        ("tu ngay 20/8 tro di", day(8, 20, relation="from")),
        ("đến hết tháng 10/2025", span("2025-10-01", "2025-10-31", "until")),
        ("tắc tới 30/11", day(11, 30, relation="until")),
        ("trước ngày 1/9", day(9, 1, relation="before")),
        ("sau 1/1/2026", day(1, 1, 2026, relation="after")),
        ("tính đến ngày 19/8", day(8, 19)),
        ("tinh toi 19/8", day(8, 19)),
        ("hôm nay", day(8, 15)),
        ("hnay", day(8, 15)),
        ("tối nay", day(8, 15, part="evening")),
        ("toi nay", day(8, 15, part="evening")),
        ("đêm qua", day(8, 14, part="night")),
        ("sáng hôm qua", day(8, 14, part="morning")),
        ("hôm kia", day(8, 13)),
        ("mai", day(8, 16)),
        ("sáng mai", day(8, 16, part="morning")),
        ("ngày mai", day(8, 16)),
        ("ngày kia", day(8, 17)),
        ("thứ hai tuần sau", day(8, 18)),
        ("thứ 2 tuần sau", day(8, 18)),
        ("thứ hai tuần này", day(8, 11)),
        ("thứ tư tuần trước", day(8, 6)),
        ("chủ nhật", day(8, 17)),
        ("t7 nghỉ học", day(8, 16)),
        ("cuối tuần", span("2025-08-16", "2025-08-17")),
        ("cuối tuần sau", span("2025-08-23", "2025-08-24")),
        ("tuần sau", span("2025-08-18", "2025-08-24")),
        ("tháng trước", span("2025-07-01", "2025-07-31")),
        ("năm ngoái", span("2024-01-01", "2024-12-31")),
        ("3 ngày nữa", day(8, 18)),
        ("ba ngày nữa", day(8, 18)),
        ("3 ngày tới", span("2025-08-16", "2025-08-18")),
        ("cách đây hai tuần", day(8, 1)),
    ],
)
def test_dates_absolute_and_relative(text: str, expected: DateValue) -> None:
    assert values(text, "date") == [expected]


def test_from_and_until_are_two_dates() -> None:
    assert values("đóng từ 1/10 đến hết 5/10", "date") == [
        day(10, 1, relation="from"),
        day(10, 5, relation="until"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "mở cửa 24/7",
        "lần thứ hai",
        "người thứ ba",
        "hoa mai nở",
        "cô Mai nói",
        "mỉa mai nhau",
        "mai táng xong",
        "mấy hôm nay",
        "nửa năm trước",
        "tuyến đường thứ hai của thành phố",
        "bệnh viện bạch mai",
        "1/3 số hộ",
        "31/2",
        "99/99",
        "2.5 triệu",
        "12-15 hộ",
        "2025 người",
        "km 14+800",
        "mạng 4G",
        "tỷ số 2-1",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text, "date") == []


def test_a_day_without_its_year_is_the_nearest() -> None:
    late = extract("nghỉ ngày 1/1", today=dt.date(2025, 12, 20)).of("date")[0].value
    early = extract("nghỉ ngày 30/12", today=dt.date(2026, 1, 3)).of("date")[0].value
    assert isinstance(late, DateValue)
    assert isinstance(early, DateValue)
    assert (late.first, early.first) == (dt.date(2026, 1, 1), dt.date(2025, 12, 30))


def test_the_span_holds_the_part_of_the_day() -> None:
    assert written("sơ tán trong đêm 14/8/2025 nhé", "date") == ["đêm 14/8/2025"]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_every_date_written_out_is_that_date(date: dt.date) -> None:
    forms = (
        f"{date.day}/{date.month}/{date.year}",
        f"{date:%d-%m-%Y}",
        f"ngày {date.day} tháng {date.month} năm {date.year}",
    )
    for form in forms:
        assert values(f"Họp {form}.", "date") == [DateValue(date, date)]


@given(
    st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    st.sampled_from(
        [
            "mai",
            "hôm kia",
            "cuối tuần sau",
            "thứ hai tuần trước",
            "tháng sau",
            "năm ngoái",
            "14/8",
            "ngày 31",
            "tháng 2",
            "3 tuần nữa",
            "cách đây 9 năm",
            "29/2",
            "cuối năm",
        ]
    ),
)
def test_no_day_of_the_calendar_is_too_early_or_late(today: dt.date, text: str) -> None:
    for detail in extract(text, today=today).of("date"):
        assert isinstance(detail.value, DateValue)
        assert detail.value.first <= detail.value.last


def test_today_is_not_read_from_a_clock() -> None:
    assert TODAY.isoformat() == "2025-08-15"
    later = extract("hôm nay", today=dt.date(2031, 1, 1)).of("date")[0].value
    assert later == DateValue(dt.date(2031, 1, 1), dt.date(2031, 1, 1))
