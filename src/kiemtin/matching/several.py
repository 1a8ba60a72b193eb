"""Finds the claims of a message that makes several, and matches each by itself.

What the nearest entry speaks about is one stretch of the message. What is left before and after
it is matched as a message of its own, with the same day and place, and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kiemtin.matching.decide import Matcher
from kiemtin.matching.features import weights_of
from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.reading import read_entry
from kiemtin.matching.terms import bag
from kiemtin.matching.types import Candidate, Match, Query, Reason, Span
from kiemtin.text.fold import syllables
from kiemtin.text.sentences import clauses

LEAST = 5
"""Distinct content syllables from which a stretch of text may be a claim of its own."""

MOST = 10
"""Candidates of a message with several claims."""
LIKELY = 0.3
"""Probability from which a stretch of text counts as about an entry: chat beside a claim is often
a little like something."""
MOST_CLAUSES = 16
"""A longer message is a letter: its first clauses are looked at, the rest belongs to the last."""

MOST_CUTS = 6
"""After so many cuts one inside the other what is left stays whole: each reads all of it again, and
a letter of hundreds of sentences must not hold up who asks next."""

_ENOUGH = 0.9
"""Share of what the message says of an entry that the stretch about it must hold."""


@dataclass(frozen=True, slots=True)
class Part:
    """One claim of a message: where it stands, and what it repeats."""

    span: Span
    match: Match


def match_each(matcher: Matcher, query: Query, known: Match | None = None) -> list[Part]:
    """Return the claims of the message in the order of its text; one is the whole message.

    `known`: the match of the whole message, when it has been made already.

    Several are returned only when they are about different entries. What else stands beside one
    known claim is mostly chat, and a person can cut it off.
    """
    whole = Part((0, len(query.text)), known or matcher.match(query))
    parts = _divide(matcher, query, whole)
    found = {part.match.id for part in parts if _is_about_one(part.match)}
    return parts if len(parts) > 1 and len(found) > 1 else [whole]


def as_one(parts: Sequence[Part]) -> Match:
    """Return one match for all claims of a message.

    Of several, none is answered unasked: a person sees the nearest entry of each, the surest first.
    """
    if len(parts) == 1:
        return parts[0].match
    named = [part.match for part in parts if _is_about_one(part.match)]
    first = sorted(named, key=lambda match: -match.probability)
    nearest = [_chosen(match) for match in first]
    others = [one for match in first for one in match.candidates]
    candidates = {one.id: one for one in [*nearest, *others]}.values()
    reason = Reason("several_claims", {"query": str(len(named))})
    return Match("maybe", first[0].id, first[0].probability, (reason,), tuple(candidates)[:MOST])


def _is_about_one(match: Match) -> bool:
    return match.id is not None and match.probability >= LIKELY


def _chosen(match: Match) -> Candidate:
    return next(one for one in match.candidates if one.id == match.id)


def _divide(matcher: Matcher, query: Query, whole: Part, cuts: int = 0) -> list[Part]:
    stretch = _stretch(matcher, query, whole) if cuts < MOST_CUTS else None
    if stretch is None:
        return [whole]
    parts = []
    for span in _around(query.text, whole.span, stretch):
        part = replace(query, text=query.text[slice(*span)])
        found = Part(span, matcher.match(part))
        inside = span != stretch and found.match.id
        parts += _divide(matcher, query, found, cuts + 1) if inside else [found]
    return parts


def _stretch(matcher: Matcher, query: Query, part: Part) -> Span | None:
    """Return the shortest run of clauses with nearly all that is said of the nearest entry.

    None when there is no entry, or nothing of weight is left beside it.
    """
    text = query.text[slice(*part.span)]
    spans = clauses(text)[:MOST_CLAUSES]
    entry = matcher.index.entry(part.match.candidates[0].id) if part.match.candidates else None
    if entry is None or part.match.decision == "new" or len(spans) < 2:
        return None
    claim = read_entry(entry, query.date).bag.hashes
    weights = weights_of(claim, matcher.index.weigh)
    held = np.array([np.isin(claim, bag(text[slice(*span)]).hashes) for span in spans])
    needed = _ENOUGH * weights[held.any(axis=0)].sum()
    best = min(
        (last - first, first, last)
        for first in range(len(spans))
        for last in range(first, len(spans))
        if weights[held[first : last + 1].any(axis=0)].sum() >= needed
    )
    offset = part.span[0]
    stretch = (spans[best[1]][0] + offset, spans[best[2]][1] + offset)
    return stretch if len(_around(query.text, part.span, stretch)) > 1 else None


def _around(text: str, span: Span, stretch: Span) -> list[Span]:
    """Return the stretch with what is left on its sides; too little of that is joined to it."""
    before, after = (span[0], stretch[0]), (stretch[1], span[1])
    start = stretch[0] if _says_something(text[slice(*before)]) else span[0]
    end = stretch[1] if _says_something(text[slice(*after)]) else span[1]
    parts = [(span[0], start), (start, end), (end, span[1])]
    return [part for part in parts if part[1] > part[0]]


def _says_something(text: str) -> bool:
    return len(set(syllables(text)) - FILLERS) >= LEAST
