"""How a file was pressed is read apart, and told with its limits; a broken file is one sentence."""

import pytest

from kiemtin.media.apart.reader import ReaderRefused
from kiemtin.media.forensics import Box, Pressing, pressing
from kiemtin.media.forensics.pressing_says import LIMITS, SAYS
from tests.media.forensics.pictures import jpeg, near, opened, photo, png

PLACE = Box(160, 96, 320, 256)


def _codes(found: Pressing) -> dict[str, tuple[Box, ...]]:
    return {hint.code: hint.where for hint in found.hints}


def test_one_pressing_has_no_hint_and_its_quality() -> None:
    found = pressing(jpeg(photo(1), 85))
    assert (found.width, found.height, found.quality, found.exact) == (512, 384, 85, True)
    assert found.hints == ()


def test_pressed_hard_is_told() -> None:
    found = _codes(pressing(jpeg(photo(1), 35)))
    assert list(found) == ["pressed_hard"]


def test_two_pressings_are_told_with_the_first_quality() -> None:
    (hint,) = pressing(jpeg(opened(jpeg(photo(1), 60)), 90)).hints
    assert hint.code == "pressed_twice"
    assert hint.strength == "low"
    assert any(f"{quality}/100" in hint.reasons[0].vi for quality in range(57, 64))
    assert hint.where == ()


def test_what_was_pasted_in_is_shown() -> None:
    image = opened(jpeg(photo(1), 60))
    image.paste(photo(2).crop(PLACE), (PLACE.left, PLACE.top))
    found = _codes(pressing(jpeg(image, 92)))
    assert any(near(box, PLACE) for box in found["pressed_once_here"])


def test_a_picture_lying_on_its_side_has_its_places_upright() -> None:
    image = opened(jpeg(photo(1), 60))
    image.paste(photo(2).crop(PLACE), (PLACE.left, PLACE.top))
    turned = pressing(
        jpeg(
            image,
            92,
            exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12"
            b"\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
        )
    )
    assert (turned.width, turned.height) == (384, 512)
    # Seen upright, what was x is y, and y counts from the right.
    place = Box(384 - PLACE.bottom, PLACE.left, 384 - PLACE.top, PLACE.right)
    assert any(near(box, place) for box in _codes(turned)["pressed_once_here"])


def test_a_png_that_was_a_jpeg_is_told_and_whether_it_was_cut() -> None:
    image = opened(jpeg(photo(1), 80))
    assert list(_codes(pressing(png(image)))) == ["was_jpeg"]
    assert list(_codes(pressing(png(image.crop((3, 2, 512, 384)))))) == ["was_jpeg_cut"]
    assert pressing(png(photo(1))).hints == ()


def test_blocks_of_another_jpeg_are_shown() -> None:
    image, other = opened(jpeg(photo(1), 80)), opened(jpeg(photo(2), 75))
    image.paste(other.crop((43, 61, 203, 221)), (PLACE.left, PLACE.top))
    found = _codes(pressing(png(image)))
    assert any(near(box, PLACE) for box in found["other_blocks"])


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"no picture", jpeg(photo(1), 80)[:200]])
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ReaderRefused) as refused:
        pressing(data)
    assert refused.value.code == "broken"


def test_a_small_picture_is_read_without_hints() -> None:
    assert pressing(jpeg(photo(1, 40, 40), 80)).hints == ()


def test_each_hint_has_its_sentence_and_its_limit() -> None:
    assert set(SAYS) == set(LIMITS)
