"""Whether a JPEG had been a JPEG before: rounding twice leaves gaps and heaps in how often each
value of a wave occurs; and where in the picture they are missing.

What the picture would look like pressed once is seen by laying the blocks four pixels off
(calibration: Fridrich, Goljan and Hogea 2002); each first step is then tried out on that (the
statistics are those of Lukáš and Fridrich 2003, the map follows Lin et al. 2009). Only steps
coarser than the last are tried: finer ones are told apart from none too seldom.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.forensics.areas import Mask, summed
from kiemtin.media.forensics.blocks import MODES, SIDE, Counts, Light, standard, transformed

Scores = NDArray[np.float64]

REACH = 60
"""Values of a wave are counted from -REACH to REACH."""
LARGEST = 60
"""Largest first step that is tried."""
LEAST = 250
"""Values other than 0 that a wave needs before it says anything."""
ROUNDING = 0.3
"""Standard deviation that rounding the pixels gives a wave: √(1/12)."""
MOST = 1.5
"""Nats that one value of one wave may speak for or against, in the map."""
GAIN = 0.15
"""Nats a value by which twice has to explain a wave better than once."""
WAVES = 3
"""Waves that have to say so, and at least half of those that say anything."""
CELL = 4
"""Blocks of a side of a cell of the map; a cell is judged with those around it."""
SURE = 12.0
"""Nats by which once has to explain a cell and those around it better than twice."""


@dataclass(frozen=True)
class Wave:
    """What one wave says: the first step that explains it best, by how much better than pressing
    once (nats a value other than 0), and how much each value of -REACH…REACH speaks for twice."""

    mode: tuple[int, int]
    last: int
    first: int
    gain: float
    speaks: Scores = field(repr=False)


@dataclass(frozen=True)
class Twice:
    """The picture was pressed twice: at about which quality first; `scores`, for cells of CELL ×
    CELL blocks with those around, how many nats speak for twice (below 0: for once)."""

    quality: int
    scores: Scores = field(repr=False)


def twice(light: Light, steps: Counts, cut: Mask) -> Twice | None:
    """Return what shows that a JPEG (luminance less 128, last steps) was pressed before; `cut` are
    the pixels in which a colour is at its end, where rounding is cut off."""
    for part in _parts(light.shape):
        told = waves(light[part], steps, cut[part])
        speaking = [wave for wave in told if wave.gain >= GAIN]
        if len(speaking) >= WAVES and 2 * len(speaking) >= len(told):
            return Twice(_first_quality(speaking), _map(light, speaking, cut))
    return None


def _parts(shape: tuple[int, ...]) -> list[tuple[slice, slice]]:
    """Return the whole, and its quarters: what was pasted in may drown all else."""
    halves = [
        (slice(0, middle), slice(middle, None)) for middle in (side // 16 * 8 for side in shape)
    ]
    whole = (slice(None), slice(None))
    return [whole, *((down, across) for down in halves[0] for across in halves[1])]


def waves(light: Light, steps: Counts, cut: Mask) -> list[Wave]:
    """Return what each of the first waves says that has something to say."""
    half = np.s_[SIDE // 2 :, SIDE // 2 :]
    actual, free = _whole(light, cut), _whole(light[half], cut[half])
    found = (_wave(mode, actual[:, *mode], free[:, *mode], int(steps[mode])) for mode in MODES)
    return [wave for wave in found if wave]


def _whole(light: Light, cut: Mask) -> Light:
    """Return (n, 8, 8): the waves of the blocks in which nothing is cut off."""
    return np.asarray(transformed(light)[~_blocks(cut)])


def _blocks(cut: Mask) -> Mask:
    rows, columns = (side // SIDE for side in cut.shape)
    whole = cut[: rows * SIDE, : columns * SIDE].reshape(rows, SIDE, columns, SIDE)
    return np.asarray(whole.any(axis=(1, 3)))


def _wave(mode: tuple[int, int], values: Light, free: Light, last: int) -> Wave | None:
    seen = _counted(np.rint(values / last))
    seen[REACH] = 0  # what stays in the dead zone around 0 is what calibration tells worst
    if seen.sum() < LEAST:
        return None
    once = np.log(_likely(_counted(np.rint(free / last))))
    noise = np.random.default_rng(8).normal(0, ROUNDING, len(free)).astype(np.float32)
    best, first, speaks = 0.0, 0, np.zeros_like(once)
    for step in range(last + 1, LARGEST + 1):
        rounded = np.rint((np.rint(free / step) * step + noise) / last)
        more = np.log(_likely(_counted(rounded))) - once
        gain = float((seen * more).sum() / seen.sum())
        if gain > best:
            best, first, speaks = gain, step, more
    speaks[REACH] = 0
    return Wave(mode, last, first, best, speaks)


def _counted(values: Light) -> Scores:
    kept = values[np.abs(values) <= REACH].astype(np.int64)
    return np.bincount(kept + REACH, minlength=2 * REACH + 1).astype(np.float64)


def _likely(counts: Scores) -> Scores:
    some = counts + 0.002 * counts.sum() / len(counts) + 1e-6
    return np.asarray(some / some.sum())


def _first_quality(speaking: list[Wave]) -> int:
    def misses(quality: int) -> float:
        steps = standard(quality)
        return sum(abs(float(np.log(int(steps[one.mode]) / one.first))) for one in speaking)

    return min(range(1, 101), key=misses)


def _map(light: Light, speaking: list[Wave], cut: Mask) -> Scores:
    found = transformed(light)
    scores = np.zeros(found.shape[:2])
    for wave in speaking:
        values = np.rint(found[..., *wave.mode] / wave.last).astype(np.int64)
        counted = np.abs(values) <= REACH
        speaks = wave.speaks.clip(-MOST, MOST)[values.clip(-REACH, REACH) + REACH]
        scores += np.where(counted, speaks, 0)
    scores[_blocks(cut)] = 0
    return summed(_cells(scores), 1)


def _cells(scores: Scores) -> Scores:
    rows, columns = (-(-side // CELL) for side in scores.shape)
    whole = np.zeros((rows * CELL, columns * CELL))
    whole[: scores.shape[0], : scores.shape[1]] = scores
    return np.asarray(whole.reshape(rows, CELL, columns, CELL).sum(axis=(1, 3)))
