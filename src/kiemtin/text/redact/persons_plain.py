"""Finds names of private persons typed in small letters or in capitals.

Letter case says nothing there, so only a sure sign counts: "nguyễn văn an", "tran thi be", or a
name in capitals beside a bank account.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.redact import person_words as table
from kiemtin.text.redact.context import BANKS
from kiemtin.text.redact.lexicon import lexicon
from kiemtin.text.redact.office import in_office
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span
from kiemtin.text.syllable import is_bare_syllable

_EDGE: Final = r"(?<![^\W_])"
_WORD: Final = re.compile(r"[^\W\d_]+")
_FAMILIES: Final = table.CLEAR_SURNAMES | table.SURNAMES | table.COMMON_SURNAMES
_DOUBTFUL: Final = frozenset(map(fold, table.COMMON_SURNAMES))
_ADDRESSED: Final = re.compile(r"(?<![^\W_])(?:ÔNG|BÀ|ANH|CHỊ|CÔ|CHÚ|BÁC) $")
_BANK: Final = re.compile(rf"(?<![a-z])(?:stk|tai khoan|tk|ck|ctk|{BANKS})(?![a-z])")
_LEAST: Final = 2  # syllables of a name
_LOUD: Final = re.compile(r"[A-ZĐÀ-Ỹ]{2} ?[A-ZĐÀ-Ỹ]")
_SIGNS: Final = (" van ", " thi ", "nguyen ")  # what every such name holds
_NEAR: Final = 70  # characters before a name in which an account makes it an owner's


def _both(names: frozenset[str]) -> dict[bool, frozenset[str]]:
    """A set for text with marks (False) and one for text without (True)."""
    return {False: names, True: frozenset(map(fold, names))}


_SOFT: Final = _both(table.SOFT_NAMES)
_AFTER: Final = _both(table.AFTER_NAMES)
_NOT_GIVEN: Final = _both(table.NOT_GIVEN)


@lru_cache(maxsize=2)
def _small(bare: bool) -> re.Pattern[str]:
    """Family name + văn/thị + one or two syllables; with marks also "nguyễn" + any."""
    families = sorted({fold(name) if bare else name.lower() for name in _FAMILIES})
    middle, alone = ("van|thi", "") if bare else ("văn|thị", "|nguyễn")
    return re.compile(
        rf"{_EDGE}(?:(?:{'|'.join(families)}) (?:{middle}){alone}) (?P<given>[^\W\d_]{{1,7}}+"
        r"(?: [^\W\d_]{1,7}+){0,2})(?![^\W_])"
    )


def find_small(page: Page) -> Iterator[Span]:
    """Find names typed in small letters: "nguyễn thị thu hà", "tran van a"."""
    low = page.shown.lower()
    if len(low) != len(page.shown) or not any(sign in page.plain for sign in _SIGNS):
        return
    marked = not low.isascii()
    for bare in (False, True) if marked else (True,):
        for found in _small(bare).finditer(low):
            if bare and marked and not _BANK.search(_before(page, found.start())):
                continue
            size = _given_size(found["given"], bare)
            start, end = found.start(), found.start("given") + size
            if size and page.shown[start].islower() and not _stands(page, start, end):
                yield Span("person_name", start, end)


def _before(page: Page, start: int) -> str:
    return page.plain[max(0, start - _NEAR) : start]


def _given_size(given: str, bare: bool) -> int:
    """Characters of the given name; a further syllable only after one that often has another."""
    syllables = given.split(" ")
    if syllables[0] in _NOT_GIVEN[bare] or not _reads(syllables[0]):
        return 0
    size = 1
    for before, syllable in pairwise(syllables):
        if before not in _SOFT[bare] or syllable in _AFTER[bare] or not _reads(syllable):
            break
        size += 1
    return len(" ".join(syllables[:size]))


def _reads(syllable: str) -> bool:
    return len(syllable) == 1 or is_bare_syllable(fold(syllable))


def _stands(page: Page, start: int, end: int) -> bool:
    """Say whether a place, a famous person or an office makes the name stay."""
    name = page.shown[start:end].lower()
    known = lexicon(name.isascii())
    before = page.shown[max(0, start - 30) : start].lower().split()
    lead = {" ".join(before[-size:]) for size in (1, 2)}
    other = known.heads | {"quản", "quan", "họ", "ho", "nhà", "pháp", "nguyên"}
    return bool(lead & other) or known.fixed(name) or in_office(page.shown, known, start, end)


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    families = {name.upper() for name in _FAMILIES} | {fold(name).upper() for name in _FAMILIES}
    names = "|".join(sorted(families))
    return re.compile(rf"{_EDGE}(?:{names})(?: [^\W\d_a-z]{{1,7}}+(?![^\W_])){{1,3}}+")


def find_capitals(page: Page) -> Iterator[Span]:
    """Find names in capitals beside a bank account, or with văn/thị or an honorific."""
    if not _LOUD.search(page.shown):
        return
    for found in _capitals().finditer(page.shown):
        tokens = list(_WORD.finditer(page.shown, found.start(), found.end()))
        syllables = [fold(token[0]) for token in tokens]
        size = _capital_size(syllables)
        if size < _LEAST:
            continue
        start, end = found.start(), tokens[size - 1].end()
        if _sure(page, syllables[:size], start, end) and not _stands(page, start, end):
            yield Span("person_name", start, end)


def _capital_size(syllables: list[str]) -> int:
    """Syllables of the name: three, or with văn and thị one more where two often go together."""
    size = next((i for i, one in enumerate(syllables) if not _reads(one)), len(syllables))
    double = size > 3 and syllables[1] in {"van", "thi"} and syllables[2] in _SOFT[True]
    return min(size, 4 if double else 3)


def _sure(page: Page, syllables: list[str], start: int, end: int) -> bool:
    if syllables[1] in {"van", "thi"} and len(syllables) > 2:
        return syllables[2] not in _NOT_GIVEN[True]
    if _ADDRESSED.search(page.shown, max(0, start - 5), start):
        return True
    beside = _before(page, start) + page.plain[end : end + _NEAR // 3]
    return syllables[0] not in _DOUBTFUL and bool(_BANK.search(beside))
