"""Denials are told from what only looks like them."""

import pytest

from kiemtin.text.details import NegationValue
from tests.text.details.reading import found, read


@pytest.mark.parametrize(
    "text",
    [
        "Suối Giao không phải sơ tán nhé",
        "suoi giao khong phai so tan nhe",
        "suối giao ko phải sơ tán nha",
        "suối giao k phải sơ tán đâu",
        "suối giao kp sơ tán",
        "đập hok có vỡ nha mn",
        "đập hông vỡ đâu nghen",
        "đập hổng có vỡ",
        "đập khum vỡ",
        "Đập không vỡ",
        "Đập chưa vỡ",
        "dap van chua vo",
        "Vẫn chưa mở đường.",
        "Dân vẫn chưa được về nhà đâu",
        "Đập chẳng vỡ gì cả",
        "Chả có chuyện đó",
        "Đâu có vỡ đập",
        "dau co tac duong",
        "đèo tắc 2 tiếng rồi thông mà, đâu có tắc hẳn",
        "chứ đâu phải mỗi một đêm",
        "làm gì có chuyện vỡ đập",
        "lam gi co chuyen do",
        "Bảo Hà có thu 2,5 triệu quỹ lớp đâu",
        "có chất gây nghiện gì đâu",
        "Đổi thẻ có mất đồng nào đâu bà con Lào Cai ơi",
        "Đó là tin giả",
        "toan tin bia dat",
        "Xã đã bác bỏ thông tin này",
        "Hoàn toàn sai sự thật",
        "không còn ai ở lại",
        "Cao tốc không đóng, em vừa lên tới nơi",
        "Không ai bị thương",
        "đường không đi được",
        "khỏi đóng phí nhé",
        "vé thì khỏi mất tiền",
        "chả thu đồng nào",
        "cửa hàng không bán nữa",
        "ngân hàng không khóa thẻ",
        "chưa có ca nào",
        "không được vào xã",
        "phà k chạy",
        "phà ko chạy nữa",
    ],
)
def test_denials(text: str) -> None:
    assert read(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "Đập có vỡ không?",
        "Đập có vỡ không ạ",
        "dap co vo khong",
        "dap co vo ko a",
        "đập vỡ rồi phải không",
        "đập vỡ rồi phải không bác tổ trưởng?",
        "đập vỡ đúng không mọi người",
        "đập vỡ thật không vậy",
        "đập vỡ thiệt hông",
        "dap vo that k mn",
        "có đúng hôm 24/2 miệng cống nổ không mọi người?",
        "Có phải cấm cả hai chiều không ạ? Em đặt xe rồi.",
        "đập vỡ chưa?",
        "mở đường chưa ạ",
        "da mo duong chua",
        "xong chưa",
        "có mở đường hay không",
        "Đóng đường hay chưa?",
        "được không ạ",
        "Không chỉ một xã mà cả huyện ngập",
        "ko chi 1 xa dau",
        "không những ngập mà còn sạt",
        "Không khí lạnh tràn về",
        "không khí ở xã rất ô nhiễm",
        "Cảng hàng không đóng cửa",
        "Không quân chở hàng cứu trợ",
        "Phòng không diễn tập",
        "đường sắt trên không",
        "không giờ ngày 1/1/2026",
        "một nghìn không trăm linh năm hộ",
        "không quá 5 người",
        "không dưới 20 hộ",
        "Không biết đập vỡ rồi",
        "ko biết sao mưa to thế",
        "không ngờ nước lên nhanh vậy",
        "không ít hộ phải chạy",
        "chẳng may bị cuốn trôi",
        "thu 200k mỗi hộ",
        "nặng 5 kg",
        "bệnh viện K quá tải",
        "bệnh viện k quá tải",
        "rẽ bên hông chợ",
        "sua chua het han",
        "chua chay o cho",
        "canh chua ca loc",
        "đừng bỏ qua tin này",
        "Đèo tắc, xe đi đường nào",
        "em ở đâu",
        "chụp ở Trấn Yên chứ đâu",
        "tiểu hok thu quỹ",
        "deo lo xo tac roi",
        "sợ không dám về",
        "chưa dám đi chợ",
        "không ngờ đập vỡ",
        "đâu có ngờ nước lên nhanh vậy",
        "nhà nào có người già",
        "tiền đâu ra mà đóng",
        "uống lá vối khỏi bệnh",
        "dân đã chạy khỏi bản",
        "cháu qua khỏi rồi",
        "chua benh o tram xa",
        "truong nao co xe dua don",
        "Nước lên nhanh lắm",
        "",
    ],
)
def test_what_only_looks_like_a_denial(text: str) -> None:
    assert not read(text).negated


@pytest.mark.parametrize(
    ("text", "how", "target"),
    [
        ("Cao tốc không đóng", "not", "dong"),
        ("không phải sơ tán nhé", "not", "so tan nhe"),
        ("xã chưa chốt ngày", "not_yet", "chot ngay"),
        ("không còn ca nào", "no_longer", "ca nao"),
        ("toàn tin giả", "denial", ""),
        ("đừng uống nước máy", "forbid", "uong nuoc may"),
    ],
)
def test_how_it_is_denied_and_what_it_bears_on(text: str, how: str, target: str) -> None:
    [detail] = found(text, "negation")
    assert isinstance(detail.value, NegationValue)
    assert (detail.value.how, detail.value.target) == (how, target)


def test_a_prohibition_denies_nothing() -> None:
    assert not read("đừng uống nước máy").negated


def test_the_name_of_a_place_is_no_prohibition() -> None:
    assert not found("Xã Xa Dung có 5 bản bị cô lập", "negation")


def test_a_question_and_a_denial_in_one_message_are_both_seen() -> None:
    details = read("Đập không vỡ đúng không ạ?")
    assert details.negated
    assert details.question
    assert [detail.text for detail in details.of("negation")] == ["không"]
