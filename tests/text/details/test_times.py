"""Times of day are read as minutes after midnight; lengths of time are not taken for them."""

import pytest

from kiemtin.text.details import TimeValue
from tests.text.details.reading import values, written


@pytest.mark.parametrize(
    ("text", "hour", "minute", "sure"),
    [
        ("7h", 7, 0, False),
        ("lúc 7 giờ", 7, 0, False),
        ("7h30", 7, 30, False),
        ("7h sáng", 7, 0, True),
        ("7h tối", 19, 0, True),
        ("19h30", 19, 30, True),
        ("19g30", 19, 30, True),
        ("19:30", 19, 30, True),
        ("19 giờ 30 phút", 19, 30, True),
        ("bảy giờ tối", 19, 0, True),
        ("bay gio sang", 7, 0, True),
        ("tám giờ ba mươi", 8, 30, False),
        ("mười chín giờ", 19, 0, True),
        ("5 giờ rưỡi chiều", 17, 30, True),
        ("12h trưa", 12, 0, True),
        ("12h đêm", 0, 0, True),
        ("1h chiều", 13, 0, True),
        ("3h sáng", 3, 0, True),
        ("không giờ", 0, 0, True),
        ("0h", 0, 0, True),
        ("23h59'", 23, 59, True),
        ("2 giờ đêm", 2, 0, True),
        ("11 giờ đêm", 23, 0, True),
        ("tối nay lúc 7h", 19, 0, True),
        ("1 giờ 30 chiều", 13, 30, True),
        ("9 giờ kém 15", 8, 45, False),
        ("10 rưỡi sáng", 10, 30, True),
        ("bảy rưỡi tối", 19, 30, True),
    ],
)
def test_a_time_of_day(text: str, hour: int, minute: int, sure: bool) -> None:
    expected = TimeValue(hour * 60 + minute, sure)
    if text == "bay gio sang":
        assert values(f"luc {text}", "time") == [expected]
    else:
        assert values(text, "time") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "mất 3 giờ",
        "trong 24h",
        "suốt 5 giờ liền",
        "3 giờ đồng hồ",
        "40 km/h",
        "bây giờ",
        "mạng 4g yếu",
        "suốt 13 giờ",
        "bay gio toi moi biet",
        "mấy giờ rồi",
        "hơn 2 giờ mới xong",
        "làm 3-4 giờ",
        "từ 2 đến 3 giờ đồng hồ",
        "25h",
        "7:75",
        "1:2",
    ],
)
def test_lengths_and_other_words_are_no_times(text: str) -> None:
    assert values(text, "time") == []


def test_two_times_of_a_span_are_both_read() -> None:
    assert written("cắt điện từ 6 giờ đến 11 giờ", "time") == ["6 giờ", "11 giờ"]


def test_a_number_after_an_hour_is_no_minutes() -> None:
    assert written("lúc 7 giờ 30 người bị kẹt", "time") == ["7 giờ"]
    assert written("lúc 7 giờ 30 người bị kẹt", "number") == ["30 người"]


@pytest.mark.parametrize(
    ("text", "hours", "sure"),
    [
        ("từ 6 tới 11 giờ", (6, 11), False),
        ("tu 6 toi 11 gio", (6, 11), False),
        ("6-11h", (6, 11), False),
        ("6h-11h", (6, 11), False),
        ("6h đến 11h", (6, 11), False),
        ("từ sáu đến mười một giờ", (6, 11), False),
        ("từ 6 đến 11 giờ tối", (18, 23), True),
        ("7-9 giờ sáng", (7, 9), True),
        ("từ 10 đến 2 giờ chiều", (10, 14), True),
    ],
)
def test_both_ends_of_a_range_are_times(text: str, hours: tuple[int, int], sure: bool) -> None:
    assert values(f"cắt điện {text}", "time") == [TimeValue(hour * 60, sure) for hour in hours]
    assert values(f"cắt điện {text}", "number") == []
