"""Make of a cleaned picture the grey pixels in which Tesseract reads best.

Grounds of every colour are made white first, and small pictures enlarged. Where that shows nothing,
the picture is read as it is. Words over a photo are found by neither: those are lifted off the
photo, by being nearly white.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kiemtin.media.ocr.ground import Mask, levelled, thin
from kiemtin.media.ocr.order import Box
from kiemtin.media.ocr.outlined import outlined
from kiemtin.media.ocr.refusal import TextUnread
from kiemtin.media.ocr.rules import unruled

Tone = TypeVar("Tone", bound=np.generic)

WIDE = 1080
"""Pixels to which narrower pictures are enlarged; set on the tuning pictures."""
ENLARGED = 2.0
"""At most so many times: a stamp of 40 pixels holds no text."""
TILE = 32
LEVELS = 64
TWO_TONED = 0.7
"""Share of a tile that is of its two commonest tones, below which it is part of a photo."""
PHOTO = 0.12
"""Share of the picture that has to be photo before words over it are looked for."""
WHITE = 228
"""Least of the three colours of a letter that was put over a photo."""


@dataclass(frozen=True)
class Page:
    """A picture in colours; `scale` is what it is to be enlarged by; its size before that."""

    image: Image.Image = field(repr=False)
    scale: float
    width: int
    height: int


def open_page(picture: bytes, pixels: int) -> Page:
    """Return a cleaned picture; raises TextUnread (too_large, broken)."""
    try:
        with Image.open(BytesIO(picture), formats=("JPEG", "PNG")) as image:
            fits = image.width * image.height <= pixels
            whole = image.convert("RGB") if fits else None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise TextUnread("broken") from None
    if whole is None:
        raise TextUnread("too_large")
    scale = min(ENLARGED, max(1.0, WIDE / whole.width))
    # Long strips would otherwise grow to more pixels than a cleaned picture may have.
    scale = max(1.0, min(scale, (pixels / (whole.width * whole.height)) ** 0.5))
    return Page(whole, scale, whole.width, whole.height)


def first_look(page: Page) -> bytes:
    """Return, as PGM, the picture with its grounds made white."""
    return _pgm(Image.fromarray(unruled(levelled(np.asarray(page.image.convert("L"))))), page.scale)


def second_look(page: Page, found: Iterable[Box]) -> bytes | None:
    """Return, as PGM, what is to be read once more after lines were found in these places; None
    where nothing more is to be expected."""
    boxes = list(found)
    if (over := captions(page, boxes)) is not None:
        return over
    return None if boxes else _pgm(page.image.convert("L"), page.scale)


def captions(page: Page, found: Iterable[Box] = ()) -> bytes | None:
    """Return, as PGM, what is nearly white in and next to photos or has a dark edge, in black; None
    without photos. Where lines were found is no photo."""
    colours, grey = np.asarray(page.image), np.asarray(page.image.convert("L"))
    photo = photo_tiles(grey)
    if photo.size == 0:
        return None
    read = np.zeros_like(photo)
    for left, top, right, bottom in found:
        read[top // TILE : bottom // TILE + 1, left // TILE : right // TILE + 1] = True
    if (photo & ~read).mean() < PHOTO:
        return None
    near = np.asarray(Image.fromarray(photo).convert("L").filter(ImageFilter.MaxFilter(7))) > 0
    inside = np.kron(near & ~read, np.ones((TILE, TILE), dtype=np.bool_))
    letters = np.zeros(grey.shape, dtype=np.bool_)
    light = thin(colours.min(axis=2) >= WHITE) | outlined(colours)
    rows, columns = inside.shape
    letters[:rows, :columns] = light[:rows, :columns] & inside
    if not letters.any():
        return None
    return _pgm(Image.fromarray(np.where(letters, 0, 255).astype(np.uint8)), page.scale)


def photo_tiles(grey: NDArray[np.uint8]) -> Mask:
    """Return for each whole tile of the picture whether it is part of a photo."""
    rows, columns = grey.shape[0] // TILE, grey.shape[1] // TILE
    tones = _tiled(grey >> 2, rows, columns).transpose(0, 2, 1, 3).reshape(rows * columns, -1)
    at = np.arange(len(tones))[:, None] * LEVELS + tones.astype(np.intp)
    count = np.bincount(at.ravel(), minlength=len(tones) * LEVELS).reshape(-1, LEVELS)
    near = count.copy()
    near[:, 1:] += count[:, :-1]
    near[:, :-1] += count[:, 1:]
    first = near.argmax(axis=1) if len(near) else np.zeros(0, dtype=np.intp)
    share = near.max(axis=1, initial=0)
    near[np.abs(np.arange(LEVELS) - first[:, None]) <= 2] = 0
    share = (share + near.max(axis=1, initial=0)) / (TILE * TILE)
    return _closed((share < TWO_TONED).reshape(rows, columns)).copy()


def _tiled(pixels: NDArray[Tone], rows: int, columns: int) -> NDArray[Tone]:
    return pixels[: rows * TILE, : columns * TILE].reshape(rows, TILE, columns, TILE)


def _closed(tiles: Mask) -> Mask:
    """Fill what is nearly surrounded, then drop what stands alone."""
    if tiles.size == 0:
        return tiles
    image = Image.fromarray(tiles.astype(np.uint8) * 255)
    for size, grow in ((5, True), (7, False), (5, True)):
        near = ImageFilter.MaxFilter(size) if grow else ImageFilter.MinFilter(size)
        image = image.filter(near)
    return np.asarray(image) > 0


def _pgm(grey: Image.Image, scale: float) -> bytes:
    if scale > 1:
        size = round(grey.width * scale), round(grey.height * scale)
        grey = grey.resize(size, Image.Resampling.BICUBIC)
    out = BytesIO()
    grey.save(out, "PPM")
    return out.getvalue()
