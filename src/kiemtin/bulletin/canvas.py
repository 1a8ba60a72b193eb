"""A picture on which words and shapes are drawn in pixels, saved as a small PNG without a date."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from kiemtin.bulletin.fitting import Placed
from kiemtin.bulletin.paper import SHEET, font_file
from kiemtin.bulletin.shapes import BOX, SHAPES

_FINE = 4
"""Shapes are drawn this much larger and reduced: smooth edges."""


class Canvas:
    """A white picture; places count from the upper left."""

    def __init__(self, wide: int, high: int) -> None:
        self.image = Image.new("RGB", (wide, high), SHEET)
        self._draw = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, wide: float, high: float, ink: str) -> None:
        """Fill a rectangle."""
        self._draw.rectangle((x, y, x + wide - 1, y + high - 1), fill=ink)

    def line(
        self, text: str, place: tuple[float, float], weight: int, size: float, ink: str
    ) -> None:
        """Write a text from the place on, whose y is the baseline."""
        self._draw.text(place, text, font=font(weight, size), fill=ink, anchor="ls")

    def texts(self, x: float, y: float, placed: list[Placed]) -> None:
        """Write fitted texts into the frame whose upper left corner is at x, y."""
        for one in placed:
            for at, line in enumerate(one.lines):
                base = y + one.baseline(at)
                self.line(line, (x, base), one.text.weight, one.size, one.text.ink)

    def shape(self, name: str, x: float, y: float, side: float, ink: str) -> None:
        """Draw the shape of a verdict into a square."""
        shape, large = SHAPES[name], round(side * _FINE)
        scale, mask = large / BOX, Image.new("L", (large, large))
        draw = ImageDraw.Draw(mask)
        thick = shape.weight * scale
        for line in shape.lines:
            points = [(left * scale, down * scale) for left, down in line]
            draw.line(points, fill=255, width=round(thick), joint="curve")
            for left, down in (points[0], points[-1]):
                draw.circle((left, down), thick / 2, fill=255)
        for area in shape.areas:
            draw.polygon([(left * scale, down * scale) for left, down in area], fill=255)
        small = mask.resize((round(side), round(side)), Image.Resampling.LANCZOS)
        self.image.paste(ink, (round(x), round(y)), small)


@lru_cache(maxsize=64)
def font(weight: int, size: float) -> ImageFont.FreeTypeFont:
    """Return a font whose letters are placed one by one, the same wherever it runs."""
    return ImageFont.truetype(font_file(weight), size, layout_engine=ImageFont.Layout.BASIC)


def png(image: Image.Image, colours: int, *, many: bool = False) -> bytes:
    """Return the picture as PNG with at most so many colours; `many`: it has many to begin with,
    of which the nearest are chosen by a coarser, far quicker way."""
    how = Image.Quantize.FASTOCTREE if many else Image.Quantize.MEDIANCUT
    file = io.BytesIO()
    few = image.quantize(colours, how, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=9)
    return file.getvalue()
