"""Numbers that name are told digit by digit; papers, roads and Roman counts as people name them."""

import pytest

from kiemtin.bulletin.spoken.codes import CODES, roman
from kiemtin.bulletin.spoken.rewrite import rewritten


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gọi 113", "gọi một một ba"),
        ("Nhắn 191", "Nhắn một chín một"),
        ("gửi 191 để nhận", "gửi một chín một để nhận"),
        ("gọi ngân hàng và 113.", "gọi ngân hàng và một một ba."),
        ("tổng đài 156", "tổng đài một năm sáu"),
        ("0912 345 678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("+84 912 345 678", "cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám"),
        ("1800 8108", "một tám không không, tám một không tám"),
        ("STK: 0123456789", "STK: không một hai ba, bốn năm sáu, bảy tám chín"),
        ("mã OTP 123456", "mã OTP một hai ba, bốn năm sáu"),
        ("123456789", "một hai ba, bốn năm sáu, bảy tám chín"),
        (
            "39/2020/TT-BTTTT",
            "ba mươi chín năm hai nghìn không trăm hai mươi của Bộ Thông tin và Truyền thông",
        ),
        ("Thông tư 39/2020", "Thông tư ba mươi chín năm hai nghìn không trăm hai mươi"),
        ("Km12+300", "ki lô mét số mười hai cộng ba trăm"),
        ("khoá XV", "khoá mười lăm"),
        ("đợt II", "đợt hai"),
        ("quý IV", "quý tư"),
        ("cấp IV", "cấp bốn"),
    ],
)
def test_said(written: str, said: str) -> None:
    assert rewritten(written, CODES) == said


@pytest.mark.parametrize(
    "written",
    [
        "gọi 300 người",
        "gửi 300 suất",
        "và 113 hộ",
        "1234567 người",
        "khu C",
        "loại L",
        "ca II",
        "5.000.000",
        "12,5",
    ],
)
def test_left_alone(written: str) -> None:
    assert rewritten(written, CODES) == written


def test_roman_numerals_and_what_is_none() -> None:
    numerals = {"I": 1, "IV": 4, "IX": 9, "XIV": 14, "XIX": 19, "XL": 40, "XC": 90, "XXVIII": 28}
    assert {written: roman(written) for written in numerals} == numerals
    assert [roman(written) for written in ("", "IIII", "VX", "IC", "C", "L", "i")] == [None] * 7
