"""Folds Vietnamese text to plain lower-case letters, so that marks never decide a comparison.

"Đập Thủy điện", "ĐẬP THUỶ ĐIỆN" and "dap thuy dien" fold to the same text. Nothing else is
repaired here: invisible characters and look-alikes are the business of `canonical`.
"""

import re
import unicodedata

_LATIN = ((0xC0, 0x250), (0x1E00, 0x1F00))
_STROKES = {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i"}
_SMALL_DIGITS = {"²": "2", "³": "3", "¹": "1"}
_TOKEN = re.compile(r"\d+(?:[.,]\d+)++|[^\W_]+")
_TONELESS_BELOW = 0.05
"""Share of letters with marks under which a text is taken to be typed without them; Vietnamese
prose has marks on about a quarter of its letters."""
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*+(?:[.,]\d+)?")


def _table() -> dict[int, str | None]:
    """Map each Latin letter with marks to its bare lower-case letter, and each mark to nothing."""
    table: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
    for code in (code for first, end in _LATIN for code in range(first, end)):
        bare = unicodedata.normalize("NFD", chr(code).lower())[0]
        table[code] = _STROKES.get(bare, bare)
    return table | {ord(small): digit for small, digit in _SMALL_DIGITS.items()}


_FOLD = _table()


def fold(text: str) -> str:
    """Return `text` in lower case without tone or vowel marks, đ as d, ² as 2; idempotent.

    Latin letters fold the same from NFC and NFD; letters of other scripts are only lower-cased.
    """
    return text.lower().translate(_FOLD)


def is_toneless(text: str) -> bool:
    """Tell whether a Vietnamese text was typed without tone and vowel marks.

    False for a text without letters. Says nothing of the language: English is toneless too.
    """
    lowered = unicodedata.normalize("NFC", text.lower())
    letters = sum(map(str.isalpha, lowered))
    if lowered.isascii():
        return letters > 0
    marked = sum(char != fold(char) for char in lowered if not char.isascii() and char.isalpha())
    return marked < _TONELESS_BELOW * letters


def syllables(text: str) -> list[str]:
    """Return the folded words of `text` in order, numbers kept as one token each.

    Thousands lose their separators and a decimal comma becomes a point, in either convention:
    "2.000.000đ" → "2000000", "d"; "1.200,5" → "1200.5"; "1,5 tỷ" → "1.5", "ty".
    """
    return [_number(token) for token in _TOKEN.findall(fold(text))]


def _number(token: str) -> str:
    grouped = _THOUSANDS.fullmatch(token)
    if grouped:
        token = token.replace(grouped[1], "")
    return token.replace(",", ".")
