"""Finds the phrases of a table in a message, with their marks or, where that is safe, without."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiemtin.text.details.message import Message
from kiemtin.text.fold import fold
from kiemtin.text.places.names import tone_key

Meaning = TypeVar("Meaning")
_Letters = dict[str, "_Letters"]
"""What may follow, by its first letter; "" where a form may end."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase in a message: its span, its first and last (exclusive) token, what it means."""

    start: int
    end: int
    first: int
    last: int
    phrase: str
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """A table from phrases to meanings, matched longest first, never overlapping.

    A phrase of `marked_only` must carry its marks. Of the others, one of one syllable may be typed
    bare in a message that carries none at all; a longer one in any message, unless `bare_anywhere`
    is False.
    """

    def __init__(
        self,
        table: Mapping[str, Meaning],
        marked_only: Iterable[str] = (),
        *,
        bare_anywhere: bool = True,
    ) -> None:
        self._meanings: dict[str, list[tuple[str, tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in table.items():
            tones = tuple(tone_key(word) for word in phrase.split())
            self._meanings.setdefault(fold(phrase), []).append((phrase, tones, meaning))
        self._marked_only = frozenset(marked_only)
        self._bare_anywhere = bare_anywhere
        # a figure may stand right beside a word: "20cm", "1m65"
        self._pattern = re.compile(rf"(?<![^\W\d_])(?:{_any_of(self._meanings)})(?![^\W\d_])")

    def find(self, message: Message) -> Iterator[Found[Meaning]]:
        """Give the phrases in the order of the text."""
        at = 0
        while hit := self._pattern.search(message.scan.flat, at):
            found = self._found(message, hit.start(), hit.end())
            at = found.end if found else hit.start() + 1  # another may begin inside a rejected one
            if found:
                yield found

    def at(self, message: Message, index: int) -> Found[Meaning] | None:
        """Give the phrase that starts at a token."""
        if index >= len(message.tokens):
            return None
        hit = self._pattern.match(message.scan.flat, message.tokens[index].start)
        return self._found(message, hit.start(), hit.end()) if hit else None

    def _found(self, message: Message, start: int, end: int) -> Found[Meaning] | None:
        first = message.index_at.get(start)
        if first is None:
            return None
        last = first + 1
        while last < len(message.tokens) and message.tokens[last].end <= end:
            last += 1
        for stop in range(last, first, -1):  # "mở cưa" is not "mở cửa", but it begins with "mở"
            found = self._read(message, first, stop)
            if found:
                return found
        return None

    def _read(self, message: Message, first: int, last: int) -> Found[Meaning] | None:
        written = message.tokens[first:last]
        form = " ".join(token.flat for token in written)
        for phrase, tones, meaning in self._meanings.get(form, ()):
            marked = all(token.tone == tone for token, tone in zip(written, tones, strict=True))
            bare = all(token.bare for token in written) and self._bare_may(message, phrase, tones)
            if marked or bare:
                return Found(written[0].start, written[-1].end, first, last, phrase, meaning)
        return None

    def _bare_may(self, message: Message, phrase: str, tones: tuple[str, ...]) -> bool:
        if phrase in self._marked_only:
            return False
        return message.bare or (self._bare_anywhere and len(tones) > 1)


def _any_of(forms: Iterable[str]) -> str:
    """Return a pattern for any of `forms`, the longest first; a space stands for one or more.

    Forms share their beginnings: thousands in a row would be tried one by one at every letter.
    """
    root: _Letters = {}
    for form in forms:
        at = root
        for letter in form:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _after(root)


def _after(letters: _Letters) -> str:
    ways = [_one(letter) + _after(rest) for letter, rest in letters.items() if letter]
    if not ways:
        return ""
    pattern = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{pattern})?" if "" in letters else pattern


def _one(letter: str) -> str:
    return " +" if letter == " " else re.escape(letter)
