"""Counts as people outside the desk see them (PRINCIPLES 6): 1 to 4 is "under 5", more is rounded
to the nearest 5, so that no small count is found by taking others from a total.

Rounding to base 5 is what statistical offices do (e.g. HESA's rounding and suppression strategy).
Where the rounded numbers of one table would still leave a small count only one possible value,
further cells are withheld until it has two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

FEW = 5
BASE = 5
HALF = BASE // 2


class How(Enum):
    """How a count is shown."""

    ROUNDED = "rounded"
    FEW = "under_5"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Shown:
    """A count as it may be seen; `value` is None unless it is shown."""

    how: How
    value: int | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """The smallest and the largest count that it may stand for, to whoever knows the rules."""
        if self.how is How.FEW:
            return (1, FEW - 1)
        if not self.value:
            return (0, 0)
        return (max(FEW, self.value - HALF), self.value + HALF)


def shown(count: int) -> Shown:
    """One count by itself."""
    if 0 < count < FEW:
        return Shown(How.FEW)
    return Shown(How.ROUNDED, BASE * round(count / BASE))


@dataclass(frozen=True)
class Tally:
    """A table of counts and their total, safe to be seen together."""

    cells: Mapping[str, Shown]
    total: Shown


def tally(counts: Mapping[str, int]) -> Tally:
    """The counts of one population, each in one cell, with their total.

    Zero is shown as zero. Cells are withheld while those shown and the total leave a small count
    only one value: first the smallest that takes something away, which one of about 5 does not;
    without anything left to withhold, all but zeros are.
    """
    cells = {code: shown(count) for code, count in counts.items()}
    total = shown(sum(counts.values()))
    larger = [code for code, one in cells.items() if one.value]
    larger.sort(key=lambda code: (cells[code].bounds[0] == FEW, counts[code]))
    while larger and told(cells, total):
        cells[larger.pop(0)] = Shown(How.WITHHELD)
    if told(cells, total):
        cells = {
            code: one if one.value == 0 else Shown(How.WITHHELD) for code, one in cells.items()
        }
    return Tally(cells, total)


def cells_of_known(counts: Mapping[str, int]) -> Mapping[str, Shown]:
    """The counts of one population whose total everyone knows to the last one: all cells as they
    may be seen, or, while these and the total leave a small count only one value, none of them.

    Then zeros are withheld too: a zero beside one withheld cell would give it the whole total. That
    the hidden table has another it may be is sure of seven cells (tests/desk/test_few.py): unequal
    ones could change places, and equal ones be unequal.
    """
    cells = {code: shown(count) for code, count in counts.items()}
    known = sum(counts.values())
    if _told(cells, (known, known)):
        return dict.fromkeys(cells, Shown(How.WITHHELD))
    return cells


def told(cells: Mapping[str, Shown], total: Shown) -> bool:
    """True when a small count among the cells can have one value only.

    Together they lie between what the other cells leave of the smallest total and of the largest;
    one of them has its room when the rest of them are as large, or as small, as they can be. A
    withheld cell is at least FEW and has no largest.
    """
    return _told(cells, total.bounds)


def _told(cells: Mapping[str, Shown], total: tuple[int, int]) -> bool:
    few = sum(one.how is How.FEW for one in cells.values())
    if not few:
        return False
    seen = [one.bounds for one in cells.values() if one.how is How.ROUNDED]
    withheld = sum(one.how is How.WITHHELD for one in cells.values())
    most = total[1] - sum(low for low, _high in seen) - FEW * withheld
    least = total[0] - sum(high for _low, high in seen)
    largest = min(FEW - 1, most - (few - 1))
    smallest = 1 if withheld else max(1, least - (FEW - 1) * (few - 1))
    return largest <= smallest
