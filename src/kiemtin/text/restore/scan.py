"""Lays a text open for restoring: which words may take marks, and what stands between them.

Links, codes, placeholders, words with digits and words that carry a mark are never up for change.
"""

import re
import unicodedata
from typing import NamedTuple

from kiemtin.text.syllable import is_bare_syllable
from kiemtin.text.tone_marks import place_tones

STOP = "."
NUMBER = "0"

_MARKS = "\u0300-\u036f"
_WORD = rf"(?P<word>(?:\w[{_MARKS}]*+)++)|[^\w\s]"
_PLAIN = re.compile(_WORD)
_ODD = re.compile(r"[@#\[/'’]|\w\.\w")
_WITH_ODD = re.compile(
    r"(?:https?://|www\.)\S++|[@#]\w\S*+|\[[^\]\n]{1,30}\]"
    r"|(?<![\w.+-])[\w.+-]++@[\w.-]++"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)*?\.(?:com|vn|net|org|info|gov|edu|io|me|ly|gl)\b[^\s,;]*+"
    rf"|(?<!\w)\w++['’]\w++|{_WORD}",
    re.IGNORECASE,
)

_CAPITALS = re.compile("[A-Z]{2}")
_STANDS_FOR = {
    "ko": "không", "k": "không", "kh": "không", "kg": "không", "hok": "không", "dc": "được",
    "đc": "được", "dk": "được", "j": "gì", "vs": "với", "ng": "người", "mn": "người", "r": "rồi",
}  # fmt: skip
"""Abbreviations of phone messages: read as the word they stand for, left as they are written."""


class Token(NamedTuple):
    """A word of the model and where it stands; `free` when it may take marks.

    `word` is in lower case: a syllable, `NUMBER`, or `STOP` for all that is neither.
    """

    word: str
    start: int
    end: int
    free: bool


class Scan(NamedTuple):
    """The tokens of a text in order, stops in a row as one, and how many words are no syllable."""

    tokens: list[Token]
    strange: int


def scan(text: str) -> Scan:
    """Lay any text open, in linear time."""
    tokens: list[Token] = []
    strange = 0
    pattern = _WITH_ODD if _ODD.search(text) else _PLAIN
    for hit in pattern.finditer(text):
        piece = hit["word"]
        word, free = _read(piece) if piece else (STOP, False)
        strange += word is STOP and bool(piece) and piece.isalpha()
        if word is not STOP or (tokens and tokens[-1].word is not STOP):
            tokens.append(Token(word, hit.start(), hit.end(), free))
    return Scan(_without_codes(text, tokens), strange)


def _without_codes(text: str, tokens: list[Token]) -> list[Token]:
    """Take a word in capitals among words in small letters for a code: "gọi CA", "xã AN"."""
    if not _CAPITALS.search(text):
        return tokens
    loud = [one.free and _is_loud(text[one.start : one.end]) for one in tokens]
    near = zip([False, *loud], loud, [*loud[1:], False], tokens, strict=False)
    return [
        one._replace(word=STOP, free=False) if here and not (before or after) else one
        for before, here, after, one in near
    ]


def _is_loud(piece: str) -> bool:
    return len(piece) > 1 and piece.isupper()


def _read(piece: str) -> tuple[str, bool]:
    word = piece.lower()
    if word in _STANDS_FOR:
        return _STANDS_FOR[word], False
    if piece.isascii():
        if piece.isalpha():
            return (word, True) if is_bare_syllable(word) else (STOP, False)
    elif piece[0].isalpha():
        return place_tones(unicodedata.normalize("NFC", word)), False
    return (NUMBER if piece[0].isdecimal() else STOP), False
