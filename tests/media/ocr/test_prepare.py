"""A picture is made ready within bounds: small ones enlarged, words over photos lifted off."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from kiemtin.media.ocr.prepare import (
    ENLARGED,
    WIDE,
    captions,
    first_look,
    open_page,
    photo_tiles,
    second_look,
)
from kiemtin.media.ocr.refusal import TextUnread
from tests.media.pictures import encoded

MOST = 4_300_000


def noisy(width: int = 640, height: int = 640) -> Image.Image:
    pixels = np.random.default_rng(1).integers(0, 200, (height, width, 3))
    return Image.fromarray(pixels.astype(np.uint8))


def size(pgm: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(pgm)).size


@pytest.mark.parametrize(("width", "scale"), [(300, ENLARGED), (720, WIDE / 720), (1400, 1.0)])
def test_narrow_pictures_are_enlarged(width: int, scale: float) -> None:
    page = open_page(encoded(Image.new("RGB", (width, 200), "white"), "PNG"), MOST)
    assert page.scale == pytest.approx(scale)
    assert size(first_look(page)) == (round(width * scale), round(200 * scale))


def test_a_long_strip_stays_within_the_pixels() -> None:
    page = open_page(encoded(Image.new("RGB", (300, 6000), "white"), "PNG"), 2_000_000)
    wide, high = size(first_look(page))
    assert wide * high <= 2_000_000 * 1.01


@pytest.mark.parametrize(("data", "code"), [(b"P5 nothing", "broken"), (b"", "broken")])
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TextUnread) as refused:
        open_page(data, MOST)
    assert refused.value.code == code


def test_photos_are_told_from_plain_grounds() -> None:
    grey = np.asarray(noisy().convert("L"))
    assert photo_tiles(grey).mean() > 0.9
    assert not photo_tiles(np.full((640, 640), 240, dtype=np.uint8)).any()


def test_white_words_are_lifted_off_a_photo() -> None:
    image = noisy()
    ImageDraw.Draw(image).rectangle([200, 304, 440, 308], fill="white")
    over = captions(open_page(encoded(image, "PNG"), MOST))
    assert over
    lifted = np.asarray(Image.open(BytesIO(over)))
    assert (lifted[int(lifted.shape[0] * 306 / 640)] == 0).any()
    assert (lifted[: int(lifted.shape[0] * 0.3)] > 128).all()


def test_a_page_that_was_read_is_not_looked_at_again() -> None:
    page = open_page(encoded(Image.new("RGB", (900, 300), "white"), "PNG"), MOST)
    assert second_look(page, [(10, 10, 100, 40)]) is None
    assert second_look(page, []) is not None
