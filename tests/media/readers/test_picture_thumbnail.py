"""A thumbnail is compared by what it shows, not by its size or its bars."""

import pytest
from PIL import Image

from kiemtin.media.readers.picture_thumbnail import differs
from tests.media.inside.test_pictures import shot
from tests.media.pictures import encoded


@pytest.mark.parametrize("quality", [20, 60, 95])
def test_the_same_scene_is_the_same_however_pressed(quality: int) -> None:
    small = shot().resize((160, 120))
    assert not differs(shot(), encoded(small, "JPEG", quality=quality))


def test_another_scene_is_another() -> None:
    assert differs(shot(), encoded(shot().rotate(180).resize((160, 120)), "JPEG"))


def test_one_colour_shows_nothing() -> None:
    assert not differs(shot(), encoded(Image.new("RGB", (160, 120), "grey"), "JPEG"))
