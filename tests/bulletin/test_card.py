"""Cards: two sizes, small files, the verdict across a false picture."""

import io
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from PIL import Image

from kiemtin.bulletin import card as module
from kiemtin.bulletin.canvas import font
from kiemtin.bulletin.card import MAX_BYTES, SIZES, card
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.paper import HEAVY, PLAIN, STRONG, VERDICT_INKS, width
from kiemtin.bulletin.refusal import ContentRefused
from tests.bulletin.contents import CONTENTS, dam
from tests.bulletin.drawn import CASES, LONGEST, WITHDRAWN, refused_as

PIXELS = {"square": (1080, 1080), "story": (1080, 1920)}


def encoded(values: np.ndarray, form: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.fromarray(values.astype(np.uint8)).save(file, form)
    return file.getvalue()


def noise(high: int = 900, wide: int = 1400) -> bytes:
    return encoded(np.random.default_rng(1).integers(0, 256, (high, wide, 3)))


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "PNG"
        return picture.convert("RGB")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_every_card_has_its_size_and_is_the_same_each_time(name: str, size: str) -> None:
    data = card(CASES[name], size=size)
    assert opened(data).size == PIXELS[size]
    assert len(data) <= MAX_BYTES
    assert card(CASES[name], size=size) == data


@pytest.mark.parametrize("size", SIZES)
def test_even_noise_stays_small(size: str) -> None:
    assert len(card(dam(), size=size, picture=noise())) <= MAX_BYTES


@pytest.mark.parametrize("size", SIZES)
def test_the_last_and_coarsest_picture_is_always_small_enough(
    size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RUNGS", module._RUNGS[-1:])
    assert len(card(LONGEST, size=size, picture=noise(1000, 1700))) <= MAX_BYTES * 3 // 4


def pieces(stamp: np.ndarray, share: int) -> Iterator[np.ndarray]:
    """Every piece that is one in so many of the picture's width and height, in steps."""
    high, wide = stamp.shape
    for down in range(0, high - high // share + 1, max(1, high // 12)):
        for right in range(0, wide - wide // share + 1, max(1, wide // 12)):
            yield stamp[down : down + high // share, right : right + wide // share]


@pytest.mark.parametrize("shape", [(900, 1400), (1400, 900), (700, 700), (300, 1500)])
def test_no_piece_of_the_picture_is_without_the_stamp(shape: tuple[int, int]) -> None:
    grey = encoded(np.full((*shape, 3), 128))
    form = SIZES["story"]
    shown = np.asarray(opened(card(dam(), size="story", picture=grey)))
    top = form.clear + form.band
    part = shown[top : top + form.picture].astype(int)
    scale = min(form.wide / shape[1], form.picture / shape[0])
    high, wide = round(shape[0] * scale), round(shape[1] * scale)
    y, x = (form.picture - high) // 2, (form.wide - wide) // 2
    picture = part[y : y + high, x : x + wide]
    ink = tuple(int(VERDICT_INKS["false"][at : at + 2], 16) for at in (1, 3, 5))
    bar = np.abs(picture - ink).max(axis=2) < 24
    for share, least, stamp in ((2, 0.04, bar), (3, 0.02, bar | (picture.min(axis=2) > 235))):
        assert min(map(np.mean, pieces(stamp, share))) > least


def test_a_withdrawal_shows_no_picture() -> None:
    assert card(WITHDRAWN, picture=noise()) == card(WITHDRAWN)


@pytest.mark.parametrize("data", [b"x", b"\x89PNG\r\n\x1a\nxxxx", b"GIF89a" + b"\x00" * 30])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ContentRefused) as refused:
        card(dam(), picture=data)
    assert refused.value.code == "picture"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_pictures_of_every_kind_that_the_desk_keeps_are_taken(form: str) -> None:
    assert card(dam(), picture=encoded(np.full((60, 80, 3), 90), form))


def test_letters_in_pixels_stay_within_the_measure() -> None:
    for weight in (PLAIN, STRONG, HEAVY):
        for size in (22, 28.5, 40, 61.3, 92):
            line = "Nghe loa của xã, đừng chia sẻ tin chưa kiểm"
            drawn = font(weight, size).getlength(line)
            assert drawn <= width(line, weight, size) * 1.03 + module.LEFT / 4


def test_a_drill_and_an_unknown_size() -> None:
    assert card(dam(), drill=True) != card(dam())
    with pytest.raises(ContentRefused) as refused:
        card(dam(), size="wide")
    assert refused.value.code == "size"


@settings(max_examples=15, deadline=None)
@given(CONTENTS)
def test_any_content_is_a_card_or_is_refused(content: Content) -> None:
    with refused_as("letters", "empty", "sheet"):
        assert len(card(content)) <= MAX_BYTES
