"""Points of a picture that are found again, and what it looks like around each, in 128 bits.

Points are blobs and corners (determinant of the Hessian, as in SURF: Bay et al. 2008) on five
sizes of the picture. Around each, gradients are gathered in 4 × 4 cells and 8 directions (SIFT:
Lowe 2004), upright; each direction's cells go through a cosine transform, whose signs are the
bits. Signs of a transform are mirrored without the pixels: `mirrored` is exact and its own inverse.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike.pixels import Grey, Light, of_area, resized

SIDE = 320
"""Side, in pixels, of a square with as many pixels as the largest size looked at."""
STEP = 1.36
BUDGET = (56, 44, 32, 22, 14)
"""Points kept of each size, the largest first."""
PATCH, CELLS, WAYS = 21, 4, 8
GRID = 5
"""Each size is divided in so many rows and columns, which take turns in giving points."""
BITS = WAYS * CELLS * CELLS
UNIT = 65535
"""Places are kept as shares of width and height, in steps of 1 / UNIT."""


@dataclass(frozen=True, eq=False)
class Points:
    """`places` (n, 2) as x, y in 0…UNIT; `sizes` (n,) as index of the size; `bits` (n, 128)."""

    places: NDArray[np.uint16]
    sizes: NDArray[np.uint8]
    bits: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.sizes)


def find(pixels: Grey) -> Points:
    """Return the points of a picture, at most the sum of BUDGET; none in a featureless one."""
    base = of_area(pixels, SIDE)
    found = [_of_size(base, size, budget) for size, budget in enumerate(BUDGET)]
    places = np.concatenate([one[0] for one in found])
    sizes = np.repeat(np.arange(len(found), dtype=np.uint8), [len(one[0]) for one in found])
    return Points(places, sizes, np.concatenate([one[1] for one in found]))


def mirrored(points: Points) -> Points:
    """Return the points of the mirror image (left and right changed)."""
    places = points.places.copy()
    places[:, 0] = UNIT - places[:, 0]
    bits = points.bits.reshape(-1, WAYS, CELLS, CELLS)[:, _MIRROR_WAYS].copy()
    bits[:, :, :, 1::2] ^= True
    return Points(places, points.sizes, bits.reshape(-1, BITS))


_MIRROR_WAYS = (WAYS // 2 - np.arange(WAYS)) % WAYS


def _of_size(base: Light, size: int, budget: int) -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    height, width = (max(PATCH, round(side / STEP**size)) for side in base.shape)
    rows, columns, bits = of_one_size(resized(base, width, height) if size else base, budget)
    places = np.stack([(columns + 0.5) / width, (rows + 0.5) / height], axis=1)
    return np.asarray(np.rint(places * UNIT), dtype=np.uint16), bits


def of_one_size(
    light: Light, budget: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Return rows, columns (pixels) and bits of at most `budget` points of the picture as it is."""
    blurred = _blurred(light)
    rows, columns = _peaks(blurred, budget)
    return rows, columns, _described(blurred, rows, columns)


def _blurred(light: Light) -> Light:
    """Return the picture under a 7 × 7 binomial window, of a standard deviation of 1.22 pixels."""
    for axis in (0, 1):
        for _ in range(3):
            first, last = _shifted(light, axis)
            light = np.asarray((first + 2 * light + last) / 4, dtype=np.float32)
    return light


def _shifted(light: Light, axis: int) -> tuple[Light, Light]:
    """Return each pixel's neighbours before and after; at the edge, itself."""
    last = light.shape[axis] - 1
    at = np.arange(last + 1)
    return (
        light.take(np.maximum(at - 1, 0), axis=axis),
        light.take(np.minimum(at + 1, last), axis=axis),
    )


def _peaks(light: Light, budget: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return rows and columns of the strongest peaks, spread over the picture."""
    strength = _strength(light)
    highest = strength
    for axis in (0, 1):
        for _ in range(2):
            highest = np.maximum(highest, np.maximum(*_shifted(highest, axis)))
    rows, columns = np.nonzero((strength >= highest) & (strength > 1.0))
    order = np.argsort(-strength[rows, columns], kind="stable")
    rows, columns = rows[order], columns[order]
    cells = rows * GRID // light.shape[0] * GRID + columns * GRID // light.shape[1]
    chosen = np.argsort(_turns(cells), kind="stable")[:budget]
    return rows[chosen], columns[chosen]


def _turns(cells: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each entry how many before it are of the same cell."""
    order = np.argsort(cells, kind="stable")
    ranked = cells[order]
    starts = np.searchsorted(ranked, ranked)
    turns = np.empty_like(order)
    turns[order] = np.arange(len(order)) - starts
    return turns


def _strength(light: Light) -> Light:
    left, right = _shifted(light, 1)
    above, below = _shifted(light, 0)
    across = right - 2 * light + left
    down = below - 2 * light + above
    first, last = _shifted(right - left, 0)
    both = (last - first) / 4
    return np.abs(across * down - both * both)


def _described(
    light: Light, rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Return the bits of the surroundings of each point, `BITS` a row."""
    # One pixel more all round, for the gradients; beyond the picture its edge goes on.
    reach = np.arange(PATCH + 2) - (PATCH + 1) // 2
    down = np.clip(rows[:, None] + reach, 0, light.shape[0] - 1)
    across = np.clip(columns[:, None] + reach, 0, light.shape[1] - 1)
    patch = light[down[:, :, None], across[:, None, :]]
    dx = patch[:, 1:-1, 2:] - patch[:, 1:-1, :-2]
    dy = patch[:, 2:, 1:-1] - patch[:, :-2, 1:-1]
    return _signs(_gathered(dx, dy))


def _gathered(dx: Light, dy: Light) -> Light:
    """Return (n, WAYS, CELLS, CELLS): strength of the gradients by direction and place."""
    power = np.sqrt(np.hypot(dx, dy))
    turn = np.arctan2(dy, dx) * (WAYS / 2 / np.pi)
    ways = np.arange(WAYS, dtype=np.float32)[:, None, None]
    apart = np.abs((turn[:, None] - ways + WAYS / 2) % WAYS - WAYS / 2)
    layers = np.maximum(0, 1 - apart) * power[:, None]
    return np.asarray(_POOL @ layers @ _POOL.T, dtype=np.float32)


def _signs(cells: Light) -> NDArray[np.bool_]:
    waves = _WAVES @ cells @ _WAVES.T
    constant = waves[:, :, 0, 0]
    waves[:, :, 0, 0] = constant - constant.mean(axis=1, keepdims=True)
    return (waves > 0).reshape(-1, BITS)


def _pool() -> Light:
    """Return (CELLS, PATCH): how much each pixel of a line counts for each cell."""
    at = (np.arange(PATCH) + 0.5) * CELLS / PATCH - 0.5
    share = np.maximum(0, 1 - np.abs(at - np.arange(CELLS)[:, None]))
    fall = np.exp(-0.5 * ((np.arange(PATCH) + 0.5 - PATCH / 2) / (PATCH / 2)) ** 2)
    return np.asarray(share * fall, dtype=np.float32)


_POOL = _pool()
_WAVES = np.asarray(
    np.cos(np.pi / 2 / CELLS * np.outer(np.arange(CELLS), 2 * np.arange(CELLS) + 1)),
    dtype=np.float32,
)
