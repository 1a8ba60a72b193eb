"""Cells of a picture that were marked, gathered into areas that hang together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.forensics.hint import Box

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Area:
    """Marked cells that touch: first and last (exclusive) row and column, and how many."""

    top: int
    left: int
    bottom: int
    right: int
    cells: int

    def box(self, cell: float, shift: float = 0.0) -> Box:
        """Return the area in pixels, for cells of so many a side that begin at `shift`."""
        sides = (self.left, self.top, self.right, self.bottom)
        left, top, right, bottom = (round(side * cell + shift) for side in sides)
        return Box(left, top, right, bottom)


def areas(marked: Mask, least: int = 1) -> list[Area]:
    """Return the areas of at least `least` cells that touch, corners too, largest first."""
    left = {(int(row), int(column)) for row, column in np.argwhere(marked)}
    found = []
    while left:
        cells = _touching(left, left.pop())
        if len(cells) >= least:
            rows, columns = zip(*cells, strict=True)
            area = Area(min(rows), min(columns), max(rows) + 1, max(columns) + 1, len(cells))
            found.append(area)
    return sorted(found, key=lambda one: (-one.cells, one.top, one.left))


def _touching(left: set[tuple[int, int]], start: tuple[int, int]) -> list[tuple[int, int]]:
    """Take from `left` all cells that hang together with the first."""
    cells, at = [start], 0
    while at < len(cells):
        row, column = cells[at]
        at += 1
        for near in ((row + down, column + across) for down in _NEAR for across in _NEAR):
            if near in left:
                left.remove(near)
                cells.append(near)
    return cells


_NEAR = (-1, 0, 1)


def summed(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return for each cell the sum over the square of 2 · reach + 1 cells around it."""
    padded = np.pad(values, ((reach + 1, reach), (reach + 1, reach)))
    total = padded.cumsum(axis=0).cumsum(axis=1)
    side = 2 * reach + 1
    return np.asarray(
        total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    )
