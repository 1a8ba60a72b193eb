"""Whether a message denies what a claim states, or states what it denies.

Asking is not denying: question tails are told apart where details are read. What is denied
counts, not that something is: "không cần kinh nghiệm" may stand on both sides.
"""

import re
from collections.abc import Sequence
from itertools import islice

from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.names import contains
from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Row, Span
from kiemtin.text.details.types import Detail, NegationValue
from kiemtin.text.fold import fold, syllables
from kiemtin.text.words import words

_STOPS = words("dừng ngừng hủy huỷ hết mất cấm cắt đóng khóa khoá nghỉ bỏ hoãn ngắt chặn tắc kẹt")
"""Verbs that deny by themselves: "dừng chạy" is "không chạy"."""

_STOPPING = frozenset(fold(verb) for verb in _STOPS)
_REACH = 3
_SURE_TARGET = 2
"""Content syllables of what is denied that make it sure that the claim states the same."""
_HAPPENING = words("ay xay ra han hon van de viec thuc hieu ro chinh xac hoan toan he hom ho nao")
"""Folded syllables that tell nothing of their own when they are denied: "không hề xảy ra"."""
_IN_A_FORWARD = 3
"""Content syllables that a denial must share with the claim to count in a long forward."""
_CLAUSE_CHARS = 120
"""How far a clause is followed on each side of its denial."""
_MOST = 30
"""Denials of one text that are compared; more than that is noise, and costs time."""
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[.,;:!?…\n]|[^\w\s/%–-]")


def negation_rows(message: Reading, claim: Reading, *, strict: bool) -> list[Row]:
    """Return one row for each denial on either side; advice ("đừng …") is none.

    `strict` is for short messages, where a denial that stands alone denies the rest.
    """
    said, claimed = _denials(message), _denials(claim)
    rows = [_said_row(one, claimed, message, claim, strict=strict) for one in said]
    answered = {row.entry_span for row in rows}
    rest = [one for one in claimed if (one.start, one.end) not in answered]
    return rows + [_unanswered(one, message) for one in rest]


def _denials(reading: Reading) -> list[Detail]:
    found = (one for one in reading.details.of("negation") if _value(one).how != "forbid")
    return list(islice(found, _MOST))


def _said_row(
    said: Detail, claimed: Sequence[Detail], message: Reading, claim: Reading, *, strict: bool
) -> Row:
    span = (said.start, said.end)
    for one in claimed:
        if _target(said) & _target(one) or not (_target(said) or _target(one)):
            return Row("negation", said.text, one.text, "agree", span, (one.start, one.end))
    if _denied_by_verb(said, claim.text):
        return Row("negation", said.text, said.text, "agree", span, None)
    if len(_target(said)) >= _SURE_TARGET and _target(said) <= set(claim.syllables):
        return Row("negation", said.text, None, "conflict", span, None)
    same_kind = any(_value(said).how == _value(one).how for one in claimed)
    if not same_kind and _bears_on(said, message, claim, strict=strict):
        return Row("negation", said.text, None, "conflict", span, None)
    return Row("negation", said.text, None, "absent", span, None)


def _bears_on(said: Detail, message: Reading, claim: Reading, *, strict: bool) -> bool:
    """Tell whether a denial is about the claim: its clause shares words with it, or has none.

    "Không có đâu" denies what was said before; "ai chưa đổ thì thiệt" denies something else.
    """
    start, end = _clause(message.text, said)
    before = _content(message.text[start : said.start])
    after = _content(message.text[said.end : end])
    common = (before | after) & set(claim.syllables)
    if not strict:
        return len(common) >= _IN_A_FORWARD
    return bool(common) or not (before | after) - _HAPPENING


def _content(text: str) -> set[str]:
    return set(syllables(text)) - FILLERS


def _clause(text: str, said: Detail) -> Span:
    first, last = max(said.start - _CLAUSE_CHARS, 0), said.end + _CLAUSE_CHARS
    before = [hit.end() for hit in _CLAUSE.finditer(text, first, said.start)]
    after = _CLAUSE.search(text, said.end, last)
    return before[-1] if before else first, min(after.start() if after else last, len(text))


def _unanswered(claimed: Detail, message: Reading) -> Row:
    """A denial of the claim alone: a conflict when the message says the same words undenied."""
    span = (claimed.start, claimed.end)
    target = _target(claimed)
    if target and target <= set(message.syllables):
        wanted = [*syllables(claimed.text), *_value(claimed).target.split()]
        said = contains(message.syllables, wanted)
        value = claimed.text if said else None
        return Row("negation", value, claimed.text, "agree" if said else "conflict", None, span)
    return Row("negation", None, claimed.text, "absent", None, span)


def _target(denial: Detail) -> frozenset[str]:
    return frozenset(_value(denial).target.split()) - FILLERS


def _value(denial: Detail) -> NegationValue:
    value = denial.value
    return value if isinstance(value, NegationValue) else NegationValue("not")


def _denied_by_verb(said: Detail, claim: str) -> bool:
    """Tell whether the claim denies the same words by a verb: "tạm dừng rút tiền"."""
    target, written = _target(said), _WORD.findall(claim.lower())
    if target & _STOPPING:  # "không bỏ môn" denies the stopping itself
        return False
    return any(
        fold(word) in target and not _STOPS.isdisjoint(written[max(at - _REACH, 0) : at])
        for at, word in enumerate(written)
    )
