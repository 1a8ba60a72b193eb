"""Whether a message denies what a claim states, or states what it denies.

Asking is not denying: question tails are told apart where details are read. What is denied
counts, not that something is: "không cần kinh nghiệm" may stand on both sides.
"""

from collections.abc import Sequence

from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Row
from kiemtin.text.details.types import Detail, NegationValue
from kiemtin.text.words import words

_STOPS = words("dung ngung huy het mat cam cat dong khoa nghi bo khong chua hoan ngat chan can tac")
"""Folded verbs that deny by themselves: "dừng chạy" is "không chạy"."""

_REACH = 3


def negation_rows(message: Reading, claim: Reading, *, strict: bool) -> list[Row]:
    """Return one row for each denial on either side.

    With `strict`, a denial of the message that the claim has no counterpart for is a conflict
    whatever it bears on; else only when it bears on words of the claim.
    """
    said, claimed = message.details.of("negation"), claim.details.of("negation")
    rows = [_said_row(one, claimed, claim, strict=strict) for one in said]
    answered = {row.entry_span for row in rows}
    rest = [one for one in claimed if (one.start, one.end) not in answered]
    return rows + [_unanswered(one, message) for one in rest]


def _said_row(said: Detail, claimed: Sequence[Detail], claim: Reading, *, strict: bool) -> Row:
    span = (said.start, said.end)
    for one in claimed:
        if _target(said) & _target(one) or not (_target(said) and _target(one)):
            return Row("negation", said.text, one.text, "agree", span, (one.start, one.end))
    if _denied_by_verb(said, claim.syllables):
        return Row("negation", said.text, said.text, "agree", span, None)
    if strict or _target(said) & set(claim.syllables):
        return Row("negation", said.text, None, "conflict", span, None)
    return Row("negation", said.text, None, "absent", span, None)


def _unanswered(claimed: Detail, message: Reading) -> Row:
    """A denial of the claim alone: a conflict when the message says the same words undenied."""
    span = (claimed.start, claimed.end)
    if _target(claimed) and _target(claimed) <= set(message.syllables):
        return Row("negation", None, claimed.text, "conflict", None, span)
    return Row("negation", None, claimed.text, "absent", None, span)


def _target(denial: Detail) -> frozenset[str]:
    value = denial.value
    found = value.target.split() if isinstance(value, NegationValue) else []
    return frozenset(found) - FILLERS


def _denied_by_verb(said: Detail, claimed: Sequence[str]) -> bool:
    """Tell whether the claim denies the same words by a verb: "tạm dừng rút tiền"."""
    target = _target(said)
    return any(
        word in target and any(stop in _STOPS for stop in claimed[max(at - _REACH, 0) : at])
        for at, word in enumerate(claimed)
    )
