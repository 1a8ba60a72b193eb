"""Lays a message open for the tables: its words, spelled out where phones shorten them, with and
without marks; and finds phrases in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kiemtin.text.fold import fold, is_toneless
from kiemtin.text.places.names import tone_key
from kiemtin.text.restore import restore

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_SHORT_FORMS: Final = {
    "k": "không", "ko": "không", "kh": "không", "hok": "không", "hong": "không", "hông": "không",
    "hem": "không", "hổng": "không", "hg": "không", "wá": "quá", "wa": "quá", "qá": "quá",
    "j": "gì", "gi": "gì", "z": "vậy", "v": "vậy", "zậy": "vậy", "zay": "vậy", "vầy": "vậy",
    "dc": "được", "đc": "được", "dk": "được", "đk": "được", "r": "rồi", "rùi": "rồi",
    "lun": "luôn", "lm": "lắm", "bùn": "buồn", "thik": "thích", "iu": "yêu", "t": "tôi",
    "tui": "tôi", "tao": "tôi", "tớ": "tôi", "mik": "mình", "mk": "mình", "mih": "mình",
    "cx": "cũng", "trc": "trước", "ntn": "thế nào", "bn": "bao nhiêu", "h": "giờ", "ah": "à",
    "vs": "với", "ns": "nói", "bt": "biết", "bik": "biết", "bít": "biết", "cám": "cảm",
    "thiệt": "thật", "quài": "hoài", "thía": "thế", "nha": "nhé", "nghen": "nhé", "nhen": "nhé",
    "nhoa": "nhé", "thui": "thôi", "zui": "vui", "dzui": "vui", "ng": "người", "ngta": "người ta",
    "tr": "trời", "chời": "trời", "zời": "trời", "m": "mày", "mn": "mọi người",
    "snvv": "sinh nhật vui vẻ",
}  # fmt: skip
"""Short forms of messages and words of regions, each as it is written in the tables."""

_LONGEST: Final = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A syllable or numeral: its span, its key with marks, the key of the guess when it was typed
    without any, and folded.
    """

    span: Span
    tone: str
    guess: str
    flat: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a table in a text."""

    span: Span
    first: int
    last: int
    group: str


class Phrases:
    """Phrases by group; the longest at a place wins.

    Of a text typed without marks a phrase of several syllables is read as it stands, one of a
    single syllable only when its marks are the likely ones.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group, some in groups.items():
            for phrase in some:
                tones = tuple(map(tone_key, phrase.split()))
                self._known.setdefault(fold(phrase), []).append((tones, group))

    def find(self, words: list[Word], *, bare: bool) -> Iterator[Found]:
        """Give the phrases in order; none overlaps another."""
        at = 0
        while at < len(words):
            found = self._at(words, at, bare=bare)
            if found:
                yield found
            at = found.last if found else at + 1

    def _at(self, words: list[Word], at: int, *, bare: bool) -> Found | None:
        for last in range(min(len(words), at + _LONGEST), at, -1):
            some = words[at:last]
            for tones, group in self._known.get(" ".join(word.flat for word in some), ()):
                if _reads(some, tones, bare=bare):
                    return Found((some[0].span[0], some[-1].span[1]), at, last, group)
        return None


def _reads(some: list[Word], tones: tuple[str, ...], *, bare: bool) -> bool:
    if bare and len(tones) > 1:
        return True
    return all(tone in {word.tone, word.guess} for word, tone in zip(some, tones, strict=True))


def words_of(text: str) -> tuple[list[Word], bool]:
    """Return the words of `text`, and whether it was typed without marks."""
    bare = is_toneless(text)
    guessed = restore(text) if bare else text
    return [
        word
        for hit in _WORD.finditer(text)
        for word in _words(hit.span(), hit[0].lower(), guessed[slice(*hit.span())].lower())
    ], bare


def _words(span: Span, written: str, guess: str) -> list[Word]:
    """One word, or the several that a short form stands for."""
    meant = _SHORT_FORMS.get(written, written)
    if meant != written:
        return [Word(span, tone_key(one), tone_key(one), fold(one)) for one in meant.split()]
    return [Word(span, tone_key(written), tone_key(guess), fold(written))]
