"""Agreement is the share of detail that is the same, whatever the brightness."""

import numpy as np
import pytest
from PIL import ImageDraw

from kiemtin.media.alike import fingerprint
from kiemtin.media.alike.agree import agreement
from kiemtin.media.alike.place import whole
from tests.media.alike.scenes import pixels, scene

WHOLE = fingerprint(pixels(scene(1)))


def test_a_picture_agrees_with_itself_and_not_with_another() -> None:
    same = agreement(WHOLE, WHOLE, whole(WHOLE, WHOLE))
    assert (same.same, round(same.first, 1), round(same.second, 1)) == (1.0, 1.0, 1.0)
    other = fingerprint(pixels(scene(2)))
    assert agreement(WHOLE, other, whole(WHOLE, other)).same < 0.1


@pytest.mark.parametrize("gain", [0.5, 1.6])
def test_brightness_changes_little(gain: float) -> None:
    light = np.minimum(pixels(scene(1)) * gain, 255).astype(np.uint8)
    other = fingerprint(light)
    assert agreement(WHOLE, other, whole(WHOLE, other)).same > 0.85
    assert agreement(other, WHOLE, whole(other, WHOLE)).same > 0.85


def test_what_is_covered_does_not_agree() -> None:
    image = scene(1)
    ImageDraw.Draw(image).rectangle((0, 0, 240, 360), fill="white")
    half = fingerprint(pixels(image))
    assert agreement(half, WHOLE, whole(half, WHOLE)).same == pytest.approx(0.5, abs=0.1)
