"""Two pressings are told from one by the first steps, which are named."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from kiemtin.media.forensics.blocks import standard
from kiemtin.media.forensics.twice import SURE, Twice, twice
from tests.media.forensics.pictures import jpeg, opened, photo


def _twice(image: Image.Image, quality: int) -> Twice | None:
    with Image.open(BytesIO(jpeg(image, quality))) as pressed:
        pressed.draft("YCbCr", pressed.size)
        light = np.asarray(pressed)[..., 0].astype(np.float32) - 128
    return twice(light, standard(quality), np.zeros(light.shape, dtype=np.bool_))


@pytest.mark.parametrize(("first", "last"), [(50, 75), (60, 90), (70, 92)])
def test_the_first_quality_is_named(first: int, last: int) -> None:
    found = _twice(opened(jpeg(photo(1), first)), last)
    assert found is not None
    assert abs(found.quality - first) <= 4
    assert (found.scores > -SURE).all()


@pytest.mark.parametrize("quality", [50, 75, 92])
def test_one_pressing_is_one(quality: int) -> None:
    assert _twice(photo(2), quality) is None


def test_a_softer_first_pressing_is_not_told() -> None:
    assert _twice(opened(jpeg(photo(1), 95)), 60) is None
