"""Parts a mask into its connected shapes; knows nothing of letters.

Runs of each row are found first and joined where they touch one of the next row, corners too
(Rosenfeld and Pfaltz, "Sequential operations in digital picture processing", 1966); all rows at
once, with NumPy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Shapes:
    """The shapes of a mask, numbered from 0: `of`, rows × columns, each pixel's shape or -1; for
    each shape its pixels and its box (left, top, right, bottom; the last two exclusive)."""

    of: NDArray[np.int32]
    pixels: Numbers
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers


def shapes(mask: Mask) -> Shapes:
    """Return the connected shapes of a mask (rows × columns)."""
    row, start, end = _runs(mask)
    of = _joined(row, start, end, mask.shape[1] + 2)
    count = int(of.max(initial=-1)) + 1
    tall, wide = mask.shape
    box = [np.full(count, far, np.int64) for far in (wide, tall, 0, 0)]
    np.minimum.at(box[0], of, start)
    np.minimum.at(box[1], of, row)
    np.maximum.at(box[2], of, end)
    np.maximum.at(box[3], of, row + 1)
    numbered = np.full(mask.shape, -1, np.int32)
    numbered[mask] = np.repeat(of, end - start)
    pixels = np.bincount(numbered[mask], minlength=count)
    return Shapes(numbered, pixels, *box)


def _runs(mask: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """Return row, first column and column after the last of each run, row by row."""
    framed = np.pad(mask, ((0, 0), (1, 1))).astype(np.int8)
    step = np.diff(framed, axis=1)
    row, start = np.nonzero(step == 1)
    return row, start, np.nonzero(step == -1)[1]


def _joined(row: Numbers, start: Numbers, end: Numbers, stride: int) -> Numbers:
    """Return each run's shape, numbered from 0."""
    below = (row + 1) * stride
    first = np.searchsorted(row * stride + end, below + start, "left")
    last = np.searchsorted(row * stride + start, below + end, "right")
    many = np.maximum(last - first, 0)
    one = np.repeat(np.arange(len(row)), many)
    other = np.arange(many.sum()) + np.repeat(first - np.cumsum(many) + many, many)
    shape = np.arange(len(row))
    while (shape[one] != shape[other]).any():
        least = np.minimum(shape[one], shape[other])
        np.minimum.at(shape, shape[one], least)
        np.minimum.at(shape, shape[other], least)
        shape = _ends(shape)
    numbered: Numbers = np.unique(shape, return_inverse=True)[1]
    return numbered


def _ends(shape: Numbers) -> Numbers:
    """Follow each number to the one that names itself."""
    while (shape[shape] != shape).any():
        shape = shape[shape]
    return shape
