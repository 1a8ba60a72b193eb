"""Counts a text as a telephone network does: which alphabet, how many units, how many parts.

Alphabets: GSM 03.38 (3GPP TS 23.038, 6.2.1, default table and extension), else UCS-2. Lengths of
one message and of a part of several: 3GPP TS 23.040, 9.2.3.24.1.
"""

from dataclasses import dataclass
from typing import Final, Literal

Encoding = Literal["GSM-7", "UCS-2"]

_DEFAULT: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_ESCAPED: Final = frozenset("\f^{}\\[~]|€")
SINGLE: Final[dict[Encoding, int]] = {"GSM-7": 160, "UCS-2": 70}
"""Units of a message that is sent alone: septets, or UTF-16 code units."""

EACH: Final[dict[Encoding, int]] = {"GSM-7": 153, "UCS-2": 67}
"""Units of each part of a longer one; the rest holds its number."""


@dataclass(frozen=True)
class Count:
    """What a text takes: its alphabet, its length in units of that alphabet, and the parts."""

    encoding: Encoding
    units: int
    parts: tuple[str, ...]


def count(text: str) -> Count:
    """Return what a text takes; its parts joined are the text, and "" is one empty part.

    No part ends within a character. It ends between words where that costs no part more.
    """
    encoding: Encoding = "GSM-7" if all(map(_is_gsm, text)) else "UCS-2"
    units = sum(_width(char, encoding) for char in text)
    if units <= SINGLE[encoding]:
        return Count(encoding, units, (text,))
    full = _split(text, encoding, at_words=False)
    tidy = _split(text, encoding, at_words=True)
    return Count(encoding, units, tuple(tidy if len(tidy) == len(full) else full))


def _is_gsm(char: str) -> bool:
    return char in _DEFAULT or char in _ESCAPED


def _width(char: str, encoding: Encoding) -> int:
    """Two for an escape pair and for a surrogate pair, which must stay together."""
    if encoding == "GSM-7":
        return 1 + (char in _ESCAPED)
    return 1 + (ord(char) > 0xFFFF)


def _split(text: str, encoding: Encoding, *, at_words: bool) -> list[str]:
    """Fill each part as far as it goes, or back to its last space."""
    parts, start, used, space = [], 0, 0, 0
    at = 0
    while at < len(text):
        width = _width(text[at], encoding)
        if used + width > EACH[encoding]:
            cut = space if at_words and space > start else at
            parts.append(text[start:cut])
            start = at = cut
            used = space = 0
            continue
        used += width
        at += 1
        if text[at - 1].isspace():
            space = at
    return [*parts, text[start:]]
