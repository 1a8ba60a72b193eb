"""Signs of the known kinds of scam, as they are worded in Vietnamese messages.

A group begins with what it is: who claims to speak ("who_"), what presses ("press_"), what is asked
("ask_"), what it is about ("about_"). Written for this project from public warnings of the police,
banks and the telecom authority about the kinds; no sentence is copied.
"""

from typing import Final

from kiemtin.text.words import phrases


def _hours() -> frozenset[str]:
    """Return "trong 2 giờ", "trong vòng 30 phút", "trước 17 giờ"; "24h" is read as "24 giờ"."""
    within = ("trong", "trong vòng")
    spans = {f"{first} {n} giờ" for first in within for n in (1, 2, 3, 4, 6, 12, 24, 48, 72)}
    spans |= {f"{first} {n} phút" for first in within for n in (5, 10, 15, 20, 30, 60)}
    return frozenset(spans | {f"trước {hour} giờ" for hour in range(7, 24)})


SIGNS: Final = {
    "who_police": phrases(
        """công an, bộ công an, công an phường, công an xã, cán bộ điều tra, điều tra viên
        viện kiểm sát, viện kiểm sát nhân dân, tòa án, toà án, cơ quan điều tra, cảnh sát
        cảnh sát giao thông, csgt, thiếu tá, đại úy, trung tá, c 02, c 03, a 05, thanh tra"""
    ),
    "who_bank": phrases(
        """ngân hàng, tổng đài ngân hàng, nhân viên ngân hàng, phòng tín dụng, thẻ tín dụng
        tài khoản của quý khách, tài khoản ngân hàng, app ngân hàng, mobile banking, smart banking
        internet banking, bank"""
    ),
    "who_post": phrases(
        """bưu điện, bưu cục, bưu phẩm, bưu kiện, shipper, ship, giao hàng, đơn hàng
        giao hàng nhanh
        đơn vị vận chuyển, chuyển phát, kiện hàng, nhân viên giao hàng, cod"""
    ),
    "who_tax": phrases(
        """cục thuế, chi cục thuế, thuế, cơ quan thuế, cán bộ thuế, tổng cục thuế, nợ thuế
        hoàn thuế, quyết toán thuế, etax, etax mobile"""
    ),
    "who_power": phrases(
        """điện lực, evn, ngành điện, công ty điện, tiền điện, nợ tiền điện, hóa đơn tiền điện
        công tơ, nước sạch, tiền nước"""
    ),
    "who_id": phrases(
        """vneid, định danh, định danh điện tử, định danh mức 2, căn cước, căn cước công dân, cccd
        dịch vụ công, bảo hiểm xã hội, vssid, sim, chuẩn hóa thông tin, chuẩn hóa thuê bao
        sinh trắc học"""
    ),
    "who_school": phrases(
        """giáo viên, cô giáo, thầy giáo, giáo viên chủ nhiệm, nhà trường, con của anh, con chị
        con anh, bác sĩ, bệnh viện, phòng cấp cứu, cháu bị, con bị, bé bị"""
    ),
    "who_close": phrases(
        """con đây, mẹ ơi, bố ơi, ba ơi, má ơi, anh ơi, chị ơi, em đây, bạn đây, tôi đây, mình đây
        số mới, đổi số, sim mới, máy hỏng, mất điện thoại, gọi video"""
    ),
    "who_love": phrases(
        """em yêu, anh yêu, người yêu, bạn trai nước ngoài, quân nhân, lính mỹ, kỹ sư dầu khí
        ở nước ngoài, bên mỹ, bên anh quốc, gửi quà, thùng quà, quà từ nước ngoài"""
    ),
    "who_lender": phrases(
        """vay tiền, cho vay, vay online, vay nhanh, vay vốn, giải ngân, hồ sơ vay, khoản vay
        vay tín chấp, nợ xấu, app vay, gói vay"""
    ),
    "who_job": phrases(
        """việc làm thêm, việc nhẹ lương cao, cộng tác viên, ctv, tuyển dụng, tuyển nhân viên
        làm tại nhà, làm online, việc online, chốt đơn, nhiệm vụ, làm nhiệm vụ, like video
        thả tim, đánh giá sản phẩm, tuyển ctv"""
    ),
    "who_invest": phrases(
        """đầu tư, sàn giao dịch, chuyên gia tài chính, chứng khoán quốc tế, tiền ảo, coin, forex
        vàng online, nhóm đầu tư, dự án sinh lời, sàn vàng, bot giao dịch"""
    ),
    "who_relief": phrases(
        """cứu trợ, ủng hộ, quyên góp, từ thiện, hỗ trợ bà con, giúp bà con, vùng lũ, bão lũ
        hoàn cảnh khó khăn, mổ tim, kêu gọi giúp đỡ, mạnh thường quân, cứu bé"""
    ),
    "about_prize": phrases(
        """trúng thưởng, trúng giải, trúng, quà tri ân, tri ân khách hàng, nhận thưởng, nhận quà
        phần quà, giải đặc biệt, vòng quay may mắn, voucher miễn phí, quà tặng miễn phí
        chúc mừng bạn, chúc mừng quý khách, may mắn trúng"""
    ),
    "about_profit": phrases(
        """lợi nhuận cao, cam kết lợi nhuận, lãi cao, lãi mỗi ngày, lãi 30, bao lỗ, không rủi ro
        chắc chắn lãi, chắc chắn có lời, nhân đôi, nhân đôi tài khoản, hoàn vốn, hoa hồng cao
        thu nhập cao, lương cao, thu nhập mỗi ngày, triệu mỗi ngày, triệu một ngày, hoa hồng
        nhận tiền ngay, sinh lời, không cần vốn, bảo toàn vốn, lãi suất 0, không thế chấp
        không cần chứng minh, duyệt trong 5 phút, bao đậu, giải ngân ngay"""
    ),
    "about_mistake": phrases(
        """chuyển nhầm, gửi nhầm, nhầm số tài khoản, nhầm tài khoản, đăng ký nhầm, hội viên
        thẻ hội viên, gói hội viên, trừ tiền hàng tháng, hủy gói, hoàn lại tiền, hoàn tiền"""
    ),
    "about_personal_account": phrases(
        """tài khoản cá nhân, stk cá nhân, mang tên cá nhân, ví momo, momo, zalopay, viettel money
        thẻ cào, card điện thoại, stk của em, stk của mình, tài khoản của em, stk em
        tài khoản của mình, tài khoản riêng, tk riêng"""
    ),
    "press_arrest": phrases(
        """lệnh bắt, lệnh bắt tạm giam, lệnh bắt giữ, bắt tạm giam, tạm giam, khởi tố, rửa tiền
        ma túy, ma tuý, đường dây rửa tiền, liên quan đến vụ án, liên quan vụ án, vụ án, phạm tội
        triệu tập, giấy triệu tập, phong tỏa tài sản, phong toả tài sản, phạt nguội, tội phạm"""
    ),
    "press_secret": phrases(
        """giữ bí mật, bí mật, không được nói với ai, không nói với ai, đừng nói với ai
        không được tiết lộ, không cúp máy, không được tắt máy, đừng tắt máy, đừng cúp máy
        không được cúp máy, ở một mình, đừng kể ai, không kể với ai"""
    ),
    "press_loss": phrases(
        """bị khóa, bị khoá, khóa tài khoản, khoá tài khoản, tạm khóa, bị phong tỏa, bị trừ tiền
        sẽ bị trừ, bị cắt điện, cắt điện, ngừng cung cấp điện, ngưng cung cấp điện, bị khóa sim
        khóa sim, khóa sim hai chiều, bị phạt, hết hạn, hết hiệu lực, đăng nhập lạ, giao dịch lạ
        thiết bị lạ, giao dịch bất thường, bị hủy, sẽ bị hoàn, bị lưu kho, bị xâm nhập
        bị thu hồi"""
    ),
    "press_time": phrases(
        """ngay lập tức, ngay bây giờ, lập tức, khẩn cấp, gấp, gấp lắm, đang gấp
        ngay hôm nay, gấp để, gấp nhé, gấp cho, gấp vào, gấp đi, gấp quá
        cần gấp, hạn chót, cơ hội cuối, chỉ còn hôm nay, số lượng có hạn
        liền nhé, nhanh nhé, càng sớm càng tốt, nếu không, kẻo"""
    )
    | _hours(),
    "press_health": phrases(
        """cấp cứu, tai nạn, chấn thương, chấn thương sọ não, mổ gấp, phẫu thuật, phẫu thuật gấp
        nguy kịch, nhập viện, viện phí, tạm ứng viện phí"""
    ),
    "ask_money": phrases(
        """chuyển khoản, chuyển tiền, ck, chuyển vào tài khoản, nộp tiền, nộp phí, đóng phí
        đóng tiền, nộp vào, đặt cọc, cọc trước, nạp tiền, nạp trước, phí bảo hiểm, phí hồ sơ
        phí giải ngân, phí hải quan, phí thông quan, phí vận chuyển, đóng thuế, nộp thuế, mượn tiền
        vay tiền giúp, cho mượn, mượn đỡ, mượn tạm, thanh toán trước, tạm ứng, chuyển trước
        đóng trước, ứng tiền, thanh toán phí, chuyển giúp, chuyển cho em, chuyển cho anh
        chuyển gấp, bắn tiền, bank cho, bank giúp, nạp thêm, gửi tiền, đóng lệ phí"""
    ),
    "ask_safe_account": phrases(
        """tài khoản an toàn, tài khoản tạm giữ, tài khoản của cơ quan, tài khoản kiểm tra
        tài khoản tạm thời, tài khoản bảo mật, để xác minh dòng tiền, kiểm tra dòng tiền
        chứng minh trong sạch, chuyển toàn bộ, chuyển hết tiền, tài khoản của viện kiểm sát"""
    ),
    "ask_code": phrases(
        """mã otp, otp, đọc mã, gửi mã, mã xác thực, mã xác nhận, mã bảo mật, mật khẩu, số thẻ
        mã pin, cvv, số cvv, ảnh căn cước, chụp căn cước, chụp cccd, ảnh cccd, số cccd
        thông tin thẻ, thông tin tài khoản, tên đăng nhập"""
    ),
    "ask_link": phrases(
        """bấm vào link, nhấn vào link, ấn vào link, click vào link, bấm vào đường link, bấm link
        nhấp vào, nhấn link, truy cập link, truy cập vào link, vào link, theo link, link dưới
        bấm vào đường dẫn, truy cập đường dẫn, truy cập đường link, click link, truy cập, link sau
        đăng nhập tại, đăng nhập vào, quét mã, quét mã qr, quét qr, nhấn vào đây, bấm vào đây"""
    ),
    "ask_app": phrases(
        """cài app, cài ứng dụng, cài đặt ứng dụng, cài phần mềm, tải app, tải ứng dụng
        tải phần mềm
        file apk, apk, teamviewer, anydesk, ultraviewer, chia sẻ màn hình, điều khiển từ xa
        cấp quyền trợ năng, quyền trợ năng, tải về máy, cài đặt app, cài bản mới"""
    ),
    "ask_contact": phrases(
        """kết bạn zalo, add zalo, qua zalo, kb zalo, zalo để, inbox, ib, nhắn telegram, telegram
        vào nhóm, tham gia nhóm, liên hệ zalo, nhắn zalo, gọi lại số, bấm phím, nhấn phím"""
    ),
}  # fmt: skip

OFFICIAL: Final = phrases(
    """kho bạc, kho bạc nhà nước, ủy ban mặt trận tổ quốc, ủy ban mttq, uỷ ban mttq
    mặt trận tổ quốc
    ban vận động cứu trợ, hội chữ thập đỏ, ubnd xã, ubnd phường, ban cứu trợ, trụ sở ủy ban"""
)
"""Who may ask for relief in public; with an own account beside it the sign is lost."""

REPORTS: Final = phrases(
    """lừa đảo, giả danh, giả mạo, mạo danh, thủ đoạn, chiêu trò, chiêu thức, kẻ gian, kẻ xấu
    đối tượng xấu, các đối tượng, nhóm đối tượng, sập bẫy, nạn nhân, cảnh giác, đề cao cảnh giác
    nâng cao cảnh giác, khuyến cáo, chiếm đoạt, chiếm đoạt tài sản, không bao giờ yêu cầu
    không yêu cầu, tuyệt đối không, dấu hiệu lừa đảo, bọn lừa đảo, tự xưng là, bị lừa, đừng tin
    cảnh báo người dân, trình báo, phòng tránh, chiêu lừa"""
)
"""Words of those who speak about scams, not of those who run them."""

DENIES: Final = phrases(
    """không, đừng, chớ, không nên, không được, tuyệt đối không, cấm, tránh, chưa, ko, chẳng
    không bao giờ, không làm theo, từ chối"""
)
"""Words before what is asked that turn it around."""
