"""Amounts with their units, money, percent, shares, ranges and degrees below zero."""

import pytest

from kiemtin.bulletin.spoken.measures import MEASURES, UNITS
from kiemtin.bulletin.spoken.rewrite import rewritten


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2.500 m3/s", "hai nghìn năm trăm mét khối một giây"),
        ("60km/h", "sáu mươi ki lô mét một giờ"),
        ("120-150 mm", "một trăm hai mươi đến một trăm năm mươi mi li mét"),
        ("10km-15km", "mười đến mười lăm ki lô mét"),
        ("3–5%", "ba đến năm phần trăm"),
        ("0,5 ha", "không phẩy năm héc ta"),
        ("37,5 độ C", "ba mươi bảy phẩy năm độ xê"),
        ("-5 °C", "âm năm độ xê"),
        ("50.000đ", "năm mươi nghìn đồng"),
        ("50.000đ/hộ", "năm mươi nghìn đồng một hộ"),
        ("1,2 tỷ đồng", "một phẩy hai tỷ đồng"),
        ("500k", "năm trăm nghìn đồng"),
        ("2tr5", "hai triệu năm trăm nghìn"),
        ("1tỷ250", "một tỷ hai trăm năm mươi triệu"),
        ("$5", "năm đô la Mỹ"),
        ("100 USD", "một trăm đô la Mỹ"),
        ("20 000 người", "hai mươi nghìn người"),
        ("1/3 số hộ", "một phần ba số hộ"),
        ("1m65", "một mét sáu mươi lăm"),
        ("đồng/kg", "đồng một ki lô gam"),
        ("5 mái nhà", "năm mái nhà"),
        ("8 học sinh", "tám học sinh"),
        ("3 lần", "ba lần"),
    ],
)
def test_said(written: str, said: str) -> None:
    assert rewritten(written, MEASURES) == said


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_every_unit_is_said_by_its_name(unit: str) -> None:
    assert rewritten(f"7 {unit}.", MEASURES) == f"bảy {UNITS[unit]}."
