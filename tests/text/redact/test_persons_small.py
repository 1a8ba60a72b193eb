"""Names in small letters: only with a sure sign."""

import pytest

from kiemtin.text.redact.persons_small import find_small
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bà nguyễn thị thu hà ở xóm", "nguyễn thị thu hà"),
        ("lê văn bình bị bắt", "lê văn bình"),
        ("nguyễn tuấn anh đăng", "nguyễn tuấn anh"),
        ("tran van be o ban qua", "tran van be"),
        ("chuyển khoản cho tran thi be nhé", "tran thi be"),
    ],
)
def test_a_family_with_its_middle_name_is_a_person(text: str, name: str) -> None:
    assert seen(find_small, text) == [("person_name", name)]


@pytest.mark.parametrize(
    "text",
    ["quản lý thị trường", "ra thị trấn", "phụ huynh thi nhau khoe", "phí thị thực",
     "nhà nguyễn huệ", "đường lê văn tám", "chủ tịch nguyễn văn an", "nguyen nhan",
     "ho van chua ve", "lê lết"],
)  # fmt: skip
def test_words_that_only_look_so_stay(text: str) -> None:
    assert seen(find_small, text) == []
