"""Finds names of private persons in capitals: "NGUYEN VAN AN", "STK … TRAN LAN ANH".

A headline in capitals is full of words that are also family names, so a name needs văn or thị,
an honorific, or a bank account beside it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kiemtin.text.fold import fold
from kiemtin.text.redact import person_words as table
from kiemtin.text.redact.context import near_account
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.persons_small import given_size, stands
from kiemtin.text.redact.types import Span
from kiemtin.text.syllable import is_bare_syllable

_DOUBTFUL: Final = frozenset(map(fold, table.COMMON_SURNAMES))
_ADDRESSED: Final = re.compile(r"(?<![^\W_])(?:ÔNG|BÀ|ANH|CHỊ|CÔ|CHÚ|BÁC) $")
_LOUD: Final = re.compile(r"[A-ZĐÀ-Ỹ]{2} [A-ZĐÀ-Ỹ]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST, _USUAL = 2, 3  # syllables of a name


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    families = table.CLEAR_SURNAMES | table.SURNAMES | table.COMMON_SURNAMES
    names = "|".join(sorted({form.upper() for name in families for form in (name, fold(name))}))
    return re.compile(rf"(?<![^\W_])(?:{names})(?: [^\W\d_a-z]{{1,7}}+(?![^\W_])){{1,3}}+")


def find_capitals(page: Page) -> Iterator[Span]:
    """Find names in capitals with a sure sign."""
    if not _LOUD.search(page.shown):
        return
    for found in _pattern().finditer(page.shown):
        tokens = list(_WORD.finditer(page.shown, found.start(), found.end()))
        size = _size([token[0].lower() for token in tokens])
        start, end = found.start(), tokens[max(size, 1) - 1].end()
        if size and _sure(page, tokens[:size], start, end) and not stands(page, start, end):
            yield Span("person_name", start, end)


def _size(syllables: list[str]) -> int:
    """Syllables of the name: after văn and thị those of the given name, otherwise three at most."""
    folded = [fold(syllable) for syllable in syllables]
    reads = [len(one) == 1 or is_bare_syllable(one) for one in folded]
    size = reads.index(False) if False in reads else len(reads)
    if size >= _USUAL and folded[1] in {"van", "thi"}:
        given = " ".join(syllables[2:size])[: given_size(syllables[2:size])]
        return 2 + len(given.split(" ")) if given else 0
    return min(size, _USUAL) if size >= _SHORTEST else 0


def _sure(page: Page, tokens: list[re.Match[str]], start: int, end: int) -> bool:
    folded = [fold(token[0]) for token in tokens]
    if len(folded) >= _USUAL and folded[1] in {"van", "thi"}:
        return True
    if _ADDRESSED.search(page.shown, max(0, start - 5), start):
        return True
    return folded[0] not in _DOUBTFUL and near_account(page.plain, start, end)
