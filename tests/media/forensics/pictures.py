"""Pictures for the tests of hints: grain everywhere, as in photos, so that there is something to
press and to copy."""

from io import BytesIO

import numpy as np
from PIL import Image

from kiemtin.media.forensics import Box


def photo(seed: int, width: int = 512, height: int = 384) -> Image.Image:
    """Return light and shade of several sizes with fine grain; no black, no white."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width), dtype=np.float32)
    for cells in (4, 12, 40, 120):
        grid = rng.normal(size=(cells, cells * width // height)).astype(np.float32)
        layer = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
        total += np.asarray(layer) * 22
    light = (128 + total + rng.normal(0, 3, total.shape)).clip(20, 235).astype(np.uint8)
    return Image.fromarray(light).convert("RGB")


def jpeg(image: Image.Image, quality: int, **more: object) -> bytes:
    """Return the picture as JPEG."""
    file = BytesIO()
    image.save(file, "JPEG", quality=quality, **more)
    return file.getvalue()


def png(image: Image.Image) -> bytes:
    """Return the picture as PNG."""
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture in a file."""
    return Image.open(BytesIO(data)).convert("RGB")


def near(one: Box, other: Box, most: int = 40) -> bool:
    """Say whether two boxes lie on each other up to `most` pixels a side."""
    return all(abs(here - there) <= most for here, there in zip(one, other, strict=True))
