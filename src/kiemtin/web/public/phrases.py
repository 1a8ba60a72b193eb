"""Words for what a number or a code means to a reader; a bare percentage frightens or flatters."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import get_language, gettext_lazy

from kiemtin.matching.marks import decisive_first
from kiemtin.matching.types import Reason, Row

# Lower bounds, after the scale of the IPCC's guidance note on uncertainty (2010): virtually
# certain 99 %, very likely 90 %, likely 66 %, about as likely as not 33 %.
LIKELIHOOD: Sequence[tuple[float, Any]] = (
    (0.99, gettext_lazy("gần như chắc chắn là cùng một tin")),
    (0.90, gettext_lazy("rất có thể là cùng một tin")),
    (0.66, gettext_lazy("có thể là cùng một tin")),
    (0.33, gettext_lazy("chưa rõ có phải cùng một tin không")),
    (0.0, gettext_lazy("giống một phần, hãy đọc kỹ chỗ khác nhau")),
)
SURE = 0.90
DETAILS: Mapping[str, Any] = {
    "number": gettext_lazy("Con số"),
    "money": gettext_lazy("Số tiền"),
    "date": gettext_lazy("Ngày"),
    "time": gettext_lazy("Giờ"),
    "place": gettext_lazy("Nơi"),
    "direction": gettext_lazy("Chiều"),
    "negation": gettext_lazy("Khẳng định hay phủ định"),
    "quantifier": gettext_lazy("Phạm vi"),
    "actor": gettext_lazy("Tên"),
    "noun": gettext_lazy("Thứ được nói đến"),
    "word": gettext_lazy("Từ ngữ"),
}


def english() -> bool:
    """True when the reader chose English."""
    return (get_language() or "vi").startswith("en")


def likelihood(probability: float, *, same: bool = False) -> str:
    """How likely two texts say the same, in words.

    `same`: the matcher is sure enough to answer by itself, so the words are never less than that.
    """
    probability = max(probability, SURE) if same else probability
    return next(str(words) for bound, words in LIKELIHOOD if probability >= bound)


def because(reasons: Iterable[Reason]) -> list[str]:
    """Reasons as sentences in the reader's language."""
    said = [reason.en() if english() else reason.vi() for reason in reasons]
    return [sentence[:1].upper() + sentence[1:] + "." for sentence in said]


def details(rows: Iterable[Row]) -> list[dict[str, str]]:
    """The rows that speak for or against, those against first, with their kinds in words.

    What only one side mentions is told by the reasons and would only fill a small screen.
    """
    shown = [
        {
            "kind": str(DETAILS.get(row.kind, row.kind)),
            "query_value": row.query_value or "",
            "entry_value": row.entry_value or "",
            "verdict": row.verdict,
        }
        for row in decisive_first(rows)
        if row.verdict != "absent"
    ]
    return [one for at, one in enumerate(shown) if one not in shown[:at]]
