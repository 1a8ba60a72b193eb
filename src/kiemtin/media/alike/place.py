"""Where one picture lies in another: a turn, a size and a shift on which their points agree."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike.fingerprint import Fingerprint
from kiemtin.media.alike.points import BITS, STEP, UNIT

Table = NDArray[np.float64]

NEAR = 34
"""Bits of 128 up to which two points may be the same."""
APART = 0.02
"""How far, as a share of √area, a point may lie from where the placing puts it."""
TURN = 0.2
"""Largest turn tried, in radians: points look for their like upright."""
SCALE = 3.2
TRIES = 400
PAIRS = 250
LEAST = 5
"""Points that have to agree before a placing is looked at."""


@dataclass(frozen=True, eq=False)
class Placing:
    """`matrix` (2, 3) takes x, y, 1 of the first picture to the second, both in units of √area of
    the picture; `agreeing` points of the first lie where it says."""

    matrix: Table
    agreeing: int


def places(one: Fingerprint) -> Table:
    """Return the points' (n, 2) places in units of √area."""
    return one.points.places / UNIT * sides(one)


def sides(one: Fingerprint) -> Table:
    """Return width and height in units of √area."""
    shape = np.array([one.width, one.height], dtype=np.float64)
    return np.asarray(shape / np.sqrt(shape.prod()))


def whole(first: Fingerprint, second: Fingerprint) -> Placing:
    """Return the placing that lays the first picture exactly over the second."""
    across, down = sides(second) / sides(first)
    return Placing(np.array([[across, 0.0, 0.0], [0.0, down, 0.0]]), 0)


def place(first: Fingerprint, second: Fingerprint) -> Placing | None:
    """Return the placing on which most points agree, None where fewer than LEAST do."""
    left, right, apart = _pairs(first, second)
    if len(left) < LEAST:
        return None
    here, there = places(first)[left], places(second)[right]
    steps = np.subtract(first.points.sizes[left], second.points.sizes[right], dtype=np.int64)
    agreeing = _best(here, there, steps, apart)
    for _ in range(3):
        if _different(left, agreeing) < LEAST:
            return None
        matrix = _fitted(here[agreeing], there[agreeing])
        agreeing = _misses(matrix, here, there) < APART
    count = _different(left, agreeing)
    return Placing(matrix, count) if count >= LEAST and _fair(matrix) else None


def _different(left: NDArray[np.intp], agreeing: NDArray[np.bool_]) -> int:
    return len(np.unique(left[agreeing]))


def packed(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Return rows of bits as rows of 64-bit words."""
    return np.packbits(bits, axis=1).view(np.uint64)


def _pairs(
    first: Fingerprint, second: Fingerprint
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int64]]:
    """Return indices of points that look alike, with the bits by which they differ."""
    here, there = packed(first.points.bits), packed(second.points.bits)
    if not len(here) or not len(there):
        nothing = np.zeros(0, dtype=np.intp)
        return nothing, nothing, nothing.astype(np.int64)
    apart = np.zeros((len(here), len(there)), dtype=np.int64)
    for word in range(BITS // 64):
        apart += np.bitwise_count(here[:, word, None] ^ there[None, :, word])
    lowest = np.minimum(apart.min(axis=1)[:, None], apart.min(axis=0)[None, :])
    left, right = np.nonzero((apart <= NEAR) & (apart <= lowest + 4))
    order = np.argsort(apart[left, right], kind="stable")[:PAIRS]
    left, right = left[order], right[order]
    return left, right, np.asarray(apart[left, right], dtype=np.int64)


def _best(
    here: Table, there: Table, steps: NDArray[np.int64], apart: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which pairs agree on the best of up to TRIES placings, each from two pairs."""
    one, two = _couples(len(here))
    x, y = (here @ _COMPLEX).astype(np.complex64), (there @ _COMPLEX).astype(np.complex64)
    span = x[two] - x[one]
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = (y[two] - y[one]) / span
    size = np.log(np.abs(turn) + 1e-9)
    expected = steps * np.log(STEP)
    good = np.isfinite(turn) & (np.abs(span) > 0.08) & (np.abs(np.angle(turn)) < TURN)
    # The sizes at which two points were found already say about how much larger the second is.
    good &= (np.abs(size + expected[one]) < 0.45) & (np.abs(size + expected[two]) < 0.45)
    turn, start = turn[good][:TRIES], one[good][:TRIES]
    if not len(turn):
        return np.zeros(len(here), dtype=np.bool_)
    shift = y[start] - turn * x[start]
    misses = np.abs(turn[:, None] * x + shift[:, None] - y)
    worth = np.maximum(0.0, 1 - misses / (2 * APART)) @ (1.0 - apart / (2 * NEAR))
    best = int(np.argmax(worth))
    return np.asarray(misses[best] < 2 * APART)


_COMPLEX = np.array([1, 1j])


def _couples(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return couples of the `count` pairs, those of the most alike pairs first."""
    one, two = np.triu_indices(min(count, 90), 1)
    order = np.argsort(one + two, kind="stable")
    return one[order], two[order]


def _fitted(here: Table, there: Table) -> Table:
    """Return the (2, 3) matrix with the least squared misses, held near to a similarity."""
    rows = np.concatenate([here, np.ones((len(here), 1))], axis=1)
    middle = here.mean(axis=0)
    x, y = (here - middle) @ _COMPLEX, (there - there.mean(axis=0)) @ _COMPLEX
    turn = (np.conj(x) @ y) / max(float((np.abs(x) ** 2).sum()), 1e-9)
    linear = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    start = np.concatenate([linear, (there.mean(axis=0) - linear @ middle)[:, None]], axis=1)
    # A few points fit a stretched picture too easily: stretching costs as much as missing.
    weight = 0.02 * len(here)
    left = rows.T @ rows + weight * np.diag([1.0, 1.0, 0.0])
    more = rows.T @ (there - rows @ start.T)
    return np.asarray(start + np.linalg.solve(left, more).T)


def _misses(matrix: Table, here: Table, there: Table) -> Table:
    return np.asarray(np.linalg.norm(here @ matrix[:, :2].T + matrix[:, 2] - there, axis=1))


def _fair(matrix: Table) -> bool:
    """Say whether the placing turns little, mirrors nothing and stretches at most by a third."""
    sizes = np.linalg.svd(matrix[:, :2], compute_uv=False)
    return bool(
        np.linalg.det(matrix[:, :2]) > 0
        and sizes[0] < SCALE
        and sizes[1] > 1 / SCALE
        and sizes[0] < 1.35 * sizes[1]
    )
