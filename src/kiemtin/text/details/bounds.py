"""Reads how firmly a number is meant: "hơn 20", "dưới 5", "khoảng một trăm", "từ 12 hộ trở lên"."""

from typing import Final

from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases
from kiemtin.text.details.types import Bound

_BEFORE: Final[Phrases[Bound]] = Phrases(
    {
        "hơn": "least", "trên": "least", "ít nhất": "least", "tối thiểu": "least",
        "không dưới": "least", "không ít hơn": "least", "quá": "least",
        "vượt": "least", "những": "exact", "tận": "exact",
        "dưới": "most", "chưa đến": "most", "chưa tới": "most", "chưa đầy": "most",
        "chưa được": "most", "không tới": "most", "không đến": "most", "không đầy": "most",
        "không được": "most", "ko tới": "most", "ko đến": "most", "chưa quá": "most",
        "chưa nổi": "most", "không vượt": "most", "không vượt quá": "most",
        "không quá": "most", "tối đa": "most", "nhiều nhất": "most", "kém": "most",
        "khoảng": "about", "tầm": "about", "chừng": "about", "cỡ": "about", "gần": "about",
        "khoảng độ": "about", "độ": "about", "ước": "about", "ước tính": "about",
        "xấp xỉ": "about", "ngót": "about", "ngót nghét": "about", "loanh quanh": "about",
        "đâu chừng": "about", "trên dưới": "about",
    },
    marked_only={"cỡ", "độ", "tầm", "trên", "quá"},
)  # fmt: skip
_AFTER: Final[Phrases[Bound]] = Phrases(
    {
        "trở lên": "least", "đổ lên": "least", "trở xuống": "most", "đổ lại": "most",
        "gì đó": "about", "thôi": "exact",
    }
)  # fmt: skip


def bound_of(message: Message, first: int, last: int) -> Bound:
    """Give the bound of the number whose words run from `first` to `last` (exclusive)."""
    after = _AFTER.at(message, last)
    if after and after.meaning != "exact":
        return after.meaning
    for size in (3, 2, 1):
        found = _BEFORE.at(message, first - size) if first >= size else None
        if found and found.last == first and message.gap(first - 1) == " ":
            return found.meaning
    return "exact"
