"""The 8 × 8 blocks that a JPEG is made of: their cosine transform, and how hard they were pressed.

Orthonormal DCT-II of the luminance less 128, as in ITU-T T.81, A.3.3.
"""

import numpy as np
from numpy.typing import NDArray

Light = NDArray[np.float32]
Counts = NDArray[np.int32]

SIDE = 8
MODES = ((0, 1), (1, 0), (2, 0), (1, 1), (0, 2), (0, 3), (1, 2), (2, 1), (3, 0))
"""The first nine alternating waves in the order of T.81, figure 5: row and column."""

STANDARD: Counts = np.array(
    [
        (16, 11, 10, 16, 24, 40, 51, 61),
        (12, 12, 14, 19, 26, 58, 60, 55),
        (14, 13, 16, 24, 40, 57, 69, 56),
        (14, 17, 22, 29, 51, 87, 80, 62),
        (18, 22, 37, 56, 68, 109, 103, 77),
        (24, 35, 55, 64, 81, 104, 113, 92),
        (49, 64, 78, 87, 103, 121, 120, 101),
        (72, 92, 95, 98, 112, 100, 103, 99),
    ],
    dtype=np.int32,
)
"""Steps of the luminance at quality 50: T.81, table K.1."""


def _cosines() -> Light:
    at = np.arange(SIDE)
    waves = np.cos(np.pi / (2 * SIDE) * np.outer(at, 2 * at + 1)) / 2
    waves[0] /= np.sqrt(2)
    return np.asarray(waves, dtype=np.float32)


COSINES = _cosines()


def transformed(light: Light) -> Light:
    """Return (rows, columns, 8, 8): the waves of each whole block from the upper left corner."""
    rows, columns = (side // SIDE for side in light.shape)
    cut = light[: rows * SIDE, : columns * SIDE].reshape(rows, SIDE, columns, SIDE)
    return np.asarray(COSINES @ cut.swapaxes(1, 2) @ COSINES.T, dtype=np.float32)


def standard(quality: int) -> Counts:
    """Return the steps (8, 8) that the library of the Independent JPEG Group uses at a quality of
    1 to 100 (jcparam.c, jpeg_quality_scaling)."""
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return np.asarray(((STANDARD * scale + 50) // 100).clip(1, 255), dtype=np.int32)


def quality_of(steps: Counts) -> tuple[int, bool]:
    """Return the quality, 1 to 100, whose steps are the nearest, and whether they are the same."""
    misses = [int(np.abs(standard(quality) - steps).sum()) for quality in range(1, 101)]
    best = int(np.argmin(misses))
    return best + 1, misses[best] == 0
