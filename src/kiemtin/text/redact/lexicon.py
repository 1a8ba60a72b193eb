"""The words of `person_words` and the names of places, ready for lookup in lower case.

There are two sets of them: with marks, and folded for messages that are typed without marks.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kiemtin.text.canonical import canonical
from kiemtin.text.fold import fold
from kiemtin.text.places.load import load
from kiemtin.text.redact import person_words as table
from kiemtin.text.words import words

# Honorifics that stay clear without marks; "co", "chu", "bac", "di" would be có, chủ, bắc, đi.
_CLEAR_HONORIFICS: Final = words("anh chi ong ba em thay chau mr ms mrs miss")
_RANKS: Final = (table.COMMON_SURNAMES, table.SURNAMES, table.CLEAR_SURNAMES)
COMMON, USUAL, CLEAR = 1, 2, 3


@dataclass(frozen=True)
class Lexicon:
    """Sets of lower-case words; `ranks` says how surely a syllable is a family's name (1–3)."""

    ranks: dict[str, int]
    middle: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    crowds: frozenset[str]
    no_honorifics: frozenset[str]
    nations: frozenset[str]
    heads: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    not_names: frozenset[str]
    famous: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]

    def fixed(self, name: str) -> bool:
        """Say whether a name of two or more syllables is a place or a famous dead person."""
        return name in self.places or name in self.famous


@lru_cache(maxsize=2)
def lexicon(bare: bool) -> Lexicon:
    """Return the sets with marks, or folded when the text has none."""
    ranks = {
        _form(name, bare): rank for rank, names in enumerate(_RANKS, 1) for name in sorted(names)
    }
    return Lexicon(
        ranks=ranks,
        middle=_forms(table.MIDDLE_NAMES, bare) | {"van", "thi"},
        honorifics=_CLEAR_HONORIFICS if bare else table.HONORIFICS,
        roles=_forms(table.ROLES, bare),
        crowds=_forms(table.CROWDS, bare),
        no_honorifics=_forms(table.NOT_HONORIFICS, bare),
        nations=_forms(table.NATIONS, bare),
        heads=_forms(table.PLACE_HEADS | table.PLACE_PHRASES, bare),
        offices=_forms(table.OFFICES, bare),
        bodies=_forms(table.OFFICE_BODIES, bare),
        not_names=_forms(table.NOT_NAMES, bare),
        famous=_forms(table.PERSONAGES, bare),
        places=_forms(_place_names()[0], bare),
        regions=_forms(_place_names()[1], bare),
    )


@lru_cache(maxsize=1)
def _place_names() -> tuple[frozenset[str], frozenset[str]]:
    """Names of two or more syllables: of all units, and of provinces and districts alone."""
    units = [(canonical(unit.name), unit.level) for unit in load()[1] if " " in unit.name]
    every = frozenset(name for name, _ in units)
    return every, frozenset(name for name, level in units if level != "commune")


def _forms(table_: frozenset[str], bare: bool) -> frozenset[str]:
    return frozenset(_form(entry, bare) for entry in table_)


def _form(entry: str, bare: bool) -> str:
    return fold(entry) if bare else entry.lower()
