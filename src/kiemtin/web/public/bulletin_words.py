"""What a reader is told of a bulletin's code, the same from the desk's machine and on the phone.

%(newest)s number of the newest version · %(until)s last day · %(ended)s when the key ended ·
%(reason)s why the code is refused · %(as_of)s when the desk said what is newest.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.desk.words import VersionKind
from kiemtin.record.statement_refusal import StatementRefused
from kiemtin.web.public.phrases import english


class Words(NamedTuple):
    """Heading and sentence of a state; `tone` is its colour: good, warn, bad, none."""

    title: Any
    text: Any
    tone: str
    icon: str


STATES: Mapping[str, Words] = {
    "holds": Words(
        gettext_lazy("Đúng là của bàn, còn hiệu lực"),
        gettext_lazy("Bàn đã ký đúng những điều dưới đây, và chưa ai sửa."),
        "good",
        "check",
    ),
    "superseded": Words(
        gettext_lazy("Đã có bản mới hơn"),
        gettext_lazy(
            "Mã này đúng là của bàn, nhưng bàn đã ra bản %(newest)s. Hãy xem bản mới trước khi "
            "tin hay chuyển tiếp."
        ),
        "warn",
        "clock",
    ),
    "withdrawn": Words(
        gettext_lazy("Bàn đã rút lại bài này"),
        gettext_lazy("Đừng dựa vào bài này nữa. Trang của bàn nói rõ vì sao."),
        "bad",
        "undo",
    ),
    "expired": Words(
        gettext_lazy("Đã hết hạn"),
        gettext_lazy(
            "Mã này đúng là của bàn, nhưng chỉ đúng đến %(until)s. Nay mọi việc có thể đã khác: "
            "hãy hỏi lại bàn."
        ),
        "warn",
        "clock",
    ),
    "key_ended": Words(
        gettext_lazy("Ký bằng khoá đã bỏ"),
        gettext_lazy(
            "Bàn đã bỏ khoá này từ %(ended)s, mà mã ghi lúc sau đó. Mã này không phải của bàn: "
            "đừng tin."
        ),
        "bad",
        "cross",
    ),
    "key_doubtful": Words(
        gettext_lazy("Không chắc là của bàn"),
        gettext_lazy(
            "Khoá ký mã này đã bị báo mất hoặc lộ từ %(ended)s. Người cầm khoá ghi ngày nào cũng "
            "được: hãy đọc bài trên trang của bàn."
        ),
        "warn",
        "question",
    ),
    "altered": Words(
        gettext_lazy("Đã bị sửa"),
        gettext_lazy(
            "Mã mang khoá của bàn, nhưng chữ ký không khớp với nội dung. Nội dung đã bị sửa: "
            "đừng tin."
        ),
        "bad",
        "cross",
    ),
    "unknown_key": Words(
        gettext_lazy("Giả, hoặc của bàn khác"),
        gettext_lazy(
            "Mã này không ký bằng khoá nào của bàn. Nếu máy của bạn đã lâu không có mạng, hãy mở "
            "trang này khi có mạng rồi thử lại."
        ),
        "bad",
        "cross",
    ),
    "malformed": Words(gettext_lazy("Không đọc được mã"), "%(reason)s", "none", "question"),
    "unchecked": Words(
        gettext_lazy("Chưa kiểm tra được"),
        gettext_lazy(
            "Trình duyệt này không biết kiểm tra chữ ký Ed25519, nên máy của bạn không nói được "
            "mã đúng hay giả. Hãy bấm “Nhờ máy của bàn kiểm tra” khi có mạng, hoặc gọi cho bàn."
        ),
        "none",
        "question",
    ),
    "keyless": Words(
        gettext_lazy("Máy này chưa biết khoá của bàn"),
        gettext_lazy("Hãy mở trang này một lần khi có mạng, rồi thử lại."),
        "none",
        "question",
    ),
}


def refusals() -> dict[str, str]:
    """Why a code is refused, in the reader's language, with {placeholders}."""
    said = StatementRefused.sentences.items()
    return {code: one.en if english() else one.vi for code, one in said}


def as_of() -> dict[str, str]:
    """How new the list is by which a code was checked."""
    return {
        "known": _("Theo danh sách bàn ký lúc %(as_of)s. Bản ra sau lúc đó thì chưa biết."),
        "unknown": _("Chưa có danh sách của bàn, nên không biết đã có bản mới hơn chưa."),
    }


def for_script() -> dict[str, Any]:
    """Everything that js/bulletin.js says, in the reader's language."""
    states = {
        state: {"title": str(one.title), "text": str(one.text), "tone": one.tone, "icon": one.icon}
        for state, one in STATES.items()
    }
    return {
        "states": states,
        "refusals": refusals(),
        "asOf": as_of(),
        "kinds": {str(value): str(label) for value, label in VersionKind.choices},
        "elsewhere": _("Đường dẫn này mở trang %(host)s, không phải trang của bàn."),
        "saved": _("Đã lưu: trang này kiểm tra được khi không có mạng."),
        "notSaved": _("Chưa lưu được trang này, nên chỉ kiểm tra được khi có mạng."),
        "pinned": _("Khoá của bàn mà máy này nhớ: %(key)s."),
        "listAt": _("Danh sách mới nhất máy này có: bàn ký lúc %(as_of)s."),
        "noList": _("Máy này chưa có danh sách của bàn."),
        "handedOver": _("Bàn đã đổi khoá; khoá cũ đã ký nhận khoá mới %(key)s."),
        "noCode": _("Không thấy mã nào trong ảnh. Hãy chụp gần hơn, đủ sáng, không nghiêng."),
        "looking": _("Đưa mã vào giữa khung hình."),
    }
