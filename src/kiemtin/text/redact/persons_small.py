"""Finds names of private persons typed in small letters: "nguyễn văn an", "tran thi be".

Letter case says nothing there, so only a family's name with văn or thị counts, or "nguyễn".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.redact import person_words as table
from kiemtin.text.redact.context import near_account
from kiemtin.text.redact.lexicon import lexicon
from kiemtin.text.redact.office import in_office
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span
from kiemtin.text.syllable import is_bare_syllable

_SURE: Final = table.CLEAR_SURNAMES | table.SURNAMES
_SIGNS: Final = (" van ", " thi ", "nguyen ")  # what every such name holds


def _both(names: frozenset[str]) -> dict[bool, frozenset[str]]:
    """A set for text with marks (False) and one for text without (True)."""
    return {False: names, True: frozenset(map(fold, names))}


_SOFT: Final = _both(table.SOFT_NAMES)
_AFTER: Final = _both(table.AFTER_NAMES)
_NOT_GIVEN: Final = _both(table.NOT_GIVEN)


@lru_cache(maxsize=2)
def _pattern(bare: bool) -> re.Pattern[str]:
    """Family name + văn/thị + one to three syllables; with marks also "nguyễn" + any."""
    sure = "|".join(sorted({fold(name) if bare else name.lower() for name in _SURE}))
    other = "|".join(
        sorted({fold(name) if bare else name.lower() for name in table.COMMON_SURNAMES})
    )
    if bare:  # "ho van", "mai van" are rather hồ vẫn, mai vẫn
        family = rf"(?:{sure}) (?:van|thi)|(?:{other}) thi"
    else:
        family = rf"(?:{sure}|{other}) (?:văn|thị)|nguyễn"
    given = r"[^\W\d_]{1,7}+(?: [^\W\d_]{1,7}+){0,2}"
    return re.compile(rf"(?<![^\W_])(?:{family}) (?P<given>{given})(?![^\W_])")


def find_small(page: Page) -> Iterator[Span]:
    """Find names in small letters; without marks in a marked text only near an account."""
    low = page.shown.lower()
    if len(low) != len(page.shown) or not any(sign in page.plain for sign in _SIGNS):
        return
    marked = not low.isascii()
    for bare in (False, True) if marked else (True,):
        for found in _pattern(bare).finditer(low):
            if bare and marked and not near_account(page.plain, found.start(), found.start()):
                continue
            size = given_size(found["given"].split(" "), open_end=found[0].startswith("nguyễn "))
            start, end = found.start(), found.start("given") + size
            if size and page.shown[start].islower() and not stands(page, start, end):
                yield Span("person_name", start, end)


def given_size(syllables: list[str], *, open_end: bool = False) -> int:
    """Characters of the given name among lower-case words; 0 when the first is no name.

    A further syllable belongs to it after one that often has another ("thu hà"); with `open_end`,
    for a name without văn and thị, one more does unless it begins what comes after the name.
    """
    bare = "".join(syllables).isascii()
    if syllables[0] in _NOT_GIVEN[bare] or not _reads(syllables[0]):
        return 0
    size = 1
    for before, syllable in pairwise(syllables):
        more = size == 1 if open_end else before in _SOFT[bare]
        region = " ".join(syllables[size : size + 2]) in lexicon(bare).regions
        if not more or region or syllable in _AFTER[bare] or not _reads(syllable):
            break
        size += 1
    return len(" ".join(syllables[:size]))


def _reads(syllable: str) -> bool:
    return len(syllable) == 1 or is_bare_syllable(fold(syllable))


def stands(page: Page, start: int, end: int) -> bool:
    """Say whether a place, a famous person or an office makes a name stay."""
    name = page.shown[start:end].lower()
    known, around = lexicon(name.isascii()), lexicon(page.shown.isascii())
    before = page.shown[max(0, start - 30) : start].lower().split()
    lead = {" ".join(before[-size:]) for size in (1, 2)}
    other = around.heads | {"quản", "quan", "họ", "ho", "nhà", "pháp", "nguyên"}
    return bool(lead & other) or known.fixed(name) or in_office(page.shown, around, start, end)
