"""Dates of the lunar year are days of the calendar: TODAY is 15 August 2025."""

import datetime as dt

import pytest

from kiemtin.text.details import DateValue, NumberValue
from kiemtin.text.details.types import Relation
from tests.text.details.reading import values


def span(first: str, last: str = "", relation: Relation = "on") -> DateValue:
    return DateValue(
        dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), "", relation
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mùng 2 Tết", span("2026-02-18")),
        ("mung 2 tet", span("2026-02-18")),
        ("mồng một Tết năm nay", span("2025-01-29")),
        ("28 Tết", span("2026-02-15")),
        ("28, 29 Tết", span("2026-02-15", "2026-02-16")),
        ("từ mùng 1 đến mùng 3 Tết", span("2026-02-17", "2026-02-19")),
        ("30 Tết 2026", span("2026-02-16")),
        ("giao thừa 2026", span("2026-02-16")),
        ("rằm tháng giêng năm nay", span("2025-02-12")),
        ("rằm tháng bảy", span("2025-09-06")),
        ("ram thang 7", span("2025-09-06")),
        ("mùng 3 tháng 3 âm lịch năm nay", span("2025-03-31")),
        ("mùng ba tháng ba âm năm nay", span("2025-03-31")),
        ("10/3 âm lịch năm nay", span("2025-04-07")),
        ("10/3/2026 âm", span("2026-04-26")),
        ("10/3 AL năm nay", span("2025-04-07")),
        ("25 tháng chạp năm kia", span("2024-02-04")),
        ("tháng giêng năm nay", span("2025-01-29", "2025-02-27")),
        ("rằm tháng 9 dương", span("2025-09-15")),
        ("mùng một tháng giêng dương lịch", span("2026-01-01")),
        ("tháng bảy âm lịch", span("2025-08-23", "2025-09-21")),
        ("Tết năm ngoái", span("2024-02-02", "2024-02-19")),
        ("Tết năm kia", span("2023-01-14", "2023-01-31")),
        ("hồi Tết", span("2025-01-22", "2025-02-07")),
        ("Tết vừa rồi", span("2025-01-22", "2025-02-07")),
        ("trước Tết 2026", span("2026-02-10", "2026-02-26", "before")),
        ("dịp Tết Nguyên đán 2026", span("2026-02-10", "2026-02-26")),
    ],
)
def test_a_lunar_date(text: str, expected: DateValue) -> None:
    whole = f"hop {text} nhe" if text.isascii() else f"họp {text} nhé"
    assert values(whole, "date") == [expected]
    assert values(whole, "number") == []


@pytest.mark.parametrize(
    "text", ["Tết Trung thu", "tết tóc cho con", "âm 10 độ", "mâm rằm", "ban am nhac", "giao hàng"]
)
def test_what_is_no_lunar_date(text: str) -> None:
    assert values(text, "date") == []


def test_days_of_tet_are_counted() -> None:
    assert values("nghỉ ba ngày Tết 2026", "number") == [NumberValue(3, 3, "ngày")]
    assert values("nghỉ ba ngày Tết 2026", "date") == [span("2026-02-10", "2026-02-26")]
