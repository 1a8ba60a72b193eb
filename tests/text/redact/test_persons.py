"""Names with capitals, by the word before them or by the family's name."""

import pytest

from kiemtin.text.redact.persons import find_persons
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("anh Nguyễn Văn An kêu", "Nguyễn Văn An"),
        ("Chị Lan bảo", "Lan"),
        ("bà Vàng Thị Mỷ", "Vàng Thị Mỷ"),
        ("tài xế Hùng chạy", "Hùng"),
        ("học sinh Lan Anh", "Lan Anh"),
        ("bắt Nguyễn Hùng ở đây", "Nguyễn Hùng"),
        ("Hồ Thị Lan kể", "Hồ Thị Lan"),
        ("anh Hùng Lào Cai", "Hùng"),
        ("Lan Anh Nguyễn kể", "Lan Anh Nguyễn"),
        ("anh Trần Phú ở xóm", "Trần Phú"),
        ("anh Nguyen Van An o Sa Pa", "Nguyen Van An"),
        ("theo Nguyen Van An thì đập vỡ", "Nguyen Van An"),
    ],
)
def test_a_person_is_found(text: str, name: str) -> None:
    assert seen(find_persons, text) == [("person_name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "xã Võ Lao",
        "cầu Trần Thị Lý",
        "bệnh viện Bạch Mai",
        "Trần Phú ngập",
        "Hoàng Su Phì",
        "Hồ Ba Bể",
        "bà H. kể",
        "chị Lào Cai",
        "ông Kim Jong-un",
        "Chủ tịch Nguyễn Văn An",
        "trẻ em Tây Bắc",
        "421 Trần Xuân Soạn, P. Tân Hưng",
        "Hoàng Anh Gia Lai",
        "anh Công an",
        "Cảnh Báo Lũ Quét Chị Em Chú Ý Cô Bác Anh Em Nhớ Nhé",
    ],
)
def test_places_bodies_and_offices_are_not(text: str) -> None:
    assert seen(find_persons, text) == []


def test_each_of_several_is_found() -> None:
    text = "Nguyễn Văn An, Lò Thị Bé và anh Páo"
    assert [value for _, value in seen(find_persons, text)] == ["Nguyễn Văn An", "Lò Thị Bé", "Páo"]
