"""Of two claims that share most of their words: of which does the message have the own ones?

"Hội khai mạc tối mai" and "Hội bị hủy" differ in what happens; a message that has the own words of
one and none of the other's means that one, however alike the two are as a whole.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.reading import Reading
from kiemtin.matching.types import Span
from kiemtin.text.sentences import clauses

Floats = NDArray[np.float64]

AMOUNTS = frozenset({"number", "money", "date", "time"})
"""Kinds of details that are written in many ways, and compared for themselves."""

CLEAR = 0.5
"""Edge from which a message means one claim rather than the other beyond doubt."""

_MISSING, _OTHERS = 0.8, 3
"""Share of the claim's own words that are missing, and other words in their stead, from which a
message is about something else; synonyms are known to too few for less."""

NEARER = 0.35
"""Edge from which another claim is nearer, even one that differs in a detail."""


def edges(message: Reading, claims: Sequence[Reading]) -> Floats:
    """Return how far the message is nearer to each claim than to each other one, shape (n, n).

    At (a, b): the share of the words that only a has, of these two, which the message has as well,
    less that of the words that only b has; from -1 to 1.
    """
    said = {one.key for one in message.terms}
    own = [_words(claim, message) for claim in claims]
    rows = [[_share(a - b, said) for b in own] for a in own]
    of_own: Floats = np.array(rows, np.float64).reshape(len(claims), len(claims))
    return np.subtract(of_own, of_own.T)


def shares(message: Reading, claims: Sequence[Reading]) -> Floats:
    """Return the share of each claim's words that the message has, shape (n,)."""
    said = {one.key for one in message.terms}
    return np.array([_share(_words(claim, message), said) for claim in claims], np.float64)


def _words(claim: Reading, message: Reading) -> set[str]:
    """Return what stands for the words of a claim, without its figures and dates."""
    figures = [(one.start, one.end) for one in claim.details if one.kind in AMOUNTS]
    return {
        one.key
        for one in claim.terms_for(message)
        if not any(start <= one.span[0] < end for start, end in figures)
    }


def _share(words: set[str], said: set[str]) -> float:
    return len(words & said) / len(words) if words else 0.0


def in_other_words(message: Reading, claim: Reading) -> bool:
    """Tell whether the message says of the claim's names and figures something else altogether.

    "Trường Nà Tẩu tuyển cô nuôi trẻ" has the name of "Trường Nà Tẩu nghỉ học ngày 9/9".
    """
    missing, others = _unmatched(message, claim)
    return missing >= _MISSING and others >= _OTHERS


def _unmatched(message: Reading, claim: Reading) -> tuple[float, int]:
    """Return the share of what the claim says of its figures, names and places that the message
    does not say, and how many other words stand in the clauses of the message that share any.
    """
    said = {one.key for one in message.terms}
    stated = [one for one in claim.terms_for(message) if not _in(one.span, _named(claim))]
    known = {one.key for one in claim.terms_for(message)}
    missing = sum(one.key not in said for one in stated) / len(stated) if stated else 0.0
    others = 0
    skipped = _named(message)
    for start, end in clauses(message.text):
        inside = [one for one in message.terms if start <= one.span[0] < end]
        if any(one.key in known for one in inside):
            others += sum(one.key not in known and not _in(one.span, skipped) for one in inside)
    return missing, others


def _named(text: Reading) -> list[Span]:
    figures = [(one.start, one.end) for one in text.details if one.kind in AMOUNTS]
    return [*figures, *(one.span for one in text.names), *(one.span for one in text.places)]


def _in(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)
