"""The words that say which of two opposite things happens, by axis."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from kiemtin.text.details.types import Axis
from kiemtin.text.words import phrases

Turn = tuple[Axis, Literal[1, -1]]

_TABLE: Final[tuple[tuple[Axis, Literal[1, -1], str], ...]] = (
    ("open", 1, """mở, mở cửa, mở lại, mở cửa lại, mở đường, thông xe, thông tuyến, thông suốt
        thông đường, thông, thông rồi, lưu thông, lưu thông bình thường, đi lại bình thường
        đi lại được, hoạt động lại, hoạt động trở lại, khôi phục, gỡ phong tỏa, dỡ bỏ, open
        chạy bình thường, đi bình thường"""),
    ("open", -1, """đóng, đóng cửa, đóng kín, đóng đường, đóng băng, cấm đường, cấm xe, phong tỏa
        phong toả, chặn, chặn đường, ngừng hoạt động, tắc, tắc nghẽn, tắc đường, ách tắc, cô lập
        chia cắt, khóa, khoá, nghẽn, ùn tắc, tê liệt, close, đóg, cách ly, đóng lại"""),
    ("level", 1, """tăng, tăng lên, tăng vọt, tăng mạnh, tăng giá, lên giá, nâng, nâng lên, dâng
        dâng cao, dâng lên, nước lên, lên cao, leo thang, đội giá, cao hơn, đắt hơn, lên đến
        lên tới, nhích lên, đắt lên"""),
    ("level", -1, """giảm, giảm xuống, giảm mạnh, giảm giá, hạ, hạ xuống, hạ giá, rớt giá, tụt
        tụt giá, xuống giá, nước rút, nước xuống, rút xuống, thấp hơn, rẻ hơn, sụt giảm, mất giá
        lao dốc, nước rút dần, xuống còn, chỉ còn"""),
    ("allow", 1, """cho phép, được phép, hợp pháp, cho đi, cho qua, cho vào, được vào, được đi
        được về, cho về, cấp phép, chấp thuận, phê duyệt"""),
    ("allow", -1, """cấm, nghiêm cấm, bị cấm, cấm vào, cấm đi, cấm bán, trái phép, bãi bỏ
        thu hồi, đình chỉ, tước"""),
    ("run", 1, """bắt đầu, khởi công, triển khai, khởi hành, tiếp tục, đi vào hoạt động, chạy lại
        áp dụng, có hiệu lực, mở bán, vẫn chạy, vẫn hoạt động"""),
    ("run", -1, """ngừng, ngưng, dừng, tạm dừng, tạm ngừng, tạm ngưng, ngừng chạy, dừng lại
        kết thúc, chấm dứt, hủy, huỷ, hủy bỏ, hoãn, tạm hoãn, nghỉ, nghỉ chạy, thôi không
        ngừng bán, bãi khóa, hết hiệu lực, stop, cancel"""),
    ("supply", 1, """có điện, có nước, có lại, có trở lại, còn hàng, còn chỗ, còn hạn, còn giá trị
        còn hiệu lực, cấp lại, cấp điện, cấp nước, dồi dào, có điện lại, vẫn còn"""),
    ("supply", -1, """hết điện, hết nước, hết gạo, hết thuốc, hết vé, hết chỗ, hết sạch, hết hàng
        hết hạn, hết giá trị, hết hiệu lực, mất điện, mất nước, mất sóng
         cúp điện, cúp nước, cắt điện, cắt nước, cạn, cạn kiệt, khan hiếm, thiếu
        cháy hàng, sạch kho, trống rỗng, hết xăng, hết tiền"""),
    ("inside", 1, """vào trong, nhập cảnh, đi vào, vào nhà, vô trong, được về nhà, về nhà rồi
        đã về nhà, trở về nhà, cho về nhà"""),
    ("inside", -1, """ra khỏi, rời khỏi, ra ngoài, sơ tán, di dời, xuất cảnh, đi ra
        rời đi, chạy khỏi, di tản, dời đi, bồng bế nhau"""),
    ("fee", 1, """miễn phí, miễn, không mất tiền, không mất phí, không thu phí, free, cho không
        khỏi đóng, khỏi nộp, miễn đóng, không phải đóng, khỏi trả"""),
    ("fee", -1, """thu phí, thu tiền, mất phí, mất tiền, mất vé, bán vé, phải trả, phải nộp
        lấy tiền, tốn tiền, tính tiền, trả tiền, mất đồng nào, tốn đồng nào, tốn phí, tốn kém
        phải đóng, nộp tiền, đóng tiền, đóng phí, nộp phí, đóng quỹ, thu quỹ, tính phí"""),
    ("duty", 1, """bắt buộc, bắt phải, bắt nộp, bắt đóng, ép, ép buộc, cưỡng chế, buộc phải
        mới được, mới cho"""),
    ("duty", -1, "tự nguyện, tùy tâm, tuỳ tâm, không bắt buộc, tùy ý, khuyến khích"),
    ("life", 1, """sống sót, còn sống, bình an, khỏe mạnh, khoẻ mạnh, qua khỏi, thoát chết, cứu sống
        được cứu, cứu được, qua nguy kịch, qua cơn nguy kịch
        khỏi bệnh, xuất viện"""),
    ("harm", 1, "nhập viện, cấp cứu, bị thương, trọng thương, đi viện, vào viện"),
    ("life", -1, """chết, tử vong, thiệt mạng, mất mạng, qua đời, không qua khỏi, ko qua khỏi
        k qua khỏi, hok qua khỏi, hông qua khỏi, chẳng qua khỏi, không cứu được, tử nạn, bỏ mạng
        không còn sống, chết đuối, chết hết, tuvong, hi sinh, hy sinh"""),
    ("find", 1, "tìm thấy, tìm được, tìm ra, đã thấy, tìm dc"),
    ("find", -1, "mất tích, mất liên lạc, thất lạc, biệt tăm, bị bắt cóc, bắt cóc"),
)  # fmt: skip


def _turns() -> Mapping[str, Turn]:
    turns: dict[str, Turn] = {}
    for axis, pole, table in _TABLE:
        turns |= dict.fromkeys(sorted(phrases(table)), (axis, pole))
    return MappingProxyType(turns)


TURNS: Final = _turns()

# One syllable without its marks says too little: "mo" may be mơ, "ha" Hà, "bo" bò.
MARKED_ONLY: Final = frozenset(phrase for phrase in TURNS if " " not in phrase) - {
    "tăng", "giảm", "cấm", "ngừng", "ngưng", "đóng", "tắc", "chặn", "chết", "hoãn", "miễn",
    "hủy", "dừng", "mở", "thông", "nghỉ", "open", "close", "stop", "free",
}  # fmt: skip
