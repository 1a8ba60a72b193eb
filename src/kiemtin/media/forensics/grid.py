"""Where the grid of blocks of an earlier JPEG lies: each pixel votes for the one of 64 places at
which the block around it has the most waves of nothing.

After Nikoukhah, Anger, Colom, Morel and Grompone von Gioi, "ZERO: a local JPEG grid origin
detector" (IPOL 2021): a grid is believed when so many votes would come by chance less than once in
a thousand pictures. Neighbours vote alike, so 64 votes count as one.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.forensics.areas import Mask, areas, summed
from kiemtin.media.forensics.blocks import COSINES, SIDE, Light
from kiemtin.media.forensics.hint import Box

Votes = NDArray[np.int8]

PLACES = SIDE * SIDE
NONE = -1
"""Vote of a pixel around which several places are as good."""
STRIP = 64
"""Rows that are worked on at once, so that they stay in the processor's own memory."""
CELL = 16
REACH = 2
"""Pixels of a side of a cell; cells around each that vote with it."""
RARE = np.log(1e-3)
"""Logarithm of how often chance may be taken for a grid, a picture."""
SHARE = 0.2
"""Share of the votes of an area that have to agree, and twice those for the main place."""
VOTED = 0.1
"""Share of the pixels of an area that have to vote."""
SCATTERED = 4
"""Areas above which they are taken for accidents of the picture, and none is told."""
SMOOTH = 58
"""Waves of nothing above which a block is too smooth to tell of another grid."""
LEAST = 6
"""Cells of the smallest area that is told."""


@dataclass(frozen=True)
class Grids:
    """`main`: row and column (0–7) at which the blocks of most of the picture begin, None where
    there are none; `others`: areas whose blocks begin elsewhere."""

    main: tuple[int, int] | None
    others: tuple[Box, ...] = field(default=())


def grids(light: Light) -> Grids:
    """Return the grids in a picture (luminance), 64 × 64 pixels or more."""
    cast, nothing = votes(light)
    counts = np.bincount(cast[cast != NONE], minlength=PLACES)
    best = int(np.argmax(counts))
    total = int(counts.sum())
    if np.log(PLACES) + _chance(counts[best : best + 1], np.array([total]))[0] > RARE:
        return Grids(None)
    return Grids(divmod(best, SIDE), tuple(_others(np.where(nothing > SMOOTH, NONE, cast), best)))


def _others(cast: Votes, main: int) -> list[Box]:
    """Return areas that vote for another place than the main one."""
    voted = summed(_cells(cast != NONE), REACH)
    usual = summed(_cells(cast == main), REACH)
    tests = np.log(PLACES * voted.size)
    found: list[Box] = []
    for place in np.unique(cast):
        if place in (NONE, main):
            continue
        here = summed(_cells(cast == place), REACH)
        rare = tests + _chance(here, voted) < RARE
        full = CELL * CELL * summed(np.ones_like(voted), REACH)
        marked = rare & (here > SHARE * voted) & (here > 2 * usual) & (voted > VOTED * full)
        found += [area.box(CELL) for area in areas(marked, LEAST)]
    return found if len(found) <= SCATTERED else []


def votes(light: Light) -> tuple[Votes, Votes]:
    """Return each pixel's vote (eight times the row plus the column of the place, or NONE) and how
    many waves of nothing the block at that place has."""
    nothing = _nothing(light)
    rows, columns = light.shape
    best = np.full(light.shape, -1, dtype=np.int8)
    cast = np.full(light.shape, NONE, dtype=np.int8)
    place_of = (np.arange(rows)[:, None] % SIDE * SIDE + np.arange(columns) % SIDE).astype(np.int8)
    for down in range(SIDE):
        for across in range(SIDE):
            inside = np.s_[down : down + len(nothing), across : across + nothing.shape[1]]
            places = place_of[: len(nothing), : nothing.shape[1]]
            better, same = nothing > best[inside], nothing == best[inside]
            cast[inside] = np.where(better, places, np.where(same, NONE, cast[inside]))
            best[inside] = np.maximum(best[inside], nothing)
    return cast, best


def _nothing(light: Light) -> Votes:
    """Return for the block that begins at each pixel how many of its waves are nothing; -1 for
    blocks in which only rows or only columns differ, as drawn lines and plain grounds do."""
    rows, columns = (side - SIDE + 1 for side in light.shape)
    found = np.empty((rows, columns), dtype=np.int8)
    for start in range(0, rows, STRIP):
        part = light[start : start + STRIP + SIDE - 1]
        found[start : start + STRIP] = _strip(part)
    return found


def _strip(light: Light) -> Votes:
    rows, columns = (side - SIDE + 1 for side in light.shape)
    count = np.zeros((rows, columns), dtype=np.int8)
    flat = np.zeros((2, rows, columns), dtype=np.int8)
    for across in range(SIDE):
        line = _along(light, COSINES[across], 1)
        for down in range(SIDE):
            none = np.abs(_along(line, COSINES[down], 0)) < 0.5
            count += none
            flat[0] += none if across else 0
            flat[1] += none if down else 0
    count[(flat == SIDE * (SIDE - 1)).any(axis=0)] = -1
    return count


def _along(light: Light, weights: Light, axis: int) -> Light:
    """Return the weighted sum of each eight neighbours along an axis."""
    length = light.shape[axis] - SIDE + 1
    parts = (
        light[at : at + length] if axis == 0 else light[:, at : at + length] for at in range(8)
    )
    total = np.zeros((length, light.shape[1]) if axis == 0 else (len(light), length), np.float32)
    for weight, part in zip(weights, parts, strict=True):
        total += weight * part
    return total


def _cells(cast: Mask) -> NDArray[np.float64]:
    rows, columns = (side // CELL for side in cast.shape)
    cut = cast[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL)
    return np.asarray(cut.sum(axis=(1, 3)), dtype=np.float64)


def _chance(
    hits: NDArray[np.float64] | NDArray[np.int64], of: NDArray[np.float64] | NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the logarithm of the chance of so many votes for one of 64 places, at most
    (Chernoff's bound of the binomial tail)."""
    number = np.maximum(of / PLACES, 1e-9)
    share = np.clip(hits / np.maximum(of, 1), 1e-9, 1 - 1e-9)
    even = 1 / PLACES
    apart = share * np.log(share / even) + (1 - share) * np.log((1 - share) / (1 - even))
    return np.where(share > even, -number * apart, 0.0)
