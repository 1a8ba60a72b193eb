"""The grid of an earlier JPEG is found where it lies, and none in a picture that never was one."""

import numpy as np
import pytest
from PIL import Image

from kiemtin.media.forensics.blocks import Light
from kiemtin.media.forensics.grid import Grids, grids
from tests.media.forensics.pictures import jpeg, opened, photo


def _light(image: Image.Image) -> Light:
    return np.asarray(image.convert("L"), dtype=np.float32)


@pytest.mark.parametrize(("left", "top"), [(0, 0), (3, 2), (7, 1)])
def test_the_grid_is_where_the_cut_has_put_it(left: int, top: int) -> None:
    image = opened(jpeg(photo(1), 80)).crop((left, top, 300, 300))
    assert grids(_light(image)) == Grids((-top % 8, -left % 8))


def test_a_picture_that_never_was_a_jpeg_has_none() -> None:
    assert grids(_light(photo(1, 256, 256))) == Grids(None)
    assert grids(np.full((80, 80), 99, dtype=np.float32)) == Grids(None)
