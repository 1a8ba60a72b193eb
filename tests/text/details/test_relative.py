"""Days told from today: TODAY is Friday, 15 August 2025."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import DateValue
from kiemtin.text.details.message import Message
from kiemtin.text.details.relative import relative_dates
from tests.text.details.reading import TODAY


def read(text: str, today: dt.date = TODAY) -> list[tuple[str, str, str]]:
    """First day, last day and part of the day of each date."""
    found = [detail.value for detail in relative_dates(Message(text, today))]
    dates = [value for value in found if isinstance(value, DateValue)]
    return [(one.first.isoformat(), one.last.isoformat(), one.part) for one in dates]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("nước lên hôm kia", "2025-08-13", "2025-08-13"),
        ("mai đóng đèo", "2025-08-16", "2025-08-16"),
        ("đóng đèo ngày mốt", "2025-08-17", "2025-08-17"),
        ("họp tuần sau", "2025-08-18", "2025-08-24"),
        ("họp tháng trước", "2025-07-01", "2025-07-31"),
        ("lũ năm kia", "2023-01-01", "2023-12-31"),
        ("lũ hồi cuối năm", "2024-08-31", "2024-12-31"),
        ("mai len xa lam the", "2025-08-16", "2025-08-16"),
        ("năm trước có lũ", "2024-01-01", "2024-12-31"),
        ("lũ hồi đầu năm", "2025-01-01", "2025-04-30"),
        ("lũ cuối năm ngoái", "2024-08-31", "2024-12-31"),
        ("lũ năm ngoái", "2024-01-01", "2024-12-31"),
        ("thứ hai tuần sau họp", "2025-08-18", "2025-08-18"),
        ("họp thứ sáu", "2025-08-15", "2025-08-15"),
        ("t7 này họp", "2025-08-16", "2025-08-16"),
        ("chủ nhật tuần trước", "2025-08-10", "2025-08-10"),
        ("5-7 ngày nữa xả lũ", "2025-08-20", "2025-08-22"),
        ("3 ngày nữa xả lũ", "2025-08-18", "2025-08-18"),
        ("3 ngày tới mưa to", "2025-08-16", "2025-08-18"),
        ("mưa suốt 3 ngày qua", "2025-08-12", "2025-08-15"),
        ("hai tuần trước", "2025-08-01", "2025-08-01"),
        ("cách đây một tuần", "2025-08-08", "2025-08-08"),
    ],
)
def test_a_day_is_counted_from_today(text: str, first: str, last: str) -> None:
    assert [(a, b) for a, b, _ in read(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "day", "part"),
    [
        ("tối nay xả lũ", "2025-08-15", "evening"),
        ("đêm qua lở núi", "2025-08-14", "night"),
        ("sáng mai cấm xe", "2025-08-16", "morning"),
    ],
)
def test_the_part_of_the_day_goes_with_it(text: str, day: str, part: str) -> None:
    assert read(text) == [(day, day, part)]


@pytest.mark.parametrize(
    "text",
    [
        "chị Mai bảo thế",
        "hoa mai nở",
        "mai nha toc het",
        "mua mai mai khong tanh",
        "toc mai ton nha dan",
        "50 năm trước có lũ",
        "mấy hôm nay mưa",
        "lần thứ hai vỡ đập",
        "thứ hai trong tỉnh",
    ],
)
def test_what_only_sounds_like_a_day_is_none(text: str) -> None:
    assert read(text) == []


def test_what_a_date_has_taken_is_spoken_for() -> None:
    message = Message("3 ngày nữa", TODAY)
    (detail,) = relative_dates(message)
    assert not message.free(detail.start, detail.end)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_alone_is_the_next_one_today_included(today: dt.date, weekday: int) -> None:
    names = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]
    ((first, last, _),) = read(f"họp {names[weekday]}", today)
    day = dt.date.fromisoformat(first)
    assert first == last
    assert day.weekday() == weekday
    assert 0 <= (day - today).days < 7
