"""The hint of danger to life reads messages as they are typed, and stays off what is merely bad."""

import pytest

from kiemtin.desk.urgency import looks_urgent


@pytest.mark.parametrize(
    "text",
    [
        "Vỡ đập Thác Bà rồi bà con ơi",
        "nghe noi dap nam mau sap vo, chay ngay",
        "ĐẬP THỦY ĐIỆN BỊ VỠ TỐI NAY",
        "lũ quét ở Bát Xát, 3 người mất tích",
        "Sạt lở taluy, xe bị vùi",
        "thuy dien xa lu luc 2h sang",
        "cả thôn phải sơ tán trong đêm",
        "uống nước suối bị ngộ độc hàng loạt",
        "Is it true that the dam burst?",
    ],
)
def test_danger_to_life_is_noticed_however_it_is_typed(text: str) -> None:
    assert looks_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ngân hàng sắp đổi tên, có thật không?",
        "Học sinh được nghỉ thứ hai phải không",
        "Cảm ơn bàn kiểm tin nhiều nhé",
        "tăng giá điện từ tháng sau",
        "đăng ký nhận tiền hỗ trợ ở link này",
    ],
)
def test_other_messages_are_not_called_urgent(text: str) -> None:
    assert not looks_urgent(text)
