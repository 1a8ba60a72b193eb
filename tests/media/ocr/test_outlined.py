"""Letters with a dark edge are lifted off a photo in any colour; nothing else of it is."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from kiemtin.media.ocr import read_text
from kiemtin.media.ocr.outlined import outlined
from tests.media.pictures import encoded

FONT = ImageFont.truetype(str(FONTS / "be-vietnam-pro-800.ttf"), 44)
PINK, GREEN = (255, 140, 190), (120, 255, 120)


def landscape() -> Image.Image:
    rng = np.random.default_rng(3)
    coarse = rng.integers(30, 220, (8, 8, 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((720, 720), Image.Resampling.BICUBIC)
    noise = rng.normal(0, 8, (720, 720, 1))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))


def captioned() -> Image.Image:
    image = landscape()
    draw = ImageDraw.Draw(image)
    for top, words, ink in ((30, "Chợ cháy lớn", PINK), (600, "Nước lên rồi", GREEN)):
        draw.text((40, top), words, fill=ink, font=FONT, stroke_width=6, stroke_fill=(0, 0, 0))
    return image


def pixels(image: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(image.convert("RGB"))


def test_of_a_photo_without_words_hardly_anything_is_taken_for_a_letter() -> None:
    assert outlined(pixels(landscape())).mean() < 0.001


def test_what_shows_between_letters_is_no_letter() -> None:
    letters = outlined(pixels(captioned()))
    inks = np.abs(pixels(captioned())[letters].astype(int)[:, None] - [PINK, GREEN])
    assert letters[30:90].any()
    assert letters[600:660].any()
    assert (inks.max(axis=2).min(axis=1) < 60).mean() > 0.85
    assert not letters[100:590].any()


def test_any_small_picture_is_taken() -> None:
    assert outlined(np.zeros((1, 1, 3), np.uint8)).shape == (1, 1)
    assert not outlined(np.full((40, 30, 3), 255, np.uint8)).any()


@pytest.mark.system
def test_words_of_two_colours_over_one_photo_are_read() -> None:
    said = read_text(encoded(captioned(), "JPEG", quality=75)).text
    assert said.split("\n") == ["Chợ cháy lớn", "Nước lên rồi"]
