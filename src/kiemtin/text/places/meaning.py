"""Settles what the names in one text mean together: "Tân Lập" beside "Lào Cai" is the one there."""

from collections.abc import Mapping

from kiemtin.text.places.evidence import SURE
from kiemtin.text.places.types import Place, Unit

_RANK = {"province": 2, "district": 1, "commune": 0}
_NEAR = 2  # words between a name and the region that it is given with
_NEIGHBOURS = 6  # names on each side that may say which place is meant
_REGIONS = 6  # larger places of the whole text that may


class Reading:
    """A name in the text: its words (`last` exclusive), the units it may mean, and how surely.

    `codes` are those of all its units; `rank` is 2 when it may be a province, 1 a district,
    0 a commune.
    """

    __slots__ = ("codes", "first", "last", "rank", "strength")

    def __init__(self, first: int, last: int, units: tuple[Unit, ...], strength: int) -> None:
        self.first, self.last, self.strength = first, last, strength
        self.codes = frozenset(code for unit in units for code in unit.codes)
        self.rank = max((_RANK[unit.level] for unit in units), default=0)


def settle(
    readings: list[Reading], places: Mapping[str, Place]
) -> list[tuple[Reading, frozenset[str]]]:
    """Give the readings that count, with the codes that they may mean."""
    regions = [one for one in readings if one.strength == SURE and one.rank == _RANK["province"]]
    settled = []
    for index, reading in enumerate(readings):
        near = readings[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
        others = [one for one in near if one.strength == SURE and one is not reading]
        if reading.strength == SURE:
            others += [one for one in regions[:_REGIONS] if one not in near]
        else:
            others = [one for one in others if _beside(reading, one)]
        narrow = _narrowed(reading, others, places)
        if reading.strength == SURE or narrow:
            settled.append((reading, _widest(narrow or reading.codes, places)))
    return settled


def _narrowed(
    reading: Reading, others: list[Reading], places: Mapping[str, Place]
) -> frozenset[str]:
    """The codes that lie in a larger place of the text, the nearest first, or in the province of
    a neighbour in a list; empty when none do."""
    for other in sorted(others, key=lambda other: _distance(reading, other)):
        if other.rank < reading.rank:
            continue
        around = other.codes
        if other.rank == reading.rank:
            around = _one_province(around, places) if _listed(reading, other) else frozenset()
        inside = frozenset(code for code in reading.codes if _lies_in(code, around, places))
        if inside:
            return inside
    return frozenset()


def _beside(reading: Reading, other: Reading) -> bool:
    """Whether a region follows within two words, or stands just before."""
    return -1 <= _distance(reading, other) <= 1


def _one_province(codes: frozenset[str], places: Mapping[str, Place]) -> frozenset[str]:
    """The province that all codes lie in, when it is one."""
    provinces = frozenset(places[code].parent or code for code in codes)
    return provinces if len(provinces) == 1 else frozenset()


def _listed(reading: Reading, other: Reading) -> bool:
    """Whether the two names stand side by side, with at most one word ("và") between."""
    return 0 <= max(other.first - reading.last, reading.first - other.last) <= 1


def _distance(reading: Reading, other: Reading) -> int:
    """Words between two names; a region just after its place comes before all others."""
    if other.first >= reading.last:
        gap = other.first - reading.last
        return -1 if gap <= _NEAR else gap
    return reading.first - other.last


def _lies_in(code: str, around: frozenset[str], places: Mapping[str, Place]) -> bool:
    return code in around or places[code].parent in around


def _widest(codes: frozenset[str], places: Mapping[str, Place]) -> frozenset[str]:
    """Leave out what lies in another of the codes."""
    return frozenset(code for code in codes if places[code].parent not in codes)
