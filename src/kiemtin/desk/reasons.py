"""Reasons in words: those of the matcher, and those that only the desk has, from what people
decided before and from how something was asked.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import get_language, gettext_lazy

from kiemtin.matching.types import Reason

REMEMBERED: Mapping[str, Any] = {
    "remembered_together": gettext_lazy("lần trước một người đã gộp câu này vào tin này"),
    "remembered_apart": gettext_lazy("lần trước một người đã tách câu này khỏi tin giống nhất"),
    "remembered_closed": gettext_lazy(
        "lần trước một người đã gộp câu này vào một tin mà nay không trả lời được nữa"
    ),
    "remembered_refused": gettext_lazy(
        "lần trước người hỏi báo rằng câu trả lời này không đúng điều họ hỏi"
    ),
    "by_picture": gettext_lazy(
        "điều được hỏi nằm trong ảnh; chữ trong ảnh do máy đọc nên chờ một người quyết định"
    ),
}


def in_words(reasons: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Stored reasons as sentences in the reader's language, without a full stop."""
    english = (get_language() or "vi").startswith("en")
    return tuple(_said(one["code"], one["params"], english=english) for one in reasons)


def _said(code: str, params: Mapping[str, str], *, english: bool) -> str:
    if code in REMEMBERED:
        return str(REMEMBERED[code])
    reason = Reason(code, params)
    return reason.en() if english else reason.vi()
