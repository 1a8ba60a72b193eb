"""Where a part lies in the whole is found to within a hundredth of the picture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.media.alike import fingerprint
from kiemtin.media.alike.place import LEAST, place, sides, whole
from tests.media.alike.scenes import pixels, scene

WHOLE = fingerprint(pixels(scene(1)))


@settings(max_examples=25, deadline=None)
@given(left=st.integers(0, 120), top=st.integers(0, 90))
def test_a_cut_part_is_placed_where_it_was(left: int, top: int) -> None:
    part = fingerprint(pixels(scene(1).crop((left, top, left + 360, top + 270))))
    found = place(part, WHOLE)
    assert found is not None
    unit = (480 * 360) ** 0.5
    corner = found.matrix[:, 2] * unit
    assert corner == pytest.approx([left, top], abs=5)
    assert found.matrix[0, 0] == pytest.approx(0.75, abs=0.02)
    assert found.agreeing >= LEAST


def test_other_pictures_are_not_placed() -> None:
    rng = np.random.default_rng(3)
    noise = fingerprint(rng.integers(0, 256, (300, 300)).astype(np.uint8))
    assert place(noise, WHOLE) is None


def test_laid_over_as_they_are_the_corners_meet() -> None:
    wide = fingerprint(pixels(scene(1, 600, 300)))
    matrix = whole(wide, WHOLE).matrix
    assert matrix[:, :2] @ sides(wide) == pytest.approx(sides(WHOLE))
