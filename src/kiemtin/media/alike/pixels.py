"""Grey pixels as the rooms of this folder take them: checked, and brought to a common size."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kiemtin.media.alike.refusal import NotAlikeable
from kiemtin.media.picture import Picture

Grey = NDArray[np.uint8]
Light = NDArray[np.float32]

SHORTEST = 24
"""Pixels of the shorter side below which nothing can be told apart."""
LONGEST = 4096
SLIMMEST = 12
"""A picture more than this many times as long as it is wide is a strip, not a picture."""
PLAIN = 2.0
"""Standard deviation of the brightness (0–255) below which there is nothing to be seen."""


def grey(picture: Picture) -> Grey:
    """Return the brightness of a cleaned picture, rows by columns, 0 (black) to 255.

    Only for what `kiemtin.media.picture.clean` returned: those bytes were written here.
    """
    with Image.open(BytesIO(picture.data), formats=("JPEG", "PNG")) as image:
        return np.asarray(image.convert("L"))


def checked(pixels: Grey) -> Grey:
    """Return the pixels; raises NotAlikeable (shape, small, long, plain)."""
    if pixels.ndim != 2 or pixels.dtype != np.uint8:
        raise NotAlikeable("shape")
    height, width = pixels.shape
    if min(height, width) < SHORTEST:
        raise NotAlikeable("small", {"width": width, "height": height, "least": SHORTEST})
    if max(height, width) > min(LONGEST, SLIMMEST * min(height, width)):
        raise NotAlikeable("long", {"width": width, "height": height})
    if float(pixels.std()) < PLAIN:
        raise NotAlikeable("plain")
    return pixels


def resized(pixels: Grey | Light, width: int, height: int) -> Light:
    """Return the picture in another size, averaged where it shrinks."""
    image = Image.fromarray(np.ascontiguousarray(pixels, dtype=np.float32))
    return np.asarray(image.resize((width, height), Image.Resampling.BILINEAR))


def of_area(pixels: Grey | Light, side: int) -> Light:
    """Return the picture with about `side`² pixels, in its own proportions."""
    height, width = pixels.shape
    scale = side / (width * height) ** 0.5
    return resized(pixels, max(8, round(width * scale)), max(8, round(height * scale)))
