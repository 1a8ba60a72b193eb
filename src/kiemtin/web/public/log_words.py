"""The entries of the log in words: what each kind of act is called, and what its body says."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from kiemtin.desk.words import KeyEnd, ObjectionOutcome, Verdict, VersionKind

KINDS: dict[str, Promise | str] = {
    "publication": pgettext_lazy("log", "Công bố"),
    "amendment": gettext_lazy("Đính chính"),
    "update": gettext_lazy("Cập nhật"),
    "withdrawal": gettext_lazy("Rút lại"),
    "holding_line": gettext_lazy("Thông báo tạm thời"),
    "objection_received": gettext_lazy("Nhận phản hồi"),
    "objection_answered": gettext_lazy("Trả lời phản hồi"),
    "error_corrected": gettext_lazy("Sửa lỗi đã thừa nhận"),
    "key_change": gettext_lazy("Đổi khoá ký"),
    "erasure": gettext_lazy("Xoá nội dung"),
}
FIELDS: dict[str, Promise | str] = {
    "fact_check": gettext_lazy("Bài số"),
    "version": gettext_lazy("Bản"),
    "kind": gettext_lazy("Loại"),
    "verdict": gettext_lazy("Kết luận"),
    "content_hash": gettext_lazy("Mã nội dung (SHA-256)"),
    "desk": gettext_lazy("Bàn"),
    "spokesperson": gettext_lazy("Người phát ngôn"),
    "published_at": gettext_lazy("Công bố lúc"),
    "objection": gettext_lazy("Phản hồi số"),
    "note": gettext_lazy("Lời ghi thêm số"),
    "outcome": gettext_lazy("Kết quả"),
    "days": gettext_lazy("Số ngày làm việc"),
    "rumour": gettext_lazy("Tin đồn số"),
    "safe_action": gettext_lazy("Việc nên làm ngay"),
    "checking": gettext_lazy("Đang kiểm tra"),
    "next_update_at": gettext_lazy("Cập nhật tiếp theo lúc"),
    "change": gettext_lazy("Thay đổi"),
    "key": gettext_lazy("Khoá công khai mới"),
    "before": gettext_lazy("Khoá trước đó"),
    "signed_by_before": gettext_lazy("Chữ ký của khoá trước dưới khoá mới"),
    "entry": gettext_lazy("Mục"),
    "reason": gettext_lazy("Lý do"),
}

VALUES: dict[str, type[TextChoices]] = {
    "verdict": Verdict,
    "kind": VersionKind,
    "outcome": ObjectionOutcome,
    "change": KeyEnd,
}


def fields(body: Mapping[str, object]) -> list[tuple[str | Promise, object]]:
    """What a body says, its names in words where they are known, in a steady order."""
    names = sorted(
        body, key=lambda name: (list(FIELDS).index(name) if name in FIELDS else 99, name)
    )
    return [(FIELDS.get(name, name), _value(name, body[name])) for name in names]


def _value(name: str, value: object) -> object:
    """A code with its word before it: what was committed to is the code."""
    words = VALUES.get(name)
    return f"{words(value).label} ({value})" if words and value in words.values else value
