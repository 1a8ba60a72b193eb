"""Makes one vector of length one out of the vectors of a text's tokens."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.encoder import Matrix

Tokens = NDArray[np.float32]
Mask = NDArray[np.int64]


def mean(tokens: Tokens, mask: Mask) -> Matrix:
    """Return the mean of the tokens that `mask` counts; zero where it counts none."""
    counted = mask[:, :, None] > 0
    with np.errstate(invalid="ignore"):  # of values that are not finite; `of_length_one` sees them
        sums = np.where(counted, tokens, np.float32(0)).sum(axis=1)
    return np.asarray(sums / np.maximum(counted.sum(axis=1), 1), np.float32)


def first(tokens: Tokens, mask: Mask) -> Matrix:
    """Return the first token, which such models put there to stand for the text."""
    return np.where(mask[:, :1] > 0, tokens[:, 0], np.float32(0))


def highest(tokens: Tokens, mask: Mask) -> Matrix:
    """Return the highest value of each dimension; zero where `mask` counts no token."""
    peak = np.where(mask[:, :, None] > 0, tokens, -np.inf).max(axis=1)
    return np.asarray(np.where(np.isneginf(peak), 0.0, peak), np.float32)


POOLINGS: dict[str, Callable[[Tokens, Mask], Matrix]] = {
    "mean": mean,
    "cls": first,
    "max": highest,
}
"""By the names that sentence-transformers uses. Each takes tokens (n, length, dim) and a mask
(n, length) of 0 and 1, and returns (n, dim)."""


def of_length_one(rows: Matrix) -> Matrix:
    """Return the rows L2-normalised.

    A row that is zero or not finite says nothing about its text: it becomes the first unit vector,
    which is near to hardly any text, so that no number in an index is ever undefined.
    """
    wide = rows.astype(np.float64)
    lengths = np.linalg.norm(wide, axis=1)
    bad = ~np.isfinite(lengths) | (lengths < 1e-12)
    wide[bad] = 0.0
    wide[bad, 0] = 1.0
    return np.asarray(wide / np.where(bad, 1.0, lengths)[:, None], np.float32)
