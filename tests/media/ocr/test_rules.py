"""Lines of a table go, letters stay."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from kiemtin.media.ocr.rules import unruled

FONT = ImageFont.truetype(str(FONTS / "be-vietnam-pro-800.ttf"), 150)


def test_lines_along_and_down_a_table_go() -> None:
    page = np.full((360, 360), 255, np.uint8)
    page[100, 20:300] = 90
    page[80:200, 180:182] = 0
    assert (unruled(page) == 255).all()


def test_the_strokes_of_big_letters_stay() -> None:
    image = Image.new("L", (1080, 400), 255)
    ImageDraw.Draw(image).text((40, 60), "IHĐTL", fill=0, font=FONT)
    page = np.asarray(image)
    assert (unruled(page) > page).mean() < 0.001


def test_faint_marks_are_left_alone() -> None:
    page = np.full((100, 360), 230, np.uint8)
    assert unruled(page) is page
