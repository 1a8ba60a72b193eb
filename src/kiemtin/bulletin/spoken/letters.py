"""Names of letters as they are called in Vietnamese, for abbreviations that nobody says whole.

Source: Decision 240/QĐ (5/3/1984) on spelling in schoolbooks, with the northern names.
"""

import unicodedata
from typing import Final

_NAMES: Final[dict[str, str]] = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "e lờ", "m": "em mờ",
    "n": "en nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "e rờ", "s": "ét sì",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích xì", "y": "i dài",
    "z": "dét",
}  # fmt: skip


def letter_names(word: str) -> str:
    """Return the names of the letters of a word; a toned one has the name without its tone."""
    return " ".join(filter(None, (_name(letter) for letter in word.lower())))


def _name(letter: str) -> str:
    if letter in _NAMES:
        return _NAMES[letter]
    return _NAMES.get(unicodedata.normalize("NFD", letter)[0], letter if letter.isalpha() else "")
