"""Messages that ask are told from messages that tell."""

import pytest

from tests.text.details.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Đập vỡ thật không?",
        "dap vo that khong",
        "dap vo roi dung khong vay",
        "có phải đập vỡ rồi",
        "Có thật là đập vỡ không ạ",
        "co that la dap vo",
        "Cho hỏi đập vỡ chưa",
        "cho em hỏi đường 70 đi được chưa ạ",
        "Ai biết xã nào bị cô lập",
        "đập vỡ rồi hả mn",
        "đập vỡ rồi hả",
        "dap vo roi ha",
        "tin này thật hay giả vậy",
        "bao giờ mở đường",
        "mấy giờ có điện lại",
        "sao lại đóng đường",
        "đóng tới hết tháng à?",
        "Nhờ ad kiểm chứng giúp tin này",
        "đúng hông mọi người",
        "đường thông chưa",
        "Phải chăng đập đã vỡ",
        "có mở đường hay không",
    ],
)
def test_questions(text: str) -> None:
    assert read(text).question


@pytest.mark.parametrize(
    "text",
    [
        "Đập vỡ rồi bà con ơi",
        "dap vo roi ba con oi",
        "Đập không vỡ",
        "Xã chưa chốt ngày",
        "không bao giờ có chuyện đó",
        "12 hộ phải sơ tán trong đêm",
        "thu 200k một hộ",
        "Thông báo cắt điện từ 6 giờ",
        "",
    ],
)
def test_statements(text: str) -> None:
    assert not read(text).question
