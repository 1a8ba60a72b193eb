"""What differs, said of the two that stand beside each other: a rumour or a message, and what
another desk found. The matcher's own sentences speak of who asks and of the desk's own answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kiemtin.matching.types import Comparison, Reason, Verdict
from kiemtin.refusal import Say
from kiemtin.web.compared import decisive
from kiemtin.web.public import phrases

_RUMOUR = Say("tin đồn", "the rumour")
_MESSAGE = Say("tin nhắn", "the message")
_NONE = "–"
_OTHERS = Say("bài của nơi khác", "the other desk's fact-check")


@dataclass(frozen=True)
class Sides:
    """What the left text is called, and the right one."""

    left: Say
    right: Say


OTHERS = Sides(_RUMOUR, _OTHERS)
OTHERS_MESSAGE = Sides(_MESSAGE, _OTHERS)


def _saying(vi: str, en: str) -> Say:
    return Say(
        f"{vi}: {{left}} nói {{query}}, {{right}} nói {{entry}}",
        f"{en}: {{left}} says {{query}}, {{right}} says {{entry}}",
    )


SAID: Mapping[str, Say] = {
    "number_differs": _saying("con số khác", "another number"),
    "money_differs": _saying("số tiền khác", "another sum"),
    "date_differs": _saying("ngày khác", "another date"),
    "time_differs": _saying("giờ khác", "another time"),
    "direction_differs": _saying("ngược chiều", "the opposite direction"),
    "quantifier_differs": _saying("phạm vi khác", "another extent"),
    "actor_differs": _saying("tên khác", "another name"),
    "noun_differs": _saying("nói về thứ khác", "about another thing"),
    "word_differs": Say(
        "chỗ {right} viết “{entry}”, {left} viết “{query}”",
        "where {right} has “{entry}”, {left} has “{query}”",
    ),
    "denied": Say(
        "{right} phủ định điều {left} nói (“{entry}”)",
        "{right} denies what {left} says (“{entry}”)",
    ),
    "denied_by_left": Say(
        "{left} phủ định điều {right} nói (“{query}”)",
        "{left} denies what {right} says (“{query}”)",
    ),
    "detail_missing": Say("{left} không nhắc đến {entry}", "{left} does not mention {entry}"),
}
"""By the code of the matcher's reason; what is not here names no side (`matching.reasons`)."""


def sentence(found: Comparison, sides: Sides) -> tuple[str, Verdict | Literal[""]]:
    """What decides as one sentence in the reader's language, and its mark; "" twice for nothing."""
    mark, reason = decisive(_as_told(found))
    if reason is None:
        return "", ""
    say = SAID.get(_code(reason))
    if say is None:
        return phrases.because([reason])[0], mark
    if phrases.english():
        told = say.en.format(left=sides.left.en, right=sides.right.en, **reason.params)
    else:
        told = say.vi.format(left=sides.left.vi, right=sides.right.vi, **reason.params)
    return told[:1].upper() + told[1:] + ".", mark


def _code(reason: Reason) -> str:
    """The reason's code; of a denial that stands on one side only, that of the side."""
    if reason.code == "negated" and _NONE in reason.params.values():
        return "denied" if reason.params.get("query") == _NONE else "denied_by_left"
    return reason.code


def _as_told(found: Comparison) -> Comparison:
    """Without a difference of day that the texts do not tell: the day on which something was
    published is not the day of which it speaks.
    """
    dated = any(row.kind == "date" and row.verdict == "conflict" for row in found.rows)
    told = tuple(one for one in found.conflicts if dated or not _is_of_a_day(one))
    return replace(found, conflicts=told)


def _is_of_a_day(one: Reason) -> bool:
    return one.code == "date_differs"
