"""Finds places by any of their names, old or new, with or without marks, as they are typed."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import nlargest

from kiemtin.text.places.called import Called
from kiemtin.text.places.names import (
    KIND_WORDS,
    compact,
    split_kind,
    tone_keys,
)
from kiemtin.text.places.notes import note_en, note_vi
from kiemtin.text.places.query import Asked, Reading, ask, lies_in
from kiemtin.text.places.types import Found, Place, Unit

# How results are ordered: what matches in full before what has only begun, then the kind and the
# marks that were typed, then names of today before old ones. Tuned on the cases in the tests.
_FULL, _BEGUN = 100.0, 60.0
_KIND_RIGHT, _KIND_WRONG = 30.0, -20.0
_MARKS_RIGHT, _MARKS_WRONG = 20.0, -25.0
_CURRENT = {"province": 14.0, "district": 0.0, "commune": 10.0}
_OLD = {"province": 12.0, "district": 5.0, "commune": 3.0}
_PER_MISSING_LETTER, _PER_NEXT_CODE = -0.5, -1.5
_BEST = _FULL + _KIND_RIGHT + _MARKS_RIGHT + _CURRENT["province"]
_HIGHEST_KEY = "\U0010ffff"
_KEEP = 60  # matches looked at closely; a unit gives at least one place, and ten are asked for


class Search:
    """An index over all names of all units."""

    def __init__(self, places: Mapping[str, Place], called: Iterable[Called]) -> None:
        self._places = places
        named = [(one.key.replace(" ", ""), one.name, one.unit) for one in called]
        named.sort(key=lambda item: (item[0], not item[2].current, item[2].codes))
        self._keys = [key for key, _, _ in named]
        self._written = [name for _, name, _ in named]
        self._units = [unit for _, _, unit in named]
        self._standing = [(_CURRENT if unit.current else _OLD)[unit.level] for unit in self._units]
        self._regions = _regions(places, self._units)

    def search(self, query: str, within: str | None, limit: int) -> list[Found]:
        """Give at most `limit` places, best first, each once."""
        asked = ask(query)
        best: dict[int, float] = {}
        for reading in asked.readings:
            for position, score in self._matches(reading, asked, within):
                if score > best.get(position, 0.0):
                    best[position] = score
        order = nlargest(_KEEP + limit, best, key=lambda position: (best[position], -position))
        return self._places_of(((best[at], at) for at in order), within, limit)

    def _matches(
        self, reading: Reading, asked: Asked, within: str | None
    ) -> list[tuple[int, float]]:
        """Positions of the names that a reading matches, with their scores."""
        key = reading.name
        low = bisect_left(self._keys, key)
        # a name that a context follows has been typed in full
        high = bisect_left(self._keys, key + ("\0" if reading.context else _HIGHEST_KEY), low)
        among: Iterable[int] = range(low, high)
        if reading.context or within:
            among = [at for at in among if self._fits(self._units[at], reading.context, within)]
        found = [(at, self._score(at, len(key))) for at in among]
        if reading.kind:
            found = [(at, score + self._kind(at, reading.kind)) for at, score in found]
        if asked.tones:
            close = nlargest(_KEEP * 4, found, key=lambda item: item[1])
            found = [(at, score + self._marks(at, asked.tones)) for at, score in close]
        return found

    def _fits(self, unit: Unit, context: tuple[str, ...], within: str | None) -> bool:
        if within and not any(self._inside(within, code) for code in unit.codes):
            return False
        if not context:
            return True
        return any(lies_in(context, self._regions[code]) for code in unit.codes[:1])

    def _inside(self, outer: str, code: str) -> bool:
        return code == outer or self._places[code].parent == outer

    def _score(self, at: int, typed: int) -> float:
        missing = len(self._keys[at]) - typed
        if not missing:
            return self._standing[at] + _FULL
        return self._standing[at] + _BEGUN + min(missing, 40) * _PER_MISSING_LETTER

    def _kind(self, at: int, kind: str) -> float:
        return _KIND_RIGHT if self._units[at].word == kind else _KIND_WRONG

    def _marks(self, at: int, tones: tuple[str, ...]) -> float:
        """Reward a name written as typed, punish one that differs only in its marks."""
        name = tone_keys(self._written[at])
        for start in range(len(tones)):
            *whole, last = zip(tones[start:], name, strict=False)
            if all(mine == theirs for mine, theirs in whole) and last[1].startswith(last[0]):
                return _MARKS_RIGHT
        return _MARKS_WRONG

    def _places_of(
        self, ranked: Iterable[tuple[float, int]], within: str | None, limit: int
    ) -> list[Found]:
        best: dict[str, tuple[float, int]] = {}
        for score, at in ranked:
            for rank, code in enumerate(self._units[at].codes):
                if within and not self._inside(within, code):
                    continue
                value = score + rank * _PER_NEXT_CODE
                if value > best.get(code, (0.0, at))[0]:
                    best[code] = (value, at)
        order = sorted(best, key=lambda code: (-best[code][0], code))[:limit]
        return [self._found(code, *best[code]) for code in order]

    def _found(self, code: str, score: float, at: int) -> Found:
        place, unit, written = self._places[code], self._units[at], self._written[at]
        today = self._places[place.parent].name if place.parent else place.name
        notes = (note_vi(unit, today), note_en(unit, today))
        value = round(min(1.0, score / _BEST), 4)
        matched = unit.label if written == unit.called else written
        return Found(place, matched, notes[0], value, notes[1], unit)


def _regions(places: Mapping[str, Place], units: Iterable[Unit]) -> dict[str, frozenset[str]]:
    """For each place the keys of every province and district, old or new, that it lies in."""
    regions: dict[str, set[str]] = {
        code: {_region_key(places[place.parent].name)} if place.parent else set()
        for code, place in places.items()
    }
    for unit in units:
        if unit.district:
            keys = (_region_key(unit.district), _region_key(unit.province))
            for code in unit.codes:
                regions[code].update(keys)
    return {code: frozenset(keys) for code, keys in regions.items()}


@lru_cache(maxsize=2_048)
def _region_key(name: str) -> str:
    """Give the key of a region's name, its kind dropped."""
    return compact(split_kind(name)[1] if name.lower().startswith(KIND_WORDS) else name)
