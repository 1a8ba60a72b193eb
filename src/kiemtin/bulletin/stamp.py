"""A false picture with its verdict stamped across it, so that no cropped piece is without it."""

import io
import warnings

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from kiemtin.bulletin.canvas import font
from kiemtin.bulletin.paper import HEAVY, SHEET
from kiemtin.bulletin.refusal import ContentRefused

MOST_PIXELS = 50_000_000
"""A picture that kiemtin.media.picture let through is far smaller."""

TILT = 14
"""Degrees: enough to be no part of the picture, little enough to be read."""

_SMALL, _GAP = 0.34, 2.2


def opened(data: bytes) -> Image.Image:
    """Return the picture upright, in RGB on white. Raises ContentRefused (picture)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise ContentRefused("picture")
                upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning) as error:
        raise ContentRefused("picture") from error
    ground = Image.new("RGBA", upright.size, SHEET)
    return Image.alpha_composite(ground, upright).convert("RGB")


def stamp(size: tuple[int, int], word: str, ink: str) -> Image.Image:
    """Return what is laid over a picture of this size: the word on a bar from edge to edge, and
    small all over."""
    return _rotated(_rows(size, word, ink), size)


def stamped(picture: Image.Image, layer: Image.Image) -> Image.Image:
    """Return the picture paler, under its stamp."""
    paler = Image.blend(picture, Image.new("RGB", picture.size, "#9a9a9a"), 0.18)
    paler.paste(layer, (0, 0), layer)
    return paler


def _rows(size: tuple[int, int], word: str, ink: str) -> Image.Image:
    """The bar through the middle and rows of small words above and below, before turning."""
    side = size[0] + size[1]
    layer = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(layer)
    large = _size(word, size)
    middle, bar = side / 2, large * 0.68
    draw.rectangle((0, middle - bar, side, middle + bar), fill=ink)
    _row(draw, (middle, middle), word, large, ink)
    small = large * _SMALL
    row = middle - bar - small
    while row > -small:
        for y in (row, side - row):
            _repeated(draw, y, word, small, ink)
        row -= small * 2.8
    return layer


def _row(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], word: str, size: float, ink: str
) -> None:
    draw.text(
        at,
        word,
        font=font(HEAVY, size),
        fill=SHEET,
        anchor="mm",
        stroke_width=max(1, round(size / 20)),
        stroke_fill=ink,
    )


def _repeated(draw: ImageDraw.ImageDraw, y: float, word: str, size: float, ink: str) -> None:
    wide = draw.im.size[0]
    step = font(HEAVY, size).getlength(word) + size * _GAP
    shift = step / 2 if round(y / size) % 2 else 0.0
    x = shift
    while x < wide + step:
        _row(draw, (x, y), word, size, ink)
        x += step


def _size(word: str, size: tuple[int, int]) -> float:
    """As large as the picture's width and a quarter of its height allow."""
    wide = font(HEAVY, 100).getlength(word) / 100
    return max(40.0, min(size[0] * 0.86 / wide, size[1] * 0.26))


def _rotated(layer: Image.Image, size: tuple[int, int]) -> Image.Image:
    turned = layer.rotate(TILT, resample=Image.Resampling.BICUBIC)
    left, top = (turned.width - size[0]) // 2, (turned.height - size[1]) // 2
    return turned.crop((left, top, left + size[0], top + size[1]))
