"""Puts an "a" back where Tesseract took it for an "o": many fonts of posters draw a as a ring.

Only what is spelled like no Vietnamese syllable is put right, unless a picture shows by several
words that nobody uses that its font is such a one: then what usually follows what decides. What was
typed without marks, names in other languages, numbers and all other letters stay as read.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kiemtin.media.ocr.order import Line
from kiemtin.text.fold import is_toneless
from kiemtin.text.restore.runs import cost, known
from kiemtin.text.restore.scan import NUMBER, STOP
from kiemtin.text.restore.table import Table, load
from kiemtin.text.syllable import is_syllable
from kiemtin.text.tone_marks import place_tones

SWAPPED, STRANGE = 40, 200
"""What it costs (16 times -ln p) to take a letter for another, and to keep what is no syllable;
set on the tuning pictures of benchmarks/phone_pictures.py, as is the next."""
SHOWN = 2
"""Words that are in no use as read but would be with an a, from which a font is a ring's."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+")
_RINGS = (
    ("oòóỏõọ", "aàáảãạ"),
    ("ôồốổỗộ", "âầấẩẫậ"),
    ("ơờớởỡợ", "aàáảãạ"),
    ("uùúủũụ", "aàáảãạ"),
    ("êềếểễệ", "âầấẩẫậ"),
    ("ổdgqœ", "ảaaaa"),
)
_MEANT: dict[str, set[str]] = {}
for _read, _written in _RINGS:
    for _sign, _letter in zip(_read, _written, strict=True):
        _MEANT.setdefault(_sign, set()).add(_letter)

_loading = threading.Lock()
_loaded: list[Table] = []


class _Word(NamedTuple):
    """A word of a line: where it stands, as read, and as it might be, by its usual spelling."""

    line: int
    start: int
    text: str
    usual: str
    choices: dict[str, str]


Node = tuple[str | None, "Node | None"]


def ring_mended(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each as long as before, with an a where one was surely written."""
    table = _table()
    words = list(_words(lines, table))
    strange = [word for word in words if word.choices and not known(table, word.usual)]
    shown = len(strange) >= SHOWN
    free = words if shown else [word for word in strange if not is_syllable(word.usual)]
    if not free:
        return list(lines)
    chosen = _likeliest(table, words, {id(word) for word in free})
    texts = [list(line.text) for line in lines]
    for word, new in zip(words, chosen, strict=True):
        if new is not None:
            texts[word.line][word.start : word.start + len(new)] = _dressed(word.text, new)
    return [replace(line, text="".join(text)) for line, text in zip(lines, texts, strict=True)]


def _table() -> Table:
    with _loading:
        if not _loaded:
            _loaded.append(load())
    return _loaded[0]


def _words(lines: Sequence[Line], table: Table) -> Iterator[_Word]:
    bare = _bare(lines)
    for number, line in enumerate(lines):
        for hit in _TOKEN.finditer(line.text):
            text = hit.group()
            if text.isalpha():
                usual = place_tones(text.lower())
                skipped = line.paragraph in bare
                choices = {} if skipped else _choices(text.lower(), usual, table)
                yield _Word(number, hit.start(), text, usual, choices)
            else:
                stands_for = NUMBER if text.isdigit() else STOP
                yield _Word(number, hit.start(), text, stands_for, {})


def _bare(lines: Sequence[Line]) -> set[int]:
    """Return the paragraphs typed without marks, in which hardly a word is as it is spelled."""
    texts: dict[int, str] = {}
    for line in lines:
        texts[line.paragraph] = f"{texts.get(line.paragraph, '')} {line.text}"
    return {number for number, text in texts.items() if is_toneless(text)}


def _choices(word: str, usual: str, table: Table) -> dict[str, str]:
    """Return the syllables that differ by one letter which may have been an a, by usual spelling;
    a word of other length in small letters has none."""
    found: dict[str, str] = {}
    for at, sign in enumerate(word):
        for letter in sorted(_MEANT.get(sign, ())):
            new = word[:at] + letter + word[at + 1 :]
            if (spelled := place_tones(new)) != usual and known(table, spelled):
                found.setdefault(spelled, new)
    return found


def _likeliest(table: Table, words: Sequence[_Word], free: set[int]) -> list[str | None]:
    """Return for each word what to write instead, None where it stays (Viterbi, runs of two)."""
    front: dict[str, tuple[int, Node | None]] = {STOP: (0, None)}
    for word in words:
        kept = 0 if word.usual in (STOP, NUMBER) or known(table, word.usual) else STRANGE
        ways: list[tuple[str, int, str | None]] = [(word.usual, kept, None)]
        if id(word) in free:
            ways += [(usual, SWAPPED, new) for usual, new in word.choices.items()]
        front = {usual: _step(table, front, usual, dear, new) for usual, dear, new in ways}
    node = min(front.values(), key=lambda reached: reached[0])[1]
    found: list[str | None] = []
    while node is not None:
        found.append(node[0])
        node = node[1]
    return found[::-1]


def _step(
    table: Table, front: dict[str, tuple[int, Node | None]], usual: str, dear: int, new: str | None
) -> tuple[int, Node]:
    ways = ((so_far + cost(table, one, usual), node) for one, (so_far, node) in front.items())
    least, before = min(ways, key=lambda way: way[0])
    return least + dear, (new, before)


def _dressed(old: str, new: str) -> Iterator[str]:
    """Give the letters the case of what was read, which is as long."""
    return (sign.upper() if was.isupper() else sign for was, sign in zip(old, new, strict=True))
