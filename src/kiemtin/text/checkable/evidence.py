"""Collects what in a sentence speaks for a fact and what against one, each with its place."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kiemtin.text.checkable import facts, signs
from kiemtin.text.checkable.reader import Phrases, Span, Word
from kiemtin.text.checkable.types import Reason
from kiemtin.text.details import Detail, PlaceValue, extract
from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key
from kiemtin.text.words import words

_QUOTED: Final = 40  # characters of the message that a reason repeats
_NEAR: Final = 2  # words between a feeling and its degree: "mệt mỏi quá", "phiền cho dân quá"
_WORDED: Final = frozenset({*facts.GROUPS, "direction"})
_READ: Final = frozenset({"place", "date", "time", "number", "money", "direction"})
_KIN: Final = words(
    "anh chi em ong ba co chu bac di cau mo thim chau thay cu con me bo ma ban thang be mr mrs ms"
)
_NAME: Final = re.compile(r"([^\W\d_]+) +(?=([^\W\d_]+))")
_NOT_ASKED: Final = re.compile(r"[^.,;!?]*\b(ca|dau|het|bay nhieu)\b|\s+(cung|thi)\b")


def stated(given: str, said: list[Word], day: dt.date, *, bare: bool) -> list[Reason]:
    """Return what speaks for a fact in a sentence of words `said`, written on `day`."""
    found = [
        _reason(one.kind, given, (one.start, one.end))
        for one in extract(given, today=day)
        if one.kind in _READ and _tells(one)
    ]
    found += _phrases(_fact_phrases(), said, given, bare=bare)
    found += [Reason("link", {}, hit.span()) for hit in facts.LINK.finditer(given)]
    return [*found, *_names(given)]


def against(given: str, said: list[Word], facts_read: list[Reason], *, bare: bool) -> list[Reason]:
    """Return what speaks against a fact, beside those read already."""
    found = [*_phrases(_sign_phrases(), said, given, bare=bare), *_feelings(said, given)]
    return [one for one in [*found, *_patterns(given)] if _stands(one, facts_read, given)]


def beside(facts_read: list[Reason], signs_read: list[Reason]) -> list[Reason]:
    """Return the facts without words that are part of a sign: "cầu" in "cầu mong"."""
    spans = [one.span for one in signs_read if one.span]
    return [
        one
        for one in facts_read
        if one.code not in _WORDED or not any(_part(one.span, span) for span in spans)
    ]


def _part(inner: Span | None, outer: Span) -> bool:
    return inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


@cache
def _fact_phrases() -> Phrases:
    return Phrases(facts.GROUPS)


@cache
def _sign_phrases() -> Phrases:
    return Phrases(signs.GROUPS)


@cache
def _degrees() -> Phrases:
    return Phrases({"after": signs.DEGREE, "before": signs.DEGREE_BEFORE})


@cache
def _feeling_words() -> frozenset[str]:
    return frozenset(map(tone_key, signs.FEELING))


def _tells(one: Detail) -> bool:
    """A place without code that is written small is any place: "thôn ấy"."""
    if isinstance(one.value, PlaceValue) and not one.value.codes:
        return any(part[0].isupper() for part in one.text.split()[1:])
    return True


def _phrases(table: Phrases, said: list[Word], given: str, *, bare: bool) -> Iterator[Reason]:
    for one in table.find(said, bare=bare):
        yield _reason(one.group, given, one.span)


def _feelings(said: list[Word], given: str) -> Iterator[Reason]:
    """A word of feeling with a word of degree right after it, or right before."""
    for one in _degrees().find(said, bare=False):
        near = said[max(0, one.first - _NEAR) : one.first]
        if one.group == "before":
            near = [*near, *said[one.last : one.last + 1]]
        felt = [word for word in near if {word.tone, word.guess} & _feeling_words()]
        if felt:
            span = min(felt[0].span[0], one.span[0]), max(felt[-1].span[1], one.span[1])
            yield _reason("opinion", given, span)


def _patterns(given: str) -> Iterator[Reason]:
    lowered = given.lower()
    if len(lowered) != len(given):  # a letter that is longer in small: places would shift
        return
    for code, pattern in signs.PATTERNS:
        for hit in pattern.finditer(lowered):
            yield _reason(code, given, hit.span())


def _names(given: str) -> Iterator[Reason]:
    """Words with a capital within the sentence, but not after a word of kinship; never quoted."""
    letters = [char for char in given if char.isalpha()]
    if sum(map(str.isupper, letters)) * 2 > len(letters):
        return
    for hit in _NAME.finditer(given):
        if hit[2][0].isupper() and fold(hit[1]) not in _KIN:
            yield Reason("name", {}, hit.span(2))


def _stands(sign: Reason, facts_read: list[Reason], given: str) -> bool:
    """Whether a sign is one: not part of a place ("Hồ Chí Minh"), not "chỗ nào cả"."""
    start, end = sign.span or (0, 0)
    read = [one.span for one in facts_read if one.code in {"place", "date"} and one.span]
    if any(first < end and start < last for first, last in read):
        return False
    return sign.code != "question" or not _NOT_ASKED.match(fold(given[end:]))


def _reason(code: str, given: str, span: Span) -> Reason:
    quoted = " ".join(given[slice(*span)].split())[:_QUOTED]
    return Reason(code, {"text": quoted}, span)
