"""Counts and measures are read with their unit, however they are written."""

import pytest

from kiemtin.text.details import NumberValue
from kiemtin.text.details.types import Bound
from tests.text.details.reading import values, written


def number(
    low: float, unit: str = "", high: float | None = None, bound: Bound = "exact"
) -> NumberValue:
    return NumberValue(low, low if high is None else high, unit, bound)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 hộ phải đi", number(12, "hộ")),
        ("mười hai nhà bị cuốn", number(12, "hộ")),
        ("12 gia đình mất nhà", number(12, "hộ")),
        ("muoi hai nha bi cuon", number(12, "hộ")),
        ("ba người mất tích", number(3, "người")),
        ("ba nguoi mat tich", number(3, "người")),
        ("3 nạn nhân", number(3, "người")),
        ("3 ng mất tích r", number(3, "người")),
        ("20 ca bạch hầu", number(20, "ca")),
        ("hai mươi ca mắc mới", number(20, "ca")),
        ("16 bạn hs bị ong đốt", number(16, "học sinh")),
        ("sáu em học sinh", number(6, "học sinh")),
        ("5 xã bị cô lập", number(5, "xã")),
        ("nước ngập 20cm", number(0.2, "m")),
        ("ngập sâu 1m65", number(1.65, "m")),
        ("ngập hai mét rưỡi", number(2.5, "m")),
        ("cách đó 5 cây số", number(5000, "m")),
        ("xả 3.160 m3/s", number(3160, "m3/s")),
        ("xả 3160m³/s", number(3160, "m3/s")),
        ("xả ba nghìn mét khối giây", number(3000, "m3/s")),
        ("gió 60 km/h", number(60, "km/h")),
        ("tăng 30%", number(30, "%")),
        ("tăng ba mươi phần trăm", number(30, "%")),
        ("tăng 2,5%", number(2.5, "%")),
        ("nặng 2 tấn rưỡi", number(2500, "kg")),
        ("đi mất ba tiếng", number(3, "giờ")),
        ("mất 3 giờ đồng hồ", number(3, "giờ")),
        ("trong 24h", number(24, "giờ")),
        ("mất nửa tiếng", number(0.5, "giờ")),
        ("một tiếng rưỡi", number(1.5, "giờ")),
        ("30 phút là xong", number(0.5, "giờ")),
        ("nghỉ ba đêm liền", number(3, "đêm")),
        ("2 tuần mới xong", number(14, "ngày")),
        ("bão số 3", number(3, "số")),
        ("thi vào lớp 10 năm 2026", number(10, "khối lớp")),
        ("gió cấp 8", number(8, "cấp")),
        ("quốc lộ 70 tắc", number(70, "quốc lộ")),
        ("nửa triệu người", number(500_000, "người")),
        ("1,2 triệu dân", number(1_200_000, "người")),
        ("1/3 số hộ đã đi", number(0.333333, "phần")),
        ("một trăm linh năm hộ", number(105, "hộ")),
        ("gạo 3 tấn 5", number(3500, "kg")),
        ("xây từ 400 năm trước", number(400, "năm")),
        ("một tháng sau mới về", number(1, "tháng")),
        ("mưa hai ngày cuối tuần", number(2, "ngày")),
        ("sâu 3m5", number(3.5, "m")),
        ("cao 1 mét 65", number(1.65, "m")),
        ("hai mốt hộ", number(21, "hộ")),
        ("ba hai hộ", number(32, "hộ")),
        ("tám chục hộ", number(80, "hộ")),
        ("chục rưỡi hộ", number(15, "hộ")),
        ("một phẩy hai mét", number(1.2, "m")),
        ("Séng Hương 6 nhà tốc mái", number(6, "hộ")),
        ("246 chỗ Tú Lệ", number(246)),
        ("ở 10 Đồng Tháp", number(10)),
        ("10 dong thap ngap", number(10)),
        ("co 2 van xa lu", number(2)),
        ("nong 40 do", number(40, "độ")),
    ],
)
def test_a_number_and_its_unit(text: str, expected: NumberValue) -> None:
    assert values(text, "number") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2-3 hộ", number(2, "hộ", 3)),
        ("từ 12 đến 15 hộ", number(12, "hộ", 15)),
        ("hai ba người", number(2, "người", 3)),
        ("năm hoặc sáu người", number(5, "người", 6)),
        ("hơn 20 người", number(20, "người", None, "least")),
        ("ít nhất 20 người", number(20, "người", None, "least")),
        ("20 người trở lên", number(20, "người", None, "least")),
        ("dưới 20 người", number(20, "người", None, "most")),
        ("chưa đến 20 người", number(20, "người", None, "most")),
        ("không tới 20 người", number(20, "người", None, "most")),
        ("chưa được 20 người", number(20, "người", None, "most")),
        ("không đến 20 người", number(20, "người", None, "most")),
        ("hơn chục người", number(10, "người", None, "least")),
        ("không quá 20 người", number(20, "người", None, "most")),
        ("khoảng 20 người", number(20, "người", None, "about")),
        ("gần hai chục người", number(20, "người", None, "about")),
        ("chục nhà bị cuốn", number(10, "hộ", None, "about")),
    ],
)
def test_ranges_and_bounds(text: str, expected: NumberValue) -> None:
    assert values(text, "number") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "gọi ngay 0900 000 001",
        "gọi 0900.000.001 nhé",
        "gửi về 0000 0000 0000",
        "quốc lộ QL4D",
        "tiêm kích F-15",
        "hàng trăm người chạy lũ",
        "mấy chục hộ",
        "vài nghìn người",
        "thứ hai nghỉ học",
        "lần thứ ba",
        "bây giờ trời mưa",
        "bay gio troi mua",
        "sau ngay do thi di",
        "ba me con chay lu",
        "năm nay mưa nhiều",
        "một chút nữa thôi",
        "1 lúc sau",
        "sinh viên 2k4",
        "hai ngày 24 và 25/9",
        "nghỉ thứ 7 này",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert values(text, "number") == []


def test_the_words_of_the_number_and_unit_are_its_span() -> None:
    assert written("Có hơn mười hai hộ dân ở thôn 3", "number") == ["mười hai hộ dân"]


def test_several_numbers_are_read_in_order() -> None:
    text = "12 hộ với 45 nhân khẩu, ngập 2m, chết ba con trâu"
    assert values(text, "number") == [
        number(12, "hộ"), number(45, "người"), number(2, "m"), number(3, "con"),
    ]  # fmt: skip


def test_a_price_for_each_keeps_the_two_numbers_apart() -> None:
    assert written("đóng hai triệu một cháu", "number") == ["một cháu"]
    assert written("đóng 25 nghìn 1 cân", "money") == ["25 nghìn"]
