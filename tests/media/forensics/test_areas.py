"""Marked cells that touch are one area; sums around a cell are those of its square."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kiemtin.media.forensics.areas import Area, Mask, areas, summed

MASKS = arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9)))


def test_cells_that_touch_at_a_corner_are_one_area_the_largest_first() -> None:
    marked = np.zeros((6, 8), dtype=np.bool_)
    marked[0, 0] = marked[3, 3] = marked[4, 4] = marked[4, 5] = True
    first, second = areas(marked)
    assert first == Area(3, 3, 5, 6, 3)
    assert second == Area(0, 0, 1, 1, 1)
    assert areas(marked, 2) == [first]
    assert tuple(first.box(10)) == (30, 30, 60, 50)


@given(MASKS)
def test_no_cell_is_lost_or_told_twice(marked: Mask) -> None:
    assert sum(area.cells for area in areas(marked)) == int(marked.sum())


def test_the_sum_around_a_cell_ends_at_the_edge() -> None:
    assert summed(np.ones((3, 4)), 1).tolist() == [[4, 6, 6, 4], [6, 9, 9, 6], [4, 6, 6, 4]]
