"""What people write when they state a fact that can be looked up, and what each weighs."""

import re
from typing import Final

from kiemtin.text.words import phrases

GROUPS: Final[dict[str, frozenset[str]]] = {
    "event": phrases(
        """vỡ, vỡ đập, sập, sạt, sạt lở, lở đất, lũ quét, lũ ống, xả lũ, xả nước, ngập
        ngập lụt, cuốn trôi, lốc, giông lốc, mưa đá, động đất, sóng thần, cháy, nổ, cháy rừng
        tai nạn, lật, đâm, tông, chết, tử vong, thiệt mạng, qua đời, mất tích, bị thương
        thương vong, nhập viện, cấp cứu, ngộ độc, nhiễm, mắc bệnh, ca mắc, người mắc, mắc kẹt
        dương tính, ca bệnh, ổ dịch, dịch bệnh, bùng phát, phong tỏa, sơ tán, di dời, cô lập
        chia cắt, bắt cóc, cướp, trộm, giết, khởi tố, truy tố, bắt giữ, bị bắt, xử phạt, phạt
        tịch thu, cấm, bãi bỏ, thông qua, ban hành, áp dụng, sáp nhập, giải thể, đóng cửa
        mở cửa trở lại, tạm dừng, tạm ngừng, ngừng, dừng, hủy, hoãn, lùi lịch, khai mạc
        nghỉ học, cho nghỉ, cắt điện, mất điện, cúp điện, cắt nước, mất nước, cúp nước
        nhiễm độc, tăng giá, giảm giá, giá tăng, giá giảm, tăng lên, giảm xuống, rớt giá
        xuống giá, phá sản, vỡ nợ, rút tiền, khóa tài khoản, bị khóa, trừ tiền, thu phí
        thu tiền, nộp tiền, miễn phí, hỗ trợ, trợ cấp, cứu trợ, quyên góp, phát tiền
        phát quà, tặng, trúng thưởng, tuyển dụng, tuyển, lừa đảo, giả mạo, mạo danh, chữa
        trị, chữa khỏi, phòng bệnh, gây ung thư, ung thư, gây hại, có độc, độc hại, khỏi hẳn
        khỏi bệnh, cứu với, kêu cứu, trôi, nước lên, nước dâng, nước vào, tốc mái, đổ, gãy
        nứt, rơi, chìm, đuối nước, lừa, bị lừa, bị hack, chiếm đoạt, hết bệnh, giảm cân, tiêm
        vắc xin, tiêu hủy, thu hồi, đổ bộ, vào bờ, suy yếu, đi vào, phát hiện, công bố
        thông báo, cảnh báo, tuyên bố, xác nhận, phủ nhận, bác bỏ, kêu gọi, yêu cầu, chỉ đạo
        ký kết, khánh thành, khởi công, hoàn thành, vận hành, thông xe, phá hoại, ô nhiễm
        rò rỉ, xuất hiện, biến mất, đình công, biểu tình, bầu cử, miễn nhiệm, bổ nhiệm
        từ chức, kết hôn, ly hôn, died, killed, dead, collapsed, burst, flood, flooded
        landslide, earthquake, evacuated, explosion, fire, arrested, banned, closed
        cancelled, infected, outbreak, poisoned, cures, causes, cancer, vaccine, scam
        increased, decreased, voted, signed, spent, cut, raised"""
    ),
    "topic": phrases(
        """bão, áp thấp, lũ, lụt, mưa lũ, mưa lớn, mưa to, nắng nóng, rét hại, dịch, dịch tả
        bạch hầu, sởi, sốt xuất huyết, bệnh dại, chó dại, cúm, đập, hồ, núi, đèo, cầu, phà
        cao tốc, tàu, xe khách, xe buýt, máy bay, xăng, vàng, giá, lương, học phí, quỹ lớp
        thuế, phí, tiền điện, điện, nước, nước máy, thuốc, nấm, thẻ, căn cước, sổ đỏ
        bảo hiểm, sim, tài khoản, mã qr, otp, link, app, storm, dam, tax, jobs, percent
        million, billion, year, years"""
    ),
    "body": phrases(
        """ủy ban, ubnd, công an, bộ y tế, bộ công an, sở y tế, sở giáo dục, bệnh viện
        trạm y tế, ngân hàng, công ty, tập đoàn, nhà máy, trường, nhà trường, chính phủ
        quốc hội, thủ tướng, chủ tịch, bộ trưởng, giám đốc, điện lực, thủy điện, hồ chứa
        quân đội, biên phòng, dân quân, cục, sở, viện, tòa án, bảo hiểm xã hội
        hội chữ thập đỏ, cdc, nasa, government, president, congress, senate, police, hospital
        bank, company, ministry"""
    ),
    "hearsay": phrases(
        """nghe nói, nghe đồn, nghe bảo, nghe đâu, nghe kể, nghe tin, thấy bảo, thấy nói
        thấy đồn, người ta bảo, người ta nói, người ta đồn, đồn là, đồn rằng, có tin, tin đồn
        thông tin là, tin nóng, tin khẩn, khẩn cấp, chia sẻ gấp, loan tin, lan truyền
        theo báo, báo đăng, ti vi nói, trên mạng nói, trên mạng đồn, loa xã, vừa xong
        mới đây, vừa mới, they say, i heard, rumor, rumour, reportedly, according to
        breaking"""
    ),
    "confirm": phrases(
        """thật à, thật sao, đúng hả, đúng à, phải hả, phải không, đúng không, có đúng
        có phải, thật không, có thật, thực hư, thật hay giả, thật hả, đúng hay sai, thật hay
        phải vậy, kiểm chứng giúp, kiểm tra giúp, check giúp, xác minh, tin giả không
        có thật là, đúng là có, không biết thật, is it true, true or false, fact check
        is this real"""
    ),
}  # fmt: skip

WEIGHTS: Final = {
    "event": 2, "topic": 1, "body": 1, "hearsay": 2, "confirm": 3, "place": 2, "date": 1, "time": 1,
    "number": 1, "money": 2, "direction": 1, "name": 2, "link": 2,
}  # fmt: skip

ASKED_ABOUT: Final = frozenset({"place", "name", "topic", "body", "direction", "time"})
"""What an open question may name without stating anything: "UBND xã mấy giờ mở cửa"."""

LINK: Final = re.compile(
    r"https?://\S+|\bwww\.\S+|\b\w+\.(?:vn|com|net|org|top|xyz|cc)\b"
    r"|\[(?:số điện thoại|số tài khoản|địa chỉ email|liên kết cá nhân|tên tài khoản)\]"
)
