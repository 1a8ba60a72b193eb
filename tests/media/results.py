"""What came of a picture: opened again, one colour of it, or the reason it was refused."""

from io import BytesIO

import pytest
from PIL import Image

from kiemtin.media.picture import LIMITS, Limits, Picture, PictureRefused, clean


def reason(data: bytes, limits: Limits = LIMITS) -> str:
    """The code with which the picture is refused."""
    with pytest.raises(PictureRefused) as caught:
        clean(data, limits)
    return caught.value.code


def opened(picture: Picture) -> Image.Image:
    """The picture that came out, decoded."""
    image = Image.open(BytesIO(picture.data))
    image.load()
    return image


def colour(image: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    """Red, green and blue at a place, each 0 to 255."""
    red, green, blue = image.convert("RGB").crop((*place, place[0] + 1, place[1] + 1)).tobytes()
    return red, green, blue
