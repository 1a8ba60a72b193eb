"""Which thing of a claim a message has nothing of, and what foreign words it has instead.

"Đồi chè cháy 8 ha" has nothing of the forest in "Rừng thông cháy 8 ha", however it is ordered.
`things.txt` lists words for things; one that is not listed is not missed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kiemtin.matching.reading import Reading
from kiemtin.matching.synonyms import Term
from kiemtin.matching.types import Row, Span
from kiemtin.text.canonical import canonical
from kiemtin.text.fold import fold, syllables
from kiemtin.text.sentences import clauses

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?…\n]")
_GLUED = re.compile(r"[^\W\d_]+\d+")
_LONGEST = 2
"""Syllables of the longest listed form."""
_KEPT = 12_000
"""Claims whose things are kept, the latest used."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """Forms with their marks, others that begin like one, and tables of nouns.txt."""

    forms: frozenset[str]
    others: frozenset[str]
    tables: frozenset[str]


@cache
def listed() -> _Listed:
    """Read "= table", "! other forms" and lines of forms, "_" between the syllables of one."""
    text = files("kiemtin.matching").joinpath("things.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    tables = frozenset(line[1:].strip() for line in lines if line.startswith("="))
    others = _words(line[1:] for line in lines if line.startswith("!"))
    return _Listed(_words(line for line in lines if line[0] not in "=!"), others, tables)


def _words(lines: Iterable[str]) -> frozenset[str]:
    found = (word.replace("_", " ") for line in lines for word in line.split())
    return frozenset(canonical(word) for word in found)


def thing_rows(message: Reading, claim: Reading) -> list[Row]:
    """Return one row for the first thing of the claim of which the message has nothing, or none.

    No row when it has no foreign words beside those of the claim: then the thing was only left out.
    It is a doubt and no conflict by itself: the thing may be named by a word that no list knows.
    """
    gone = next(_missing(message, claim), None)
    foreign = _foreign(message, claim) if gone else None
    if not gone or not foreign:
        return []
    said, stated = message.text[slice(*foreign)], claim.text[slice(*gone)]
    return [Row("word", said, stated, "conflict", foreign, gone)]


def _missing(message: Reading, claim: Reading) -> Iterator[Span]:
    """Give the things of the claim that the message has neither in these words nor in others."""
    keys = {one.key for one in message.terms}
    said = set(message.syllables)
    stated = claim.terms_for(message)
    for start, end in _things(message, claim):
        terms = [one for one in stated if one.span[0] < end and start < one.span[1]]
        parts = syllables(claim.text[start:end])
        known = {*parts, "".join(part[0] for part in parts)} & said  # "sr" is a sầu riêng
        meant = any(one.told or one.key in keys or _beyond(one, start, end) for one in terms)
        if terms and not known and not meant and not _is_title(end, message, claim):
            yield start, end


def _things(message: Reading, claim: Reading) -> list[Span]:
    """Return where the claim has things, but for kinds of which the message has a noun as well.

    Those are compared by kind (`sorts`).
    """
    tables = listed().tables - message.nouns.keys()
    found = [one.span for kind, held in claim.nouns.items() if kind in tables for one in held]
    return sorted([*found, *_forms(claim.text)])


@lru_cache(maxsize=_KEPT)
def _forms(text: str) -> tuple[Span, ...]:
    """Return where listed forms stand, the longest first where two begin."""
    words = list(_WORD.finditer(text))
    written = [canonical(word[0]).lower() for word in words]
    known = listed().forms | listed().others
    found = []
    at = 0
    while at < len(words):
        sizes = range(min(_LONGEST, len(words) - at), 0, -1)
        size = next((n for n in sizes if " ".join(written[at : at + n]) in known), 0)
        if size and " ".join(written[at : at + size]) in listed().forms:
            found.append((words[at].start(), words[at + size - 1].end()))
        at += size or 1
    return tuple(found)


def _beyond(one: Term, start: int, end: int) -> bool:
    """Tell whether a word is but a part of a known phrase, as the "cầu" of "yêu cầu"."""
    return one.span[0] < start or end < one.span[1]


def _is_title(end: int, message: Reading, claim: Reading) -> bool:
    """Tell whether a name that the message has comes next: "tàu SP8" is the SP8."""
    named = [one.folded for one in claim.names if one.span[0] == end + 1]
    glued = _GLUED.match(claim.text, end + 1)
    named += [tuple(syllables(glued[0]))] if glued else []
    return any(set(message.syllables).issuperset(one) for one in named)


def _foreign(message: Reading, claim: Reading) -> Span | None:
    """Return the longest run of words that stands right beside words of the claim and has none."""
    keys = {one.key for one in claim.terms_for(message)}
    said = set(claim.syllables)
    runs = []
    for start, end in clauses(message.text):
        inside = [one for one in message.terms if start <= one.span[0] < end]
        shared = [
            one.told or one.key in keys or said.issuperset(fold(one.written).split())
            for one in inside
        ]
        runs += list(_runs(inside, shared, message.text))
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _runs(inside: Sequence[Term], shared: Sequence[bool], text: str) -> Iterator[Span]:
    at = 0
    while at < len(inside):
        last = at
        while last < len(inside) and not shared[last]:
            last += 1
        if last > at:
            before = at > 0 and _together(inside[at - 1], inside[at], text)
            after = last < len(inside) and _together(inside[last - 1], inside[last], text)
            if before or after:
                yield inside[at].span[0], inside[last - 1].span[1]
        at = last + 1


def _together(one: Term, other: Term, text: str) -> bool:
    return not _STOP.search(text, one.span[1], other.span[0])
