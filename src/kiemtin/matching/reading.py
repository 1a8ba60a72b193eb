"""What matching reads from a text once: its syllables, their hashes, its details and names."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern

from kiemtin.matching.fillers import FILLERS
from kiemtin.matching.names import Name, names
from kiemtin.matching.sorts import Nouns, nouns
from kiemtin.matching.synonyms import Term, terms, weighty
from kiemtin.matching.terms import MAX_SYLLABLES, Bag, Hashes, bag_of, syllable_hashes
from kiemtin.matching.types import Entry, Query, Span
from kiemtin.text.details import extract
from kiemtin.text.details.types import Detail, Details, PlaceValue
from kiemtin.text.fold import is_toneless, syllables

LONG = 60
"""Syllables from which a message is a forward that says much beside its claim; what it says
besides is then not held against it."""

_KEPT = 8_000
"""Claims whose reading is kept, the latest used: about 4 kB each."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place a text names: the words, where they stand, the codes they may mean, bare names."""

    text: str
    span: Span
    codes: frozenset[str]
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Reading:
    """One text as read on a `day`. `names` are those that are no places, `nouns` see `sorts`.

    `singles` are the hashes of `syllables`, in order; `core` those of the syllables outside of
    all details, places and names: what is said about them. `content` counts the distinct
    syllables that are no fillers. `terms` are the words and known phrases that stand for something,
    `bare_terms` the same read without marks.
    """

    text: str
    day: dt.date
    syllables: Sequence[str]
    singles: Hashes
    core: Hashes
    bag: Bag
    details: Details
    places: tuple[NamedPlace, ...]
    names: tuple[Name, ...]
    nouns: Nouns
    content: int
    toneless: bool
    terms: tuple[Term, ...]

    @cached_property
    def bare_terms(self) -> tuple[Term, ...]:
        """Return `terms` as read without marks: only for the few messages that have none."""
        named = [*self.names, *(name for place in self.places for name in place.names)]
        return _terms(self.text, self.details, named, toneless=True)

    def terms_for(self, message: "Reading") -> tuple[Term, ...]:
        """Return the terms as they are to be laid beside those of `message`."""
        return self.bare_terms if message.toneless else self.terms


def read(text: str, today: dt.date) -> Reading:
    """Read `text` as written on the day `today`."""
    folded = [intern(one) for one in syllables(text)[:MAX_SYLLABLES]]
    singles = syllable_hashes(folded)
    every = names(text)
    details = extract(text, today=today)
    places = tuple(_named(one, every) for one in details.of("place"))
    of_places = {name for place in places for name in place.names}
    toneless = is_toneless(text)
    return Reading(
        text,
        today,
        folded,
        singles,
        syllable_hashes(syllables(_without(text, _told(details, every)))[:MAX_SYLLABLES]),
        bag_of(singles),
        details,
        places,
        tuple(name for name in every if name not in of_places),
        nouns(text),
        len(set(folded) - FILLERS),
        toneless,
        _terms(text, details, every, toneless=toneless),
    )


def _terms(
    text: str, details: Details, every: Sequence[Name], *, toneless: bool
) -> tuple[Term, ...]:
    found = terms(text, _told(details, every), toneless=toneless)
    return tuple(weighty(found, toneless=toneless))


def _told(details: Details, every: Sequence[Name]) -> list[Span]:
    return [*((one.start, one.end) for one in details), *(name.span for name in every)]


def _named(place: Detail, every: Sequence[Name]) -> NamedPlace:
    span = (place.start, place.end)
    held = tuple(one for one in every if one.span[0] < span[1] and span[0] < one.span[1])
    codes = place.value.codes if isinstance(place.value, PlaceValue) else frozenset()
    return NamedPlace(place.text, span, codes, held)


def _without(text: str, spans: Sequence[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def read_query(query: Query) -> Reading:
    """Read a message as written on its own day."""
    return read(query.text, query.date)


def read_entry(entry: Entry, today: dt.date) -> Reading:
    """Read a claim as of its own date, else the first day of its validity, else `today`."""
    return read_again(entry.claim, entry.date or entry.valid_from or today)


@lru_cache(maxsize=_KEPT)
def read_again(text: str, today: dt.date) -> Reading:
    """Read a text that is likely to be read again; the last few thousand readings are kept."""
    return read(text, today)
