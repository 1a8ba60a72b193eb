"""Known kinds of scam are recognised by how they are worded; warnings, news and honest calls are
left alone. All examples are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.fold import fold
from kiemtin.text.scams import LIMIT, scam_hints, warns
from kiemtin.text.scams.kinds import KINDS
from kiemtin.text.scams.signs import SIGNS
from kiemtin.text.sentences import sentences

SCAMS = {
    "police": (
        "Tôi là đại úy thuộc cơ quan điều tra. Anh chị liên quan đến vụ án rửa tiền, đã có lệnh "
        "bắt tạm giam. Phải giữ bí mật và chuyển tiền vào tài khoản an toàn để kiểm tra."
    ),
    "bank": (
        "Ngân hàng thông báo: tài khoản của quý khách bị khóa do đăng nhập lạ. Truy cập link dưới "
        "và nhập mã OTP trong vòng 24h để mở lại."
    ),
    "prize": (
        "Chúc mừng bạn đã trúng giải đặc biệt một chiếc xe máy! Để nhận quà vui lòng chuyển khoản "
        "1 triệu phí hồ sơ."
    ),
    "relief": (
        "Bà con vùng lũ đói lắm rồi, mọi người ủng hộ chuyển khoản gấp vào tài khoản cá nhân của "
        "em nhé."
    ),
    "delivery": (
        "Em là shipper, anh chuyển nhầm vào tài khoản hội viên nên mỗi tháng sẽ bị trừ 3 triệu 5. "
        "Anh bấm vào link này để hủy gói."
    ),
    "loan": (
        "Hồ sơ vay của anh đã duyệt, giải ngân ngay hôm nay 50 triệu. Anh nộp phí bảo hiểm 2 triệu "
        "trước để nhận tiền."
    ),
    "job": (
        "Tuyển cộng tác viên làm tại nhà, thả tim video nhận hoa hồng, thu nhập cao. Nạp tiền làm "
        "nhiệm vụ, liên hệ zalo."
    ),
    "remote": (
        "Cán bộ thuế hướng dẫn anh tải ứng dụng theo file apk em gửi qua zalo, cài ngay hôm nay "
        "kẻo bị phạt."
    ),
    "power": (
        "Điện lực thông báo nhà mình nợ tiền điện, sẽ cắt điện trong 2 giờ nữa. Quét mã QR thanh "
        "toán ngay lập tức."
    ),
    "identity": (
        "Định danh mức 2 VNeID của ông bà đã hết hiệu lực, bấm vào đường link để cập nhật nếu "
        "không sẽ bị khóa sim."
    ),
    "tax": (
        "Chi cục thuế mời anh làm thủ tục hoàn thuế trước 17h, truy cập link sau và cung cấp thông "
        "tin thẻ."
    ),
    "emergency": (
        "Chị ơi em là cô giáo của cháu, cháu bị tai nạn chấn thương sọ não đang cấp cứu, chị "
        "chuyển tiền gấp để mổ."
    ),
    "investment": (
        "Nhóm đầu tư của chuyên gia, cam kết lợi nhuận 30% mỗi tháng, bao lỗ, không rủi ro. Nạp "
        "tiền vào sàn giao dịch hôm nay."
    ),
    "romance": (
        "Em yêu, anh là kỹ sư dầu khí, anh gửi thùng quà từ nước ngoài cho em rồi. Em đóng phí hải "
        "quan nếu không quà bị lưu kho."
    ),
    "acquaintance": (
        "Mẹ ơi con đây, con dùng số mới, con đang gấp quá mẹ chuyển khoản cho con 20 triệu nhé."
    ),
}

HONEST = [
    "Ngân hàng không bao giờ yêu cầu khách hàng cung cấp mã OTP. Không bấm vào link lạ, không đọc "
    "mã cho bất cứ ai, kể cả khi bị dọa khóa tài khoản.",
    "Cảnh giác: các đối tượng giả danh công an gọi điện báo có lệnh bắt tạm giam rồi yêu cầu "
    "chuyển tiền vào tài khoản an toàn để chiếm đoạt.",
    "Công an tỉnh vừa khởi tố nhóm đối tượng lừa đảo qua hình thức làm nhiệm vụ online nhận hoa "
    "hồng cao, nạn nhân chuyển khoản hơn 2 tỷ đồng.",
    "UBND xã kêu gọi ủng hộ bà con vùng lũ. Mọi đóng góp xin chuyển khoản vào tài khoản của Ủy ban "
    "Mặt trận Tổ quốc xã mở tại Kho bạc Nhà nước.",
    "Đừng tin tin nhắn trúng thưởng, đừng chuyển tiền, đừng bấm link nhé mọi người.",
    "Shipper đang đứng trước cổng, anh chuyển khoản 350 nghìn tiền hàng giúp em nhé.",
    "Điện lực thông báo lịch cắt điện ngày mai từ 8 giờ đến 16 giờ để sửa đường dây.",
    "Lịch cắt điện: xem tại trang của điện lực tỉnh.",
    "Bệnh viện tỉnh tiếp nhận 12 ca cấp cứu sau vụ tai nạn ở quốc lộ 1A.",
    "Công an xã mời bà con mang căn cước đến trụ sở làm định danh mức 2 trong tuần này.",
    "Mẹ ơi chiều con về, mẹ nấu cơm nhé.",
    "Chi cục thuế nhắc hộ kinh doanh nộp tờ khai trước ngày 30.",
    "Công an phường bắt tạm giam hai người trộm xe máy, vụ án đang được điều tra.",
    "Trường thông báo phụ huynh nộp tiền học kỳ 2 trước thứ sáu, chuyển khoản hoặc nộp ở trường.",
    "Công ty tuyển nhân viên bán hàng, lương 8 triệu, phỏng vấn tại cửa hàng.",
    "Đập thủy điện xả lũ lúc 15 giờ, bà con hạ lưu di dời ngay lập tức.",
    "Chúc mừng đội bóng xã ta trúng giải ba!",
]


@pytest.mark.parametrize("code", SCAMS)
def test_each_known_kind_is_recognised_with_its_reasons(code: str) -> None:
    hints = {one.code: one for one in scam_hints(SCAMS[code])}
    hint = hints[code]
    assert hint.signs
    assert all(SCAMS[code][slice(*sign.span)].strip() for sign in hint.signs)
    assert hint.limit == LIMIT
    assert hint.works.vi
    assert hint.works.en


def test_every_kind_has_an_example_here() -> None:
    assert {kind.code for kind in KINDS} == set(SCAMS)


def test_the_kinds_name_groups_that_exist() -> None:
    named = {group for kind in KINDS for some in (*kind.needs, kind.unless) for group in some}
    assert named <= set(SIGNS)


@pytest.mark.parametrize("code", SCAMS)
def test_marks_decide_nothing(code: str) -> None:
    assert code in {one.code for one in scam_hints(fold(SCAMS[code]))}


@pytest.mark.parametrize("text", HONEST)
@pytest.mark.parametrize("written", ["with marks", "bare"])
def test_warnings_news_and_honest_calls_are_left_alone(text: str, written: str) -> None:
    assert scam_hints(text if written == "with marks" else fold(text)) == ()


@pytest.mark.parametrize("code", SCAMS)
def test_a_warning_that_quotes_a_scam_is_none(code: str) -> None:
    warning = f"Cảnh giác với thủ đoạn lừa đảo sau đây: {SCAMS[code]}"
    assert warns(warning)
    assert scam_hints(warning) == ()


def test_short_forms_of_messages_are_read() -> None:
    hints = scam_hints("me oi con day, dt con hong, con doi so moi, me ck cho con gap nha")
    assert [one.code for one in hints] == ["acquaintance"]


def test_what_is_denied_is_not_asked() -> None:
    text = "Ngân hàng báo tài khoản bị khóa, {}bấm vào link dưới."
    assert scam_hints(text.format(""))
    assert scam_hints(text.format("đừng ")) == ()


def test_an_own_account_beside_an_office_is_still_a_sign() -> None:
    text = "UBND xã kêu gọi ủng hộ vùng lũ. Chuyển khoản gấp vào tài khoản cá nhân của chị Mẫu nhé."
    assert [one.code for one in scam_hints(text)] == ["relief"]


def test_a_hint_holds_places_and_no_words_of_the_message() -> None:
    for hint in scam_hints(SCAMS["bank"] + " STK 0123456789 Trần Văn Mẫu"):
        assert "0123456789" not in repr(hint)
        assert "Mẫu" not in repr(hint)


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_it(text: str) -> None:
    for hint in scam_hints(text):
        assert all(0 <= sign.span[0] < sign.span[1] <= len(text) for sign in hint.signs)


@given(st.permutations(sentences(SCAMS["police"])))
def test_the_order_of_sentences_decides_nothing(spans: list[tuple[int, int]]) -> None:
    text = " ".join(SCAMS["police"][start:end] for start, end in spans)
    assert "police" in {one.code for one in scam_hints(text)}
