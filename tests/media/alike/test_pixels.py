"""Pixels are checked before they are measured, and brought to a size without changing shape."""

import numpy as np
import pytest

from kiemtin.media.alike import Grey, NotAlikeable, fingerprint, grey
from kiemtin.media.alike.pixels import of_area
from kiemtin.media.picture import clean
from tests.media.alike.scenes import pixels, scene
from tests.media.pictures import encoded


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (np.zeros((100, 100, 3), np.uint8), "shape"),
        (np.zeros((100, 100), np.float64), "shape"),
        (np.zeros((10, 300), np.uint8), "small"),
        (np.zeros((30, 900), np.uint8), "long"),
        (np.zeros((5000, 5000), np.uint8), "long"),
        (np.full((300, 300), 200, np.uint8), "plain"),
    ],
)
def test_what_cannot_be_compared_says_why(image: Grey, code: str) -> None:
    with pytest.raises(NotAlikeable) as refused:
        fingerprint(image)
    assert refused.value.code == code
    assert refused.value.vi() != refused.value.en()


def test_a_cleaned_picture_gives_its_pixels() -> None:
    image = grey(clean(encoded(scene(1), "PNG")))
    assert image.shape == (360, 480)
    assert int(np.abs(image.astype(int) - pixels(scene(1))).mean()) < 4


@pytest.mark.parametrize(("width", "height"), [(40, 40), (2048, 1000), (300, 3000)])
def test_a_size_keeps_the_proportions(width: int, height: int) -> None:
    light = of_area(pixels(scene(1, width, height)), 100)
    assert light.size == pytest.approx(10_000, rel=0.03)
    assert light.shape[1] / light.shape[0] == pytest.approx(width / height, rel=0.06)
