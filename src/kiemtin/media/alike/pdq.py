"""PDQ and pHash of grey pixels: 256 and 64 bits of the lowest frequencies, and PDQ's quality.

PDQ after "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (Facebook,
2019): two passes of a box filter, 64 × 64 samples, a 16 × 16 cosine transform without its constant
terms, each bit above the median. pHash after Zauner (2010) as commonly built: 32 × 32 pixels, the
lowest 8 × 8 of the cosine transform against their median.
"""

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike.pixels import Grey, Light, resized

SIDE, LOW = 64, 16
LARGEST = 512
"""Longer pictures are first brought to this side, as the reference program does."""
CLOSE = 31
"""Bits of 256 up to which PDQ's authors call two pictures alike."""
GOOD = 50
"""Quality (0–100) from which PDQ's authors trust the hash."""
PHASH_SIDE, PHASH_LOW = 32, 8


def _cosines(size: int, rows: range) -> NDArray[np.float32]:
    places = 2 * np.arange(size) + 1
    table = np.cos(np.pi / 2 / size * np.outer(np.asarray(rows), places))
    return np.asarray(np.sqrt(2 / size) * table, dtype=np.float32)


_PDQ = _cosines(SIDE, range(1, LOW + 1))
_PHASH = _cosines(PHASH_SIDE, range(PHASH_LOW))


def pdq(pixels: Grey) -> tuple[NDArray[np.bool_], int]:
    """Return the 16 × 16 bits (vertical by horizontal frequency) and the quality, 0 to 100."""
    height, width = pixels.shape
    light = pixels.astype(np.float32)
    if max(height, width) > LARGEST:
        scale = LARGEST / max(height, width)
        light = resized(pixels, max(1, round(width * scale)), max(1, round(height * scale)))
    small = _sampled(_sampled(light).T).T
    low = _PDQ @ small @ _PDQ.T
    return low > np.median(low), _quality(small)


def mirrored_pdq(bits: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the bits of the mirror image (left and right changed).

    Odd horizontal frequencies change their sign; their coefficients lie about as often above the
    median as below, so changing the bit stands for changing the sign.
    """
    turned = bits.copy()
    turned[:, 0::2] ^= True
    return turned


def phash(pixels: Grey) -> NDArray[np.bool_]:
    """Return the 8 × 8 bits (vertical by horizontal frequency)."""
    low = _PHASH @ resized(pixels, PHASH_SIDE, PHASH_SIDE) @ _PHASH.T
    return low > np.median(low)


def _sampled(light: Light) -> Light:
    """Blur down the rows twice, then take 64 of them."""
    rows = len(light)
    window = -(-rows // (2 * SIDE))
    picked = ((np.arange(SIDE) + 0.5) * rows / SIDE).astype(int)
    return np.asarray(_box(_box(light, window), window)[picked])


def _box(light: Light, window: int) -> Light:
    """Return running means down the rows; at the ends, of as much of the window as there is."""
    rows = len(light)
    before = (window + 2) // 2 - 1
    at = np.arange(rows)
    first, last = np.maximum(at - window + 1 + before, 0), np.minimum(at + before + 1, rows)
    sums = np.zeros((rows + 1, light.shape[1]), dtype=np.float64)
    np.cumsum(light, axis=0, out=sums[1:])
    return np.asarray((sums[last] - sums[first]) / (last - first)[:, None], dtype=np.float32)


def _quality(small: Light) -> int:
    steps = sum(
        int(np.abs(np.trunc(np.diff(small, axis=axis) * 100 / 255)).sum()) for axis in (0, 1)
    )
    return min(steps // 90, 100)
