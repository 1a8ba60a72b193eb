"""Sums of money come to the same value, however they are written."""

import pytest

from kiemtin.text.details import MoneyValue
from tests.text.details.reading import values


def vnd(low: int, high: int | None = None) -> MoneyValue:
    return MoneyValue(low, low if high is None else high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thu 200.000 đồng", vnd(200_000)),
        ("thu 200.000đ", vnd(200_000)),
        ("thu 200k", vnd(200_000)),
        ("thu 200 nghìn", vnd(200_000)),
        ("thu hai trăm nghìn", vnd(200_000)),
        ("thu hai tram nghin", vnd(200_000)),
        ("thu hai trăm ngàn đồng", vnd(200_000)),
        ("thu 200 nghin", vnd(200_000)),
        ("nộp 2,5 triệu", vnd(2_500_000)),
        ("nộp 2.5 triệu", vnd(2_500_000)),
        ("nộp 2tr5", vnd(2_500_000)),
        ("lúa lên 6k8 rồi", vnd(6_800)),
        ("phải nộp 30.000 đồng đổi thẻ", vnd(30_000)),
        ("xang giam 2000 dong", vnd(2_000)),
        ("nộp hai triệu rưỡi", vnd(2_500_000)),
        ("nop hai trieu ruoi", vnd(2_500_000)),
        ("nộp hai triệu năm trăm nghìn", vnd(2_500_000)),
        ("nộp 2.500.000 đồng", vnd(2_500_000)),
        ("nộp 2.500.000 VNĐ", vnd(2_500_000)),
        ("nộp 2 củ rưỡi", vnd(2_500_000)),
        ("nộp hai trăm rưỡi tiền quỹ", vnd(250_000)),
        ("nộp 200-300k", vnd(200_000, 300_000)),
        ("giá 65.000 đồng/kg", vnd(65_000)),
        ("giá năm nghìn bạc", vnd(5_000)),
        ("hỗ trợ 1,2 tỷ đồng", vnd(1_200_000_000)),
        ("được trăm nghìn lì xì", vnd(100_000)),
        ("vé 200.000 một lượt", None),
        ("mất 500 usd", MoneyValue(500, 500, "USD")),
        ("thu 41,8 đến 55,2 triệu đồng", vnd(41_800_000, 55_200_000)),
        ("vốn 34 nghìn tỷ đồng", vnd(34_000_000_000_000)),
        ("quỹ 1 tỷ 2", vnd(1_200_000_000)),
        ("quy 1 ty 2 do ba con dong", vnd(1_200_000_000)),
        ("nộp một phẩy hai tỷ", vnd(1_200_000_000)),
        ("đóng bốn trăm rưỡi", vnd(450_000)),
        ("thu 2 trăm rưởi", vnd(250_000)),
        ("thu hai trăm ngàn rưỡi", vnd(250_000)),
        ("nộp hai tám nghìn", vnd(28_000)),
        ("nộp hai ba nghìn", vnd(2_000, 3_000)),
        ("thu 450 nghìn tuyến Hà Nội", vnd(450_000)),
        ("nộp 2 củ", vnd(2_000_000)),
        ("mất 20 đô", MoneyValue(20, 20, "USD")),
    ],
)
def test_a_sum_of_money(text: str, expected: MoneyValue | None) -> None:
    assert values(text, "money") == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "hai triệu người",
        "1,2 triệu thuê bao",
        "200 nghìn hộ",
        "20 độ",
        "5 kg gạo",
        "hàng triệu đồng",
        "11 đồng bào",
        "20 triệu năm",
        "8,26 triệu cổ phiếu",
    ],
)
def test_other_large_numbers_are_no_money(text: str) -> None:
    assert values(text, "money") == []


def test_a_bound_is_kept() -> None:
    assert values("thu hơn 200k", "money") == [MoneyValue(200_000, 200_000, "VND", "least")]
