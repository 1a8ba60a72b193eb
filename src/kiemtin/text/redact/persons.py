"""Finds names of private persons written with capitals: "anh Nguyễn Văn A", "chị Lan".

A name is known by the word before it (an honorific, a role) or by its family name; it stays when
the words around it make it a place, a street, a body, a famous dead person or a public office.
"""

import re
from collections.abc import Iterator
from typing import Final

from kiemtin.text.redact.lexicon import CLEAR, COMMON, USUAL, Lexicon, lexicon
from kiemtin.text.redact.office import in_office
from kiemtin.text.redact.page import Page
from kiemtin.text.redact.types import Span
from kiemtin.text.syllable import VOWELS, is_bare_syllable, is_syllable

_SMALL: Final = VOWELS + "bcdđfghjklmnpqrstvwxz"
_SYLLABLE: Final = rf"[{_SMALL.upper()}](?:[{_SMALL}]{{1,6}}|(?![^\W_]))(?![^\W_])"
_RUN: Final = re.compile(rf"(?<![^\W_]){_SYLLABLE}(?: {_SYLLABLE})*+")
_MARKED: Final = re.compile("[àáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýđ\u1ea0-\u1ef9]")
_PREVIOUS: Final = re.compile(r"(?:[^\W_]+ ){0,3}[^\W_]+[ :\"'(]{1,3}$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 4
_AHEAD: Final = 30
_FOREIGN: Final = re.compile(r" (?!Facebook|Zalo|Tik|Insta|Covid)[A-Z][a-z]+")
_WARD: Final = re.compile(r" ?[,(-]? ?(?:p\.|q\.|phường|quận|tp|thành phố|phuong|quan)")
_SPOUSES: Final = frozenset({"vợ", "chồng", "vo", "chong"})
_NEVER: Final = 9  # syllables that no name has
_MANY: Final = 8  # words from which a share of capitals means something


class Names:
    """The capitalised syllables of one page, and what stands before each."""

    def __init__(self, page: Page) -> None:
        self.shown = page.shown
        self.low = page.shown.lower() if len(page.shown.lower()) == len(page.shown) else page.plain
        self.bare = not _MARKED.search(self.low)
        self.words = lexicon(self.bare)
        self.titled = _titled(page.shown)

    def rank(self, low: list[str]) -> int:
        """How surely the first syllable is a family's name; "Nguyen Van A" also among marks."""
        if not self.bare and len(low) > 1 and low[0].isascii() and low[1].isascii():
            return lexicon(True).ranks.get(low[0], 0) if low[1] in {"van", "thi"} else 0
        return self.words.ranks.get(low[0], 0)

    def before(self, start: int) -> list[str]:
        """Up to four words that lead to position `start` without a full stop between."""
        found = _PREVIOUS.search(self.low, max(0, start - 40), start)
        return _WORD.findall(found[0]) if found else []


def _titled(shown: str) -> bool:
    """Say whether nearly every word is capitalised, so that capitals name nobody."""
    found = _WORD.findall(shown)
    return len(found) >= _MANY and 10 * sum(word.istitle() for word in found) > 9 * len(found)


def find_persons(page: Page) -> Iterator[Span]:
    """Find capitalised names of private persons."""
    runs = list(_RUN.finditer(page.shown))
    if not runs:
        return
    names = Names(page)
    for run in runs:
        yield from _in_run(names, [*_WORD.finditer(page.shown, run.start(), run.end())])


def _in_run(names: Names, tokens: list[re.Match[str]]) -> Iterator[Span]:
    low = [names.low[token.start() : token.end()] for token in tokens]
    if _reversed(names, low, tokens[0].start()):
        yield Span("person_name", tokens[0].start(), tokens[-1].end())
        return
    index = 0
    while index < len(tokens):
        lead = names.before(tokens[index].start())
        if _ends_with(lead, names.words.heads):
            return
        ahead = names.shown[tokens[index].start() : tokens[index].start() + _AHEAD]
        size = _size(names, low[index : index + _LONGEST], lead, ahead)
        start, end = tokens[index].start(), tokens[index + max(size, 1) - 1].end()
        if size and not (
            _in_street(names, start, end) or in_office(names.shown, names.words, start, end)
        ):
            yield Span("person_name", start, end)
        index += size or 1


def _size(names: Names, low: list[str], lead: list[str], ahead: str) -> int:
    """How many syllables from the first make up a person's name; 0 for none."""
    words = names.words
    if not _reads(low[0]) or _starts_with(ahead.lower(), words.not_names):
        return 0
    rank = names.rank(low)
    syllables = low[: _LONGEST if rank else _LONGEST - 1]
    syllables = syllables[: next((i for i, one in enumerate(syllables) if not _reads(one)), None)]
    if _called(names, lead, syllables, rank):
        return _called_size(words, syllables, rank, bool(_FOREIGN.match(ahead, len(syllables[0]))))
    return _family_size(words, syllables, rank)


def _in_street(names: Names, start: int, end: int) -> bool:
    """Say whether a house number stands before and a ward after: "421 Trần Phú, phường …"."""
    numbered = names.shown[max(0, start - 2) : start - 1].isdigit()
    return numbered and _WARD.match(names.low, end) is not None


def _reversed(names: Names, low: list[str], start: int) -> bool:
    """Say whether a run is written given name first: "Lan Anh Nguyễn"."""
    words = names.words
    if low[-1] not in {"nguyễn", "nguyen"} or len(low) not in {2, 3}:
        return False
    other = words.honorifics | words.heads | words.not_names | {"nhà", "họ", "theo", "nha", "ho"}
    return low[0] not in other and not _ends_with(names.before(start), words.heads)


def _reads(syllable: str) -> bool:
    return len(syllable) == 1 or is_syllable(syllable) or is_bare_syllable(syllable)


def _called(names: Names, lead: list[str], syllables: list[str], rank: int) -> bool:
    """Say whether an honorific or a role leads to the name."""
    words = names.words
    if not lead or f"{lead[-1]} {syllables[0]}" in words.famous:
        return False
    if _ends_with(lead, words.no_honorifics) or (names.titled and not rank):
        return False
    if _ends_with(lead, words.crowds):
        return len(syllables) > 1 and not _fixed(words, syllables)
    if _ends_with(lead, words.roles | _SPOUSES):
        return len(syllables) > 1 or syllables[0] not in words.nations
    return lead[-1] in words.honorifics


def _called_size(words: Lexicon, syllables: list[str], rank: int, foreign: bool) -> int:
    if rank <= COMMON and _fixed(words, syllables):
        return 0
    if len(syllables) == 1 and (len(syllables[0]) == 1 or foreign):
        return 0  # an initial hides the name already: "bà H."; or a foreign name: "ông Kim Jong-un"
    return _cut(words, syllables, 2 if rank else 1)


def _fixed(words: Lexicon, syllables: list[str]) -> bool:
    return any(words.fixed(" ".join(syllables[:size])) for size in (4, 3, 2))


def _family_size(words: Lexicon, syllables: list[str], rank: int) -> int:
    middle = len(syllables) > 2 and syllables[1] in words.middle
    enough = {CLEAR: 2, USUAL: 3, COMMON: 3 if middle else _NEVER}.get(rank, _NEVER)
    if len(syllables) < enough or _stays(words, syllables, rank):
        return 0
    size = _cut(words, syllables, 3 if middle else 2)
    return size if size >= enough else 0


def _stays(words: Lexicon, syllables: list[str], rank: int) -> bool:
    """Say whether the name begins with that of a place or of a famous dead person."""
    sizes = range(len(syllables), 1, -1)
    size = next((size for size in sizes if words.fixed(" ".join(syllables[:size]))), 0)
    rest = " ".join(syllables[size : size + 2])
    return bool(size) and (
        size > 2 or size == len(syllables) or rank != CLEAR or rest in words.regions
    )


def _cut(words: Lexicon, syllables: list[str], least: int) -> int:
    """Leave a province or district that follows the name: "anh Hùng Lào Cai"."""
    for size in range(least, len(syllables)):
        rest = syllables[size:]
        if " ".join(rest[:2]) in words.regions or " ".join(rest[:3]) in words.regions:
            return size
    return len(syllables)


def _ends_with(lead: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(lead[-size:]) in phrases for size in range(1, len(lead) + 1))


def _starts_with(ahead: str, phrases: frozenset[str]) -> bool:
    found = _WORD.findall(ahead)
    return any(" ".join(found[:size]) in phrases for size in (1, 2, 3))
