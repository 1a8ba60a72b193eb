"""The stamp over a false picture."""

import io

import pytest
from PIL import Image

from kiemtin.bulletin import stamp as module
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.stamp import opened, stamp, stamped


def encoded(picture: Image.Image, form: str = "PNG") -> bytes:
    file = io.BytesIO()
    picture.save(file, form)
    return file.getvalue()


def test_what_shines_through_a_picture_is_white() -> None:
    picture = opened(encoded(Image.new("RGBA", (4, 4), (10, 10, 10, 0))))
    assert picture.getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_PIXELS", 99)
    with pytest.raises(ContentRefused):
        opened(encoded(Image.new("RGB", (10, 10))))


@pytest.mark.parametrize("size", [(1, 1), (1080, 1), (3, 640), (400, 400)])
def test_pictures_of_any_shape_are_stamped(size: tuple[int, int]) -> None:
    layer = stamp(size, "CHƯA ĐỦ CĂN CỨ", "#444e5e")
    assert stamped(Image.new("RGB", size), layer).size == size


def test_the_middle_is_the_bar() -> None:
    shown = stamped(Image.new("RGB", (400, 300)), stamp((400, 300), "SAI", "#8f0010"))
    assert shown.getpixel((20, 220)) == (0x8F, 0, 0x10)
