"""The one door to places: by code, by any name, in running text, and which lies in which."""

from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property

from kiemtin.text.places.called import Called, names_of
from kiemtin.text.places.finder import Finder
from kiemtin.text.places.load import load
from kiemtin.text.places.scan import Scan
from kiemtin.text.places.search import Search
from kiemtin.text.places.types import Found, Mention, Place, Unit, UnknownPlace


class Gazetteer:
    """All provinces and communes of today with every old name that became them; read-only."""

    def __init__(self, places: Mapping[str, Place], units: list[Unit]) -> None:
        self._places = places
        self._units = units
        self._children: dict[str, list[Place]] = {}
        for place in places.values():
            self._children.setdefault(place.parent or place.code, [])
            if place.parent:
                self._children[place.parent].append(place)

    def __len__(self) -> int:
        return len(self._places)

    def get(self, code: str) -> Place:
        """Give the place of a code; raises UnknownPlace."""
        try:
            return self._places[code]
        except (KeyError, TypeError):
            raise UnknownPlace("unknown_place", {"place": code}) from None

    def label(self, code: str) -> str:
        """Give a place's name as a reader needs it: "xã Bát Xát, Lào Cai"; raises UnknownPlace."""
        place = self.get(code)
        name = place.full_name[:1].lower() + place.full_name[1:]
        return f"{name}, {self.get(place.parent).name}" if place.parent else name

    def provinces(self) -> tuple[Place, ...]:
        """Give the provinces in the order of their codes."""
        return tuple(place for place in self._places.values() if place.kind == "province")

    def children(self, code: str) -> tuple[Place, ...]:
        """Give the communes of a province by code, () for a commune; raises UnknownPlace."""
        place = self.get(code)
        return () if place.parent else tuple(self._children[code])

    def contains(self, outer_code: str, inner_code: str) -> bool:
        """Say whether the inner place is the outer one or lies in it; raises UnknownPlace."""
        inner = self.get(inner_code)
        return self.get(outer_code).code in {inner.code, inner.parent}

    def former_district(self, code: str) -> str:
        """Give the district of before July 2025 in which most of what became a commune lay:
        "Huyện Bát Xát"; "" for a province and where none is known. Raises UnknownPlace.
        """
        return self._districts.get(self.get(code).code, "")

    def search(self, query: str, *, within: str | None = None, limit: int = 10) -> list[Found]:
        """Find places by any old or new name, with or without marks, whole or half typed.

        `within` keeps to one province or commune and raises UnknownPlace; best match first.
        """
        if within is not None:
            self.get(within)
        return self._search.search(query, within, limit) if limit > 0 else []

    def mentions(self, text: str) -> list[Mention]:
        """Find the places named in a message, in order, not overlapping."""
        return self._finder.find(text)

    def mentions_in(self, scan: Scan) -> list[Mention]:
        """Do the same for a message that is laid open already."""
        return self._finder.find_in(scan)

    @cached_property
    def _districts(self) -> dict[str, str]:
        lay: dict[str, Counter[str]] = {}
        for unit in self._units:
            for code in unit.codes if unit.district else ():
                lay.setdefault(code, Counter())[unit.district] += 1
        return {code: max(of, key=lambda one: (of[one], one)) for code, of in lay.items()}

    @cached_property
    def _called(self) -> list[Called]:
        return names_of(self._units)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._places, self._called)

    @cached_property
    def _search(self) -> Search:
        return Search(self._places, self._called)


@cache
def gazetteer() -> Gazetteer:
    """Give the one gazetteer of this process, read on first use (about 0.1 s)."""
    return Gazetteer(*load())
