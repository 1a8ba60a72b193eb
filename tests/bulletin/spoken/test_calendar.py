"""Dates and times are said as people say them; what only looks like a date is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.spoken.calendar import CALENDAR, day_words, month_words
from kiemtin.bulletin.spoken.numbers import number_words
from kiemtin.bulletin.spoken.rewrite import rewritten


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("9/9", "ngày mùng chín tháng chín"),
        ("ngày 9/9", "ngày mùng chín tháng chín"),
        ("mùng 3/3", "mùng ba tháng ba"),
        ("hôm 30/4", "hôm ba mươi tháng tư"),
        ("22/11/2026", "ngày hai mươi hai tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("1-5-2026", "ngày mùng một tháng năm năm hai nghìn không trăm hai mươi sáu"),
        ("2026-11-22", "ngày hai mươi hai tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("lễ 2-9", "lễ mùng hai tháng chín"),
        ("ngày 28-3", "ngày hai mươi tám tháng ba"),
        ("9–12/9", "ngày mùng chín đến ngày mười hai tháng chín"),
        ("9/9-12/9", "ngày mùng chín tháng chín đến ngày mười hai tháng chín"),
        ("tháng 9/2024", "tháng chín năm hai nghìn không trăm hai mươi tư"),
        ("tháng 4", "tháng tư"),
        ("thứ 4", "thứ tư"),
        ("14:05", "mười bốn giờ năm phút"),
        ("7:00", "bảy giờ"),
        ("21h30", "hai mươi mốt giờ ba mươi phút"),
        ("19g30", "mười chín giờ ba mươi phút"),
        ("0h", "không giờ"),
        ("7–9h", "bảy đến chín giờ"),
        ("7h30-9h", "bảy giờ ba mươi phút đến chín giờ"),
        ("14:00 – 15:30", "mười bốn giờ đến mười lăm giờ ba mươi phút"),
        ("trực 24/7", "trực hai mươi tư trên bảy"),
        ("24/24", "hai mươi tư trên hai mươi tư"),
    ],
)
def test_said(written: str, said: str) -> None:
    assert rewritten(written, CALENDAR) == said


@pytest.mark.parametrize(
    "written",
    ["1/3 số hộ", "cấp 1/2", "số nhà 3/4", "32/9", "9/13", "14:75", "25:00", "1.5", "1/2/3", "4G"],
)
def test_left_alone(written: str) -> None:
    assert rewritten(written, CALENDAR) == written


@given(st.dates())
def test_every_date_has_its_day_and_its_month(day: object) -> None:
    written = f"ngày {day:%d/%m}"
    number, month = int(f"{day:%d}"), int(f"{day:%m}")
    assert rewritten(written, CALENDAR) == f"ngày {day_words(number)} tháng {month_words(month)}"


@given(st.integers(0, 23), st.integers(1, 59), st.sampled_from([":", "h", "g"]))
def test_every_time_has_its_hour_and_minute(hour: int, minute: int, sign: str) -> None:
    said = rewritten(f"lúc {hour}{sign}{minute:02}", CALENDAR)
    assert said == f"lúc {number_words(hour)} giờ {number_words(minute)} phút"
