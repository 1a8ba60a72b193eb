"""Lays a message open for reading: the same text folded, letter for letter, and its words.

`flat` and `lower` have exactly the length of `text`, so that a match in one is a span of the
other. A text that is not NFC is composed first; `span` leads back to the text as it was given.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from kiemtin.text.fold import fold
from kiemtin.text.places.names import syllable_key

_WORD = re.compile(r"[^\W_]+")
_STOPS = frozenset('.!?:;…\n-–•*”"')
_BARE_SHARE = 0.2  # below this share of words with marks a text counts as typed without them
_TITLE_SHARE, _TITLE_WORDS = 0.7, 7


class _SameLength(dict[int, str]):
    """Folds one letter to one letter; what would change its length stays."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = fold(letter)
        self[code] = folded if len(folded) == 1 else letter
        return self[code]


class _SameLengthLower(dict[int, str]):
    """Lower-cases one letter to one letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        lower = letter.lower()
        self[code] = lower if len(lower) == 1 else letter
        return self[code]


_FLAT, _LOWER = _SameLength(), _SameLengthLower()


class Word:
    """One word: its span in the scanned text, as written, folded, and its key in the gazetteer."""

    __slots__ = ("end", "flat", "key", "raw", "start")

    def __init__(self, start: int, end: int, raw: str, flat: str) -> None:
        self.start, self.end, self.raw, self.flat = start, end, raw, flat
        self.key = syllable_key(flat)

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter."""
        return self.raw[:1].isupper()


class Scan:
    """A message with its folded form and its words."""

    def __init__(self, text: str) -> None:
        self.given = text
        self.text, self._back = _composed(text)
        self.flat = self.text.translate(_FLAT)
        self.lower = self.text.translate(_LOWER)

    @cached_property
    def words(self) -> list[Word]:
        """All words in order."""
        text, flat = self.text, self.flat
        return [
            Word(hit.start(), hit.end(), text[hit.start() : hit.end()], hit[0])
            for hit in _WORD.finditer(flat)
        ]

    @cached_property
    def bare(self) -> bool:
        """Whether the message was typed without tone marks."""
        letters = [word for word in self.words if word.raw[0].isalpha()]
        marked = sum(self.flat[w.start : w.end] != self.lower[w.start : w.end] for w in letters)
        return marked < _BARE_SHARE * len(letters)

    @cached_property
    def capitals_tell(self) -> bool:
        """Whether capitals mark names here: not in a headline or in shouting."""
        letters = [word for word in self.words if word.raw[0].isalpha()]
        shouted = sum(len(word.raw) > 1 and word.raw.isupper() for word in letters)
        titled = sum(word.capital for word in letters)
        if shouted > len(letters) / 2:
            return False
        return len(letters) < _TITLE_WORDS or titled < _TITLE_SHARE * len(letters)

    @cached_property
    def careful(self) -> bool:
        """Whether the writer sets capitals inside sentences, so that small letters tell too."""
        text, words = self.text, self.words
        return self.capitals_tell and any(
            word.capital
            and not word.raw.isupper()
            and text[word.start - 1] == " "
            and text[max(0, word.start - 2)] not in _STOPS
            for word in words[1:]
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the text as given for a span in the scanned text."""
        if self._back is None:
            return start, end
        return self._back[start], self._back[end] if start < end else self._back[start]


def _composed(text: str) -> tuple[str, list[int] | None]:
    """Give the NFC text and, where that moved letters, each letter's place in the given text."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    letters: list[str] = []
    back: list[int] = []
    for start, cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        letters.append(composed)
        back += [start] * len(composed)
    return "".join(letters), [*back, len(text)]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Give each letter with the marks that follow it, and where it starts."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at
