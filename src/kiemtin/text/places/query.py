"""Reads what somebody typed into a place search: a kind, a name, and where the name lies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiemtin.text.fold import fold
from kiemtin.text.places.names import KIND_FORMS, key_words, tone_keys

_SHORT_NUMBERED = re.compile(r"\b([qpQPfF])\.?\s?(\d{1,2})\b")
_PARTS = re.compile(r"[,;/()\n]")
_LONG = {"q": "quận ", "p": "phường ", "f": "phường "}
MAX_WORDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a query: `kind` ("" when none is named), the name's key, and the context."""

    kind: str
    name: str
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query taken apart: its readings, and its marked syllables (empty when typed bare)."""

    readings: tuple[Reading, ...]
    tones: tuple[str, ...]


def ask(query: str) -> Asked:
    """Take a query apart; anything beyond the first `MAX_WORDS` words is ignored."""
    query = _SHORT_NUMBERED.sub(lambda hit: _LONG[hit[1].lower()] + hit[2], query)
    parts = [words for part in _PARTS.split(query) if (words := key_words(part))]
    words = [word for part in parts for word in part][:MAX_WORDS]
    head = min(len(parts[0]), len(words)) if len(parts) > 1 else 0
    readings = dict.fromkeys(_readings(words, head))
    if words and (half := _half_typed(query)) != words[-1]:
        readings |= dict.fromkeys(_readings([*words[:-1], half], head))
    return Asked(tuple(readings), _tones(query))


def _half_typed(query: str) -> str:
    """The last word as it stands: "Phù Y" may become "Phù Yên", where y is no i."""
    words: list[str] = re.findall(r"[^\W_]+", fold(query))
    return words[-1]


def _tones(query: str) -> tuple[str, ...]:
    return () if query.isascii() else tone_keys(query)[:MAX_WORDS]


def _readings(words: list[str], head: int) -> Iterator[Reading]:
    """With a comma the name ends there; without one every cut is tried."""
    for kind, start in _kinds(words):
        ends = [head] if head > start else range(len(words), start, -1)
        for end in ends:
            yield Reading(kind, "".join(words[start:end]), tuple(words[end:]))


def _kinds(words: list[str]) -> Iterator[tuple[str, int]]:
    """The words may start with a kind ("xa tan lap"), or the kind's word is part of the name."""
    for size in (2, 1):
        kind = KIND_FORMS.get(" ".join(words[:size]))
        if kind and len(words) > size:
            yield kind, size
    if words:
        yield "", 0


def lies_in(context: tuple[str, ...], regions: frozenset[str]) -> bool:
    """Say whether all context words name regions; the last one may be half typed."""
    if not context:
        return True
    for size in (2, 1):
        if len(context) > size and " ".join(context[:size]) in KIND_FORMS:
            return lies_in(context[size:], regions)
    for size in range(len(context), 0, -1):
        name, rest = "".join(context[:size]), context[size:]
        if name in regions and lies_in(rest, regions):
            return True
        if not rest and any(region.startswith(name) for region in regions):
            return True
    return False
