"""Reads from the bytes of a JPEG, PNG or WebP how it was pressed, and where differently; run only
in a process apart. Places are those of the picture seen upright.
"""

from io import BytesIO

import numpy as np
from PIL import Image

from kiemtin.media.apart.refused import Refused
from kiemtin.media.decode import orientation, webp_canvas
from kiemtin.media.forensics.areas import Mask, areas
from kiemtin.media.forensics.blocks import Counts, Light, quality_of
from kiemtin.media.forensics.grid import SCATTERED, grids
from kiemtin.media.forensics.hint import Box
from kiemtin.media.forensics.twice import CELL, SURE, twice
from kiemtin.media.magic import kind_of

MOST = 52_000_000
"""Pixels of the largest picture taken, as `kiemtin.media.sandbox.Limits` has it."""
LOOKED_AT = 2048
"""Pixels of a side of the middle of a larger picture that is looked at; a multiple of a cell."""
SMALLEST = 64
"""Pixels of the shorter side below which nothing is told."""
LEAST = 4
"""Cells of the smallest area that is told."""
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def warm() -> None:
    """Read a picture of our own, which loads what numpy and Pillow load late."""
    Image.init()
    noise = np.random.default_rng(1).integers(0, 255, (SMALLEST, SMALLEST), dtype=np.uint8)
    first, second = BytesIO(), BytesIO()
    Image.fromarray(noise).convert("RGB").save(first, "JPEG", quality=50)
    with Image.open(first) as image:
        image.save(second, "JPEG", quality=90)
    read(second.getvalue(), {})


def read(data: bytes, settings: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Return width, height (upright), `kind`, and where they are told: `quality` with `exact`,
    `first_quality` with `once` (boxes), `grid` with `other_grids` (boxes). No settings, no body."""
    kind = kind_of(data) or ""
    if kind not in _FORMATS:
        raise Refused("broken")
    canvas = webp_canvas(data) if kind == "webp" else None
    if canvas and canvas[0] * canvas[1] > MOST:
        raise Refused("too_heavy")
    with Image.open(BytesIO(data), formats=(_FORMATS[kind],)) as image:
        if image.width * image.height > MOST:
            raise Refused("too_heavy")
        turn = orientation(image)
        upright = image.size if turn < 5 else image.size[::-1]
        facts: dict[str, object] = {"kind": kind, "width": upright[0], "height": upright[1]}
        if min(image.size) >= SMALLEST:
            facts |= _told(image, kind, turn)
    return facts, b""


def _told(image: Image.Image, kind: str, turn: int) -> dict[str, object]:
    size = image.size
    told: dict[str, object] = {}
    steps = _steps(image) if kind == "jpeg" else None
    light, cut, start = _light(image)
    if steps is not None:
        told["quality"], told["exact"] = quality_of(steps)
        if found := twice(light - 128, steps, cut):
            boxes = [one.box(8 * CELL) for one in areas(found.scores < -SURE, LEAST)]
            boxes = boxes if len(boxes) <= SCATTERED else []
            told["first_quality"] = found.quality
            told["once"] = [turned(_moved(box, start), size, turn) for box in boxes]
    seen = grids(light)
    told["grid"] = seen.main
    told["other_grids"] = [turned(_moved(box, start), size, turn) for box in seen.others]
    return told


def _moved(box: Box, start: tuple[int, int]) -> Box:
    across, down = start
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _steps(image: Image.Image) -> Counts | None:
    """Return the steps of the luminance; None where the JPEG has no luminance (CMYK)."""
    tables = getattr(image, "quantization", {})
    if image.mode not in ("RGB", "L") or len(tables.get(0, ())) != 64:
        return None
    return np.array(tables[0], dtype=np.int32).reshape(8, 8).clip(1)


def _light(image: Image.Image) -> tuple[Light, Mask, tuple[int, int]]:
    """Return the luminance, as stored where that can be had, where a colour is cut off, and the
    place (x, y) in the picture at which both begin."""
    if image.format == "JPEG":
        image.draft("YCbCr" if image.mode == "RGB" else "L", image.size)
    left, top = (max(0, side - LOOKED_AT) // 16 * 8 for side in image.size)
    right, bottom = min(left + LOOKED_AT, image.width), min(top + LOOKED_AT, image.height)
    part = image.crop((left, top, right, bottom))
    seen = np.asarray(part.convert("RGB"))
    cut = (seen.max(axis=2) >= 254) | (seen.min(axis=2) <= 1)
    first = part.getchannel(0) if part.mode == "YCbCr" else part.convert("RGB").convert("L")
    return np.asarray(first, dtype=np.float32), cut, (left, top)


def turned(box: Box, size: tuple[int, int], turn: int) -> list[int]:
    """Return the box in the upright picture (EXIF 2.3, 4.6.4 A)."""
    width, height = size
    left, right = min(box.left, width), min(box.right, width)
    top, bottom = min(box.top, height), min(box.bottom, height)
    if turn in (2, 3, 7, 8):
        left, right = width - right, width - left
    if turn in (3, 4, 6, 7):
        top, bottom = height - bottom, height - top
    return [left, top, right, bottom] if turn < 5 else [top, left, bottom, right]
