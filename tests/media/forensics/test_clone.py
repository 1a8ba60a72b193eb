"""What was copied within a picture is shown in both places; what repeats by itself is not."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.drawn import KINDS, TUNING, draw, font, say
from kiemtin.media.forensics import Box, clone_hint
from kiemtin.media.forensics.clone import clones
from tests.media.forensics.pictures import jpeg, near, opened, photo

FIRST, SECOND = Box(60, 50, 170, 160), Box(330, 210, 440, 320)


def _grey(image: Image.Image) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.asarray(image.convert("L"))


def _copied(seed: int) -> Image.Image:
    image = photo(seed)
    image.paste(image.crop(FIRST), (SECOND.left, SECOND.top))
    return image


@pytest.mark.parametrize("seed", range(3))
def test_a_copied_part_is_found_in_both_places_after_pressing(seed: int) -> None:
    (found,) = clones(_grey(opened(jpeg(_copied(seed), 75))))
    assert near(found.first, FIRST)
    assert near(found.second, SECOND)
    assert found.same > 0.85


@pytest.mark.parametrize("seed", range(3))
def test_a_picture_as_taken_has_none(seed: int) -> None:
    assert clones(_grey(opened(jpeg(photo(seed), 75)))) == []


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_writing_charts_and_screens_repeat_without_a_hint(kind: int) -> None:
    assert clones(_grey(draw(TUNING + kind))) == []


def test_tiles_and_a_line_written_twice_are_left_alone() -> None:
    tile = photo(5, 80, 80)
    tiled = Image.new("RGB", (480, 400))
    for at in range(30):
        tiled.paste(tile, (at % 6 * 80, at // 6 * 80))
    assert clones(_grey(tiled)) == []
    page = Image.new("RGB", (600, 400), "white")
    pen, text = ImageDraw.Draw(page), say(np.random.default_rng(1), 6)
    for y in (40, 140, 240):
        pen.text((30, y), text, font=font(26), fill="black")
    assert clones(_grey(page)) == []


@pytest.mark.parametrize("seed", [0, 2])
def test_a_part_copied_twice_is_found_in_a_row_of_three(seed: int) -> None:
    image, part = photo(seed), photo(seed + 50, 110, 110)
    for left in (40, 200, 360):
        image.paste(part, (left, 130))
    found = clones(_grey(opened(jpeg(image, 85))))
    assert found
    assert all(abs(one.second.left - one.first.left) in range(150, 330) for one in found)


@pytest.mark.parametrize("seed", range(2))
def test_a_sign_that_stands_there_twice_is_writing_and_left_alone(seed: int) -> None:
    image, rng = photo(seed), np.random.default_rng(seed)
    sign = Image.new("RGB", (200, 120), "white")
    for line in range(4):
        ImageDraw.Draw(sign).text((6, 4 + line * 28), say(rng, 3), font=font(20), fill="black")
    for place in ((40, 40), (270, 220)):
        image.paste(sign, place)
    assert clones(_grey(opened(jpeg(image, 85)))) == []


def test_the_hint_says_where_and_what_it_cannot_say() -> None:
    hint = clone_hint(_grey(_copied(1)))
    assert hint is not None
    assert (hint.code, hint.strength, len(hint.where)) == ("clone", "some", 2)
    assert "không" in hint.limit.vi
    assert "not" in hint.limit.en
    assert clone_hint(_grey(photo(1))) is None


def test_small_and_plain_pictures_have_none() -> None:
    for shape in ((1, 1), (8, 300), (64, 64)):
        assert clones(np.full(shape, 128, dtype=np.uint8)) == []
