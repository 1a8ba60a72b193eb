"""Whether the thumbnail that a camera put into the file still shows the picture."""

from io import BytesIO

import numpy as np
from PIL import Image

SIDE = 32
ALIKE = 0.9
"""Correlation of brightness below which two are called different: the same scene, pressed and made
small, stays above .97; a crop by a fifth or a face replaced falls below."""

MAX_PIXELS = 1_000_000


def differs(image: Image.Image, thumbnail: bytes) -> bool:
    """Tell whether the thumbnail (JPEG) shows another picture; False where there is nothing to
    compare: both are of one colour, or it cannot be read."""
    small = Image.open(BytesIO(thumbnail), formats=("JPEG",))
    if small.width * small.height > MAX_PIXELS:
        return False
    held = small.convert("L")
    candidates = [_grid(held)]
    if bare := _without_bars(held, image.width / image.height):
        candidates.append(_grid(bare))
    shown = _grid(image.convert("L"))
    if min(float(one.std()) for one in (shown, *candidates)) < 2:
        return False
    return max(float(np.corrcoef(shown.ravel(), one.ravel())[0, 1]) for one in candidates) < ALIKE


def _grid(image: Image.Image) -> np.ndarray:
    small = image.resize((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float64)


def _without_bars(small: Image.Image, shape: float) -> Image.Image | None:
    """Cameras fill a thumbnail of 160 × 120 with black bars where the picture has another shape."""
    width, height = small.size
    if width / height > shape:
        keep = round(height * shape)
        box = ((width - keep) // 2, 0, (width + keep) // 2, height)
    else:
        keep = round(width / shape)
        box = (0, (height - keep) // 2, width, (height + keep) // 2)
    return small.crop(box) if keep >= 8 else None
