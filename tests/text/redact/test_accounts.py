"""Names of accounts."""

import pytest

from kiemtin.text.redact.accounts import find_handles, find_named
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo @lan.anh thì", "@lan.anh"),
        ("@lan_anh93, ơi", "@lan_anh93"),
        ("@Nguyễn Văn An ơi", "@Nguyễn Văn An"),
        ("hỏi @lan. Rồi", "@lan"),
    ],
)
def test_a_handle_is_found(text: str, name: str) -> None:
    assert seen(find_handles, text) == [("account_name", name)]


@pytest.mark.parametrize("text", ["@all xem", "@mọi người", "a@example", "8h @ nhà", "@5"])
def test_a_call_to_all_is_no_handle(text: str) -> None:
    assert seen(find_handles, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zalo: Minh Anh nhé", "Minh Anh"),
        ("fb tên Lan đăng", "Lan"),
        ('tài khoản TikTok có tên "Gió Núi" đăng', '"Gió Núi"'),
        ("nick lananh.93 đăng", "lananh.93"),
        ("facebook: lananh_93", "lananh_93"),
        ("zalo ten lan anh la lua", "lan anh"),
    ],
)
def test_the_name_after_a_network_is_found(text: str, name: str) -> None:
    assert seen(find_named, text) == [("account_name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Facebook: Đập Nậm Pung vỡ",
        "Facebook Việt Nam",
        'tài khoản "Công an tỉnh"',
        "Facebook: 'Xin chào cả nhà! Tôi đã quay lại'",
        "zalo: đập vỡ rồi",
        "tài khoản có 500k",
        "chuyển vào tài khoản mang tên tổ chức",
    ],
)
def test_news_and_bodies_are_no_account_names(text: str) -> None:
    assert seen(find_named, text) == []
