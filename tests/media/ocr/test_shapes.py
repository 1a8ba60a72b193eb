"""Every connected shape of a mask is found once, with its pixels and its box."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from kiemtin.media.ocr.shapes import shapes

Mask = NDArray[np.bool_]
SMALL = arrays(np.bool_, st.tuples(st.integers(1, 12), st.integers(1, 12)))


def filled(mask: Mask, row: int, column: int) -> set[tuple[int, int]]:
    """Return the pixels that are reached from one, the slow way."""
    reached, ahead = set(), [(row, column)]
    while ahead:
        at = ahead.pop()
        inside = 0 <= at[0] < mask.shape[0] and 0 <= at[1] < mask.shape[1]
        if at not in reached and inside and mask[at]:
            reached.add(at)
            ahead += [(at[0] + y, at[1] + x) for y in (-1, 0, 1) for x in (-1, 0, 1)]
    return reached


@given(SMALL)
def test_pixels_that_touch_are_one_shape_and_others_are_not(mask: Mask) -> None:
    found = shapes(mask)
    assert ((found.of >= 0) == mask).all()
    for row, column in zip(*np.nonzero(mask), strict=True):
        whole = filled(mask, int(row), int(column))
        assert set(zip(*np.nonzero(found.of == found.of[row, column]), strict=True)) == whole


@given(SMALL)
def test_boxes_and_pixels_are_those_of_each_shape(mask: Mask) -> None:
    found = shapes(mask)
    for number in range(len(found.pixels)):
        rows, columns = np.nonzero(found.of == number)
        assert found.pixels[number] == len(rows)
        box = found.left[number], found.top[number], found.right[number], found.bottom[number]
        assert box == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
