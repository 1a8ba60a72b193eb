"""Copies of a picture are told from others, also from those that share its template."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from kiemtin.media.alike import compare, fingerprint
from kiemtin.media.alike.likeness import DIFFERENT
from tests.media.alike.scenes import pixels, scene, sheet

Change = Callable[[Image.Image], Image.Image]


def framed(image: Image.Image) -> Image.Image:
    """On an upright screen, smaller, with bars above and below."""
    out = Image.new("RGB", (400, 860), "black")
    out.paste(image.resize((400, 300)), (0, 280))
    ImageDraw.Draw(out).rectangle((20, 20, 200, 60), fill="white")
    return out


def stamped(image: Image.Image) -> Image.Image:
    out = image.copy()
    ImageDraw.Draw(out).ellipse((380, 20, 470, 110), fill="red")
    return out


CHANGES: dict[str, Change] = {
    "smaller": lambda image: image.resize((210, 157)),
    "cut": lambda image: image.crop((70, 50, 450, 335)),
    "turned": lambda image: image.rotate(3, Image.Resampling.BILINEAR),
    "stamped": stamped,
    "framed": framed,
    "darker": lambda image: image.point(lambda value: value * 0.6),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("flip", [False, True])
def test_a_changed_copy_is_alike(name: str, flip: bool) -> None:
    for seed in (3, 4):
        image = CHANGES[name](scene(seed))
        asked = fingerprint(pixels(ImageOps.mirror(image) if flip else image))
        found = compare(asked, fingerprint(pixels(scene(seed))))
        assert found.alike
        assert found.mirrored is flip
        assert not compare(asked, fingerprint(pixels(scene(seed + 50)))).alike


def test_a_page_with_the_same_letterhead_and_other_lines_is_another() -> None:
    one, other = fingerprint(pixels(sheet(1))), fingerprint(pixels(sheet(2)))
    found = compare(one, other)
    assert not found.alike
    assert compare(one, one).score == 1.0
    assert compare(one, fingerprint(pixels(sheet(1).crop((40, 60, 480, 650))))).alike


def test_shares_say_which_picture_lies_in_which() -> None:
    whole = fingerprint(pixels(scene(6)))
    part = fingerprint(pixels(scene(6).crop((60, 45, 420, 315))))
    found = compare(part, whole)
    assert (found.rule, found.alike) == ("part", True)
    assert found.first > 0.95
    assert found.second == pytest.approx(0.5625, abs=0.04)
    assert compare(whole, whole).rule == "whole"


def test_reasons_come_in_both_languages() -> None:
    one = fingerprint(pixels(ImageOps.mirror(stamped(scene(7)))))
    said = compare(one, fingerprint(pixels(scene(7)))).reasons()
    assert len(said) == 3
    assert "lật" in said[1].vi
    assert "by eye" in said[2].en
    assert all("{" not in text for one in [*said, *DIFFERENT.reasons()] for text in one)


def test_noise_is_like_nothing() -> None:
    rng = np.random.default_rng(1)
    one, other = (fingerprint(rng.integers(0, 256, (200, 200)).astype(np.uint8)) for _ in "ab")
    assert compare(one, other).rule == "different"
