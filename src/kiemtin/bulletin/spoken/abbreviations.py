"""Says abbreviations: those of the table in full, other words in capitals by their letters.

A word that is shouted ("ĐẬP VỠ") is a word, and so is an abbreviation between shouted words that
could be one ("AI CŨNG BIẾT").
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from kiemtin.bulletin.spoken.letters import letter_names
from kiemtin.bulletin.spoken.measures import UNITS
from kiemtin.bulletin.spoken.rewrite import Rule, rule
from kiemtin.text.syllable import is_syllable

_VOWELS: Final = frozenset("AEIOUY")
_SPELT: Final = 6
"""Capitals of the longest word that is spelt; a longer one is a name or a shout."""

_ROADS: Final = {"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "ĐH": "đường huyện"}
"""What some letters mean only before a number."""

_KIND: Final = {"P": "phường", "Q": "quận", "H": "huyện", "X": "xã", "T": "tỉnh"}
_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def table() -> dict[str, str]:
    """What is said for each abbreviation, as the package's table has it."""
    text = files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def _listed() -> str:
    return "|".join(re.escape(short) for short in sorted(table(), key=len, reverse=True))


@cache
def _dotted() -> str:
    """Those that hold a point, which is then no sentence's end: a name may follow at once."""
    return "|".join(re.escape(one) for one in sorted(table(), key=len, reverse=True) if "." in one)


def _in_full(hit: re.Match[str]) -> str | None:
    short = hit[1]
    if is_syllable(short.lower()) and short.isupper() and _is_shouted(hit):
        return short.lower()
    return f"{table()[short]} " if hit.end() < len(hit.string) and _glued(hit) else table()[short]


def _glued(hit: re.Match[str]) -> bool:
    """Whether a number or a name follows without a space: "QL32", "TP.Lào Cai"."""
    return hit.string[hit.end()].isalnum()


def _is_shouted(hit: re.Match[str]) -> bool:
    """Whether the words on both sides, or the only one, are in capitals and no abbreviations."""
    before = _WORD.findall(hit.string[max(0, hit.start() - 12) : hit.start()])[-1:]
    after = _WORD.findall(hit.string[hit.end() : hit.end() + 12])[:1]
    words = [*before, *after]
    return bool(words) and all(_shouts(word) for word in words)


def _shouts(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word not in table() and is_syllable(word.lower())


def _capitals(hit: re.Match[str]) -> str | None:
    """A word in capitals: a syllable in small letters, a short one spelt, a long one as it is."""
    word = hit[0]
    lower = word.lower()
    if is_syllable(lower):
        return lower if len(word) > 1 else None
    if len(word) > _SPELT:
        return word.capitalize()
    return letter_names(word) if len(word) > 1 or word not in _VOWELS else None


def _kind_of_place(hit: re.Match[str]) -> str:
    return f"{_KIND[hit[1]]} "


def _before_number(hit: re.Match[str]) -> str:
    """Letters that a number follows: "QL32", "F0", "H5N1"."""
    word = hit[1] or hit[2]
    return f" {_ROADS.get(word) or table().get(word) or letter_names(word)} "


def _after_number(hit: re.Match[str]) -> str | None:
    """Letters that follow a number and are no unit: "5G"; of roads "4D" is called "bốn đê"."""
    if hit[0] in UNITS:
        return None
    return " đê" if hit[0] == "D" else f" {letter_names(hit[0])}"


MIXED: Final[tuple[Rule, ...]] = (
    rule(r"(?<![^\W\d_])([A-ZĐ]{2,6})\.?(?=\d)|(?<![^\W\d_])([A-ZĐ])(?=\d)", _before_number),
    rule(r"(?<=\d)[A-ZĐ]{1,5}(?![^\W\d_])", _after_number),
)
"""Letters beside figures, the units among them left to their own rules."""


@cache
def abbreviations() -> tuple[Rule, ...]:
    """The rules: kinds of places before a name or number, the table, then all in capitals."""
    return (
        rule(r"(?<!\w)([PQHXT])\.\s?(?=[^\W_])", _kind_of_place),
        rule(rf"(?<![\w&])({_dotted()})", _in_full),
        rule(rf"(?<![\w&])({_listed()})(?![^\W\d_]|&)", _in_full),
        rule(r"(?<![\w'’])[^\W\d_]+(?![\w'’])", _only_capitals),
    )


def _only_capitals(hit: re.Match[str]) -> str | None:
    return _capitals(hit) if hit[0].isupper() else None
