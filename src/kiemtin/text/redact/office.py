"""Knows a name that stands with a public office or trade: it is part of the claim and stays."""

import re
from functools import lru_cache
from typing import Final

from kiemtin.text.redact.lexicon import Lexicon

_REACH: Final = 100
_SENTENCE_END: Final = re.compile(r"[.!?] |[;\n\0]")
_WORD: Final = re.compile(r"[^\W\d_/]+")
_LONGEST_OFFICE: Final = 4
_STEPS: Final = 14


def in_office(shown: str, words: Lexicon, start: int, end: int) -> bool:
    """Say whether "Chủ tịch UBND xã …" stands before a name, or ", Chủ tịch …" after it."""
    before = _SENTENCE_END.split(shown[max(0, start - _REACH) : start])[-1]
    after = shown[end : end + _REACH].lower()
    return _leads(_WORD.findall(before), words) or bool(_after(words).match(after))


def _leads(before: list[str], words: Lexicon) -> bool:
    """Walk back over bodies and capitalised names to the word for an office."""
    for end in range(len(before), max(0, len(before) - _STEPS), -1):
        last = before[max(0, end - _LONGEST_OFFICE) : end]
        low = [word.lower() for word in last]
        if any(" ".join(low[-size:]) in words.offices for size in range(1, len(low) + 1)):
            return True
        if low[-1] not in words.bodies and not last[-1][0].isupper():
            return False
    return False


@lru_cache(maxsize=2)
def _pattern(offices: frozenset[str]) -> re.Pattern[str]:
    """An office after a name: ", Chủ tịch …", "(Giám đốc Sở …", "… làm Bí thư"."""
    titles = "|".join(sorted(offices, key=len, reverse=True))
    former = "nguyên|phó|quyền|cựu|là|nguyen|pho|quyen|cuu|la"
    takes = r"(?: [^\W\d_]+){0,4} (?:làm|giữ chức|tái cử|đắc cử|lam) "
    return re.compile(rf"(?: ?[,(–-] ?|{takes})(?:(?:{former}) )?(?:{titles})\b")


def _after(words: Lexicon) -> re.Pattern[str]:
    return _pattern(words.offices)
