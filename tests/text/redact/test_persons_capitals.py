"""Names in capitals: only with a sure sign."""

import pytest

from kiemtin.text.redact.persons_capitals import find_capitals
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NGUYEN VAN AN", "NGUYEN VAN AN"),
        ("stk MB TRAN LAN ANH nhé", "TRAN LAN ANH"),
        ("TRAN LAN ANH ACB", "TRAN LAN ANH"),
        ("CHỊ TRẦN LAN ANH KÊU CỨU", "TRẦN LAN ANH"),
        ("LÒ THỊ THU HÀ MẤT TÍCH", "LÒ THỊ THU HÀ"),
    ],
)
def test_capitals_name_a_person_beside_an_account_or_an_honorific(text: str, name: str) -> None:
    assert seen(find_capitals, text) == [("person_name", name)]


@pytest.mark.parametrize(
    "text",
    ["CẢNH BÁO HỒ ĐẬP VỠ", "QUẢN LÝ THỊ TRƯỜNG", "CÁC CHI PHÍ TỐ TỤNG", "LÊ LỢI NGẬP", "VŨ KHÍ"],
)
def test_headlines_in_capitals_name_nobody(text: str) -> None:
    assert seen(find_capitals, text) == []
