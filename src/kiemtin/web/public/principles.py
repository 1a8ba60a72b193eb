"""What the desk binds itself to, in plain words: fourteen rules in three groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Principle:
    """One rule: its number, its name, what it means for a reader."""

    number: int
    name: Any
    text: Any


@dataclass(frozen=True)
class Group:
    """Rules that belong together."""

    name: Any
    principles: Sequence[Principle]


RULED_ON = Group(
    _("Chúng tôi kiểm chứng điều gì"),
    (
        Principle(
            1,
            _("Sự việc, không phải ý kiến"),
            _(
                "Chỉ kết luận về điều mà chứng cứ có thể cho thấy đúng hay sai. Phê bình, phản "
                "ánh, mong muốn, dự đoán, niềm tin, chuyện đùa hay quan điểm chính trị được ghi "
                "là không thuộc diện kiểm chứng: không kết luận, không bài đăng. Tin chê trách "
                "ai không làm nó được xử lý nhanh hay chậm hơn."
            ),
        ),
        Principle(
            2,
            _("Chứng cứ trước"),
            _(
                "Mỗi kết luận có lời giải thích công khai và ít nhất hai chứng cứ độc lập, hoặc "
                "một nguồn gốc, đều có bản lưu. Thiếu chứng cứ thì nói “chưa đủ căn cứ”, không "
                "bao giờ thành “sai”. Cơ quan nói về chính mình chỉ tính là một chứng cứ."
            ),
        ),
        Principle(
            3,
            _("Đúng cũng là một kết quả"),
            _("Tin đồn hoá ra đúng được đăng là đúng, ở cùng một chỗ, rộng rãi như nhau."),
        ),
        Principle(
            4,
            _("Hai người"),
            _(
                "Người viết không được tự duyệt bài của mình. Ai có lợi ích liên quan thì không "
                "viết và không duyệt."
            ),
        ),
    ),
)
PEOPLE = Group(
    _("Xét tin, không xét người"),
    (
        Principle(
            5,
            _("Không có hồ sơ về ai"),
            _(
                "Không có chỗ nào ghi người đã nói hay đã báo tin. Tên, số điện thoại, tài khoản, "
                "trang cá nhân, số giấy tờ của người riêng được xoá trước khi lưu. Chỉ giữ một số "
                "khi chính nó là điều bị đồn, ví dụ tài khoản lừa đảo, và có người của bàn xác "
                "nhận."
            ),
        ),
        Principle(
            6,
            _("Nơi chốn không chi tiết hơn xã, phường"),
            _("Số đếm dưới năm được ghi là “dưới 5” khi đưa ra ngoài bàn."),
        ),
        Principle(
            7,
            _("Địa chỉ trả lời chỉ là cho mượn"),
            _(
                "Số điện thoại hay thư điện tử bạn để lại được mã hoá, chỉ dùng để trả lời bạn, "
                "xoá khi đã trả lời hoặc sau 30 ngày."
            ),
        ),
        Principle(
            8,
            _("Không theo dõi ai"),
            _(
                "Chúng tôi chỉ đọc tin mọi người gửi đến và các nguồn do bàn chọn như bản tin "
                "chính thức, báo chí. Không bám theo tài khoản, hội nhóm hay chủ đề, không chấm "
                "điểm người dùng, không quét mạng xã hội."
            ),
        ),
    ),
)
OPEN = Group(
    _("Nói công khai"),
    (
        Principle(
            9,
            _("Một tiếng nói, đứng tên mình"),
            _(
                "Mọi điều gửi đi mang tên và chữ ký của bàn, dẫn tới chứng cứ, chỉ gửi cho người "
                "đã hỏi hoặc đăng ký. Không bình luận dưới bài của người khác, không giả làm nhiều "
                "người, không kêu gọi báo cáo hay công kích ai."
            ),
        ),
        Principle(
            10,
            _("Nói lại cho đúng, không gỡ bỏ"),
            _(
                "Không có chức năng gỡ, chặn hay tố cáo. Trước một tin sai, chúng tôi đưa ra câu "
                "trả lời có chứng cứ tốt hơn."
            ),
        ),
        Principle(
            11,
            _("Ghi sổ công khai"),
            _(
                "Mỗi lần đăng, sửa hay rút bài là một mục trong sổ chỉ ghi thêm, ai cũng kiểm tra "
                "được. Không có gì đã đăng mà lặng lẽ biến mất."
            ),
        ),
        Principle(
            12,
            _("Quyền phản hồi"),
            _(
                "Ai cũng phản hồi được mọi bài, không cần tài khoản. Mỗi phản hồi được trả lời "
                "công khai, và sổ cho thấy mất bao lâu."
            ),
        ),
        Principle(
            13,
            _("Người đọc đánh giá bàn"),
            _(
                "Bài chỉ được một phía người đọc thấy có ích sẽ bị đánh dấu là còn tranh cãi và "
                "phải xem lại."
            ),
        ),
        Principle(
            14,
            _("Máy gợi ý, người quyết định"),
            _(
                "Không máy nào đưa ra, sửa hay đăng kết luận. Việc duy nhất tự động: người hỏi "
                "đúng điều đã có bài thì nhận ngay bài đó, kèm nút “đây không phải điều tôi hỏi”."
            ),
        ),
    ),
)
GROUPS = (RULED_ON, PEOPLE, OPEN)
