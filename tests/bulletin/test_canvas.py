"""Words and shapes in pixels."""

import io

import numpy as np
import pytest
from PIL import Image

from kiemtin.bulletin.canvas import Canvas, font, png
from kiemtin.bulletin.fitting import LEADING
from kiemtin.bulletin.paper import HEAVY, INK
from kiemtin.bulletin.shapes import SHAPES


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_drawn_inside_its_square(name: str) -> None:
    canvas = Canvas(100, 100)
    canvas.shape(name, 20, 20, 60, INK)
    dark = np.argwhere(np.asarray(canvas.image.convert("L")) < 200)
    assert len(dark) > 100
    assert dark.min() >= 20
    assert dark.max() < 80


def test_marks_above_and_below_stay_clear_of_the_next_line() -> None:
    size = 100
    lowest = font(HEAVY, size).getbbox("ậỵặ", anchor="ls")[3]
    highest = font(HEAVY, size).getbbox("ẾỖẲ", anchor="ls")[1]
    assert lowest - highest < LEADING * size


def test_a_file_has_few_colours_and_is_the_same_each_time() -> None:
    canvas = Canvas(60, 60)
    canvas.line("Đập", (5, 40), HEAVY, 20, INK)
    data = png(canvas.image, 16)
    with Image.open(io.BytesIO(data)) as picture:
        assert len(picture.convert("RGB").getcolors() or []) <= 16
    assert png(canvas.image, 16) == data
