"""Whatever its ground, text becomes dark on white; words over a photo are lifted off it."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.paper import FONTS
from kiemtin.media.ocr import read_text
from kiemtin.media.ocr.ground import levelled, thin
from kiemtin.media.ocr.prepare import open_page, second_look
from tests.media.pictures import encoded

FONT = ImageFont.truetype(str(FONTS / "be-vietnam-pro-600.ttf"), 40)
GROUNDS = ((33, 37, 43), (62, 68, 81), (64, 120, 242), (225, 225, 225))
SAID = ("Nước lên rồi", "Cầu gãy nhịp", "Chợ cháy lớn", "Đường bị chia cắt")


def bubbles() -> Image.Image:
    image = Image.new("RGB", (720, 640), GROUNDS[0])
    draw = ImageDraw.Draw(image)
    for at, (ground, words) in enumerate(zip(GROUNDS, SAID, strict=True)):
        top = 20 + 150 * at
        draw.rounded_rectangle((40, top, 680, top + 110), 20, fill=ground)
        ink = (20, 20, 20) if sum(ground) > 600 else (235, 235, 235)
        draw.text((70, top + 25), words, fill=ink, font=FONT)
    return image


def captioned(ink: tuple[int, int, int]) -> bytes:
    rng = np.random.default_rng(3)
    coarse = rng.integers(30, 200, (8, 8, 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((720, 720), Image.Resampling.BICUBIC)
    noise = rng.normal(0, 12, (720, 720, 1))
    image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    ImageDraw.Draw(image).text(
        (40, 500), "Nước sông lên rồi", fill=ink, font=FONT, stroke_width=3, stroke_fill=(0, 0, 0)
    )
    return encoded(image, "PNG")


@pytest.mark.system
def test_no_bubble_is_lost_whatever_its_colour() -> None:
    assert read_text(encoded(bubbles(), "PNG")).text.split("\n") == list(SAID)


@pytest.mark.system
@pytest.mark.parametrize("ink", [(255, 255, 255), (255, 230, 60)])
def test_words_over_a_photo_are_read(ink: tuple[int, int, int]) -> None:
    assert "Nước sông lên rồi" in read_text(captioned(ink)).text


def test_grounds_become_white_and_letters_black() -> None:
    level = levelled(np.asarray(bubbles().convert("L")))
    for at in range(len(SAID)):
        bubble = level[30 + 150 * at : 120 + 150 * at, 60:660]
        assert np.median(bubble) > 240
        assert bubble.min() < 20


@given(arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40))))
def test_any_picture_keeps_its_size(grey: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> None:
    assert levelled(grey).shape == grey.shape == thin(grey > 100).shape


def test_what_was_read_is_not_looked_at_again() -> None:
    page = open_page(captioned((255, 255, 255)), 10**6)
    assert second_look(page, [(0, 0, 720, 720)]) is None
    assert second_look(page, [(0, 0, 60, 20)]) is not None


def test_where_nothing_was_read_the_picture_is_read_as_it_is() -> None:
    page = open_page(encoded(Image.new("RGB", (400, 300), "white"), "PNG"), 10**6)
    plain = second_look(page, [])
    assert plain is not None
    with Image.open(BytesIO(plain)) as image:
        assert image.size == (800, 600)
