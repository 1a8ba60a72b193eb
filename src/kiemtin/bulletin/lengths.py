"""How long each part of a fact-check may be, and why; counted in characters of the NFC form."""

import unicodedata
from types import MappingProxyType

from kiemtin.refusal import Say

LIMITS = MappingProxyType(
    {
        "claim": 200,
        "fact": 120,
        "said": 200,
        "why": 1_200,
        "todo": 300,
        "what_was_wrong": 400,
        "english": 1_200,
    }
)
"""Most characters by field."""

IDEAL = MappingProxyType({"claim": 75})
"""Better no longer than this: ClaimReview readers cut a claim there (Google's documentation)."""

REASONS = MappingProxyType(
    {
        "claim": Say(
            "Một câu kiểm chứng được; dưới 75 ký tự thì nơi khác hiện được trọn câu.",
            "One checkable sentence; under 75 characters other sites show it whole.",
        ),
        "fact": Say(
            "Đọc hết trong một lần nhìn, trên ba dòng điện thoại.",
            "Read at one glance, on three lines of a telephone.",
        ),
        "said": Say(
            "Nhắc lại tin đồn một lần, càng ngắn càng ít lan thêm.",
            "Repeats the rumour once; the shorter, the less it spreads.",
        ),
        "why": Say(
            "Khoảng một phút đọc; chi tiết để ở phần bằng chứng.",
            "About a minute to read; the details belong to the evidence.",
        ),
        "todo": Say(
            "Người đang sợ chỉ nhớ được hai, ba việc.",
            "A frightened person keeps two or three things in mind.",
        ),
        "what_was_wrong": Say(
            "Nói thẳng chỗ sai trong vài câu.",
            "Says plainly what was wrong, in a few sentences.",
        ),
        "english": Say(
            "Bản tóm tắt, không dài hơn phần vì sao.",
            "A summary, no longer than the explanation.",
        ),
    }
)
"""Why each limit is what it is, for the counter beside the field."""


def length(text: str) -> int:
    """Return how many characters a reader counts: those of the NFC form."""
    return len(unicodedata.normalize("NFC", text))


def left(field: str, text: str) -> int:
    """Return how many characters are left, negative when there are too many."""
    return LIMITS[field] - length(text)
