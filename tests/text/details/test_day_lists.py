"""Days that are listed before one month are all dates: TODAY is Friday, 15 August 2025."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import DateValue
from tests.text.details.reading import TODAY, values


def stretch(first: dt.date, last: dt.date) -> DateValue:
    return DateValue(first, last)


def days(month: int, first: int, last: int, year: int = 2025) -> DateValue:
    return DateValue(dt.date(year, month, first), dt.date(year, month, last))


@pytest.mark.parametrize(
    "text",
    [
        "24, 25/9",
        "24,25/9",
        "24 25/9",
        "24 và 25/9",
        "24 va 25/9",
        "24 với 25/9/2025",
        "24-25/9",
        "24 – 25/9",
        "24&25/9",
        "24→25/9",
        "24/9-25/9",
        "24/9 và 25/9",
        "ngày 24 và ngày 25/9",
        "24 và 25 tháng 9",
        "24-25 tháng 9 năm 2025",
        "24, 25 tháng chín",
        "hai tư, hai lăm tháng chín",
        "từ 24 đến 25/9",
        "từ ngày 24 tới ngày 25/9",
    ],
)
def test_days_in_a_row_are_one_stretch_however_they_are_joined(text: str) -> None:
    assert values(f"cắt điện {text} nhé", "date") == [days(9, 24, 25)]
    assert values(f"cắt điện {text} nhé", "number") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nghỉ 12 đến 14 tháng 9", [days(9, 12, 14)]),
        ("nghỉ 3, 4 và 5/9", [days(9, 3, 5)]),
        ("họp 14 và 17/9", [days(9, 14, 14), days(9, 17, 17)]),
        ("các ngày 3, 5, 7/9", [days(9, 3, 3), days(9, 5, 5), days(9, 7, 7)]),
        ("nghi 22 23 thang 9", [days(9, 22, 23)]),
        ("nghỉ 22/7 - 24/7", [days(7, 22, 24)]),
        ("đóng 28/9 - 2/10", [stretch(dt.date(2025, 9, 28), dt.date(2025, 10, 2))]),
        ("nghỉ 22, 23 này", [days(8, 22, 23)]),
        ("họp hôm hai mốt", [days(8, 21, 21)]),
        ("họp hai bảy tháng chín", [days(9, 27, 27)]),
        ("mười lăm này họp", [days(8, 15, 15)]),
        ("ngày 18 này họp", [days(8, 18, 18)]),
        ("ngày 24 và 25 họp", [days(8, 24, 25)]),
        ("họp 14/9 và 20/10", [days(9, 14, 14), days(10, 20, 20)]),
    ],
)
def test_listed_days(text: str, expected: list[DateValue]) -> None:
    assert values(text, "date") == expected
    assert values(text, "number") == []


@pytest.mark.parametrize(
    "text",
    ["tổ 9 10/9", "lớp 9, 10/9 khai giảng", "có 12 hộ, 10/9 họp", "đạt 7,8/10 điểm", "phòng 9 này"],
)
def test_a_number_that_names_or_counts_is_no_day_of_a_list(text: str) -> None:
    assert len(values(text, "date")) <= 1
    assert all(isinstance(one, DateValue) and one.first == one.last for one in values(text, "date"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mười tháng chín mới mở", days(9, 10, 10)),
        ("mùng mười tháng chín", days(9, 10, 10)),
        ("muoi thang chin mo lai", days(9, 10, 10)),
        ("mười bốn tháng chín", days(9, 14, 14)),
        ("mùng mười tháng năm", days(5, 10, 10)),
        ("mười tháng năm mới mở", days(5, 10, 10)),
    ],
)
def test_a_day_and_month_in_words(text: str, expected: DateValue) -> None:
    assert values(text, "date") == [expected]
    assert values(text, "number") == []


@pytest.mark.parametrize(
    "text",
    ["suốt mười tháng", "trong 3 tháng năm 2025", "ba tháng năm nay", "sau hai tháng ba hộ về"],
)
def test_months_that_last_are_no_day(text: str) -> None:
    assert not any(
        isinstance(one, DateValue) and one.first == one.last for one in values(text, "date")
    )
    assert values(text, "number")


@given(
    st.dates(dt.date(2025, 3, 1), dt.date(2025, 12, 28)),
    st.integers(1, 5),
    st.sampled_from(
        ["{0}-{1}/{2}", "từ {0} đến {1}/{2}", "{0} tới {1} tháng {2}", "{0}/{2} - {1}/{2}"]
    ),
)
def test_a_range_is_from_its_first_to_its_last_day(first: dt.date, more: int, form: str) -> None:
    last = first + dt.timedelta(days=more)
    if last.month != first.month or abs((last - TODAY).days) > 180:
        return
    text = form.format(first.day, last.day, last.month)
    assert values(f"nghỉ {text}.", "date") == [stretch(first, last)]
    assert values(f"nghỉ {text}.", "number") == []


def test_each_day_keeps_its_part() -> None:
    first, last = values("từ sáng 14 đến chiều 16/8", "date")
    assert first == DateValue(dt.date(2025, 8, 14), dt.date(2025, 8, 14), "morning", "from")
    assert last == DateValue(dt.date(2025, 8, 16), dt.date(2025, 8, 16), "afternoon", "until")
