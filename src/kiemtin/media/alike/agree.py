"""How much of two pictures is the same, block by block, once one has been laid over the other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kiemtin.media.alike.fingerprint import Fingerprint
from kiemtin.media.alike.pixels import Grey, Light
from kiemtin.media.alike.place import Placing, Table, sides

BLOCK = 8
"""Pixels of a block's side, on the small copies."""
FLAT = 3.0
"""Root mean square of the detail (0–255) below which a block shows nothing."""
SAME = 0.85
"""Correlation from which the detail of a block is the same."""
DARK, BRIGHT = 12, 243
"""Brightness between which two pictures say how much brighter one is."""


@dataclass(frozen=True)
class Agreement:
    """`same`: share of the detailed blocks that agree, by their number; `blocks`: that number;
    `first` and `second`: share of each picture's area that lies in the other."""

    same: float
    blocks: int
    first: float
    second: float


def agreement(first: Fingerprint, second: Fingerprint, placing: Placing) -> Agreement:
    """Return how far the pictures agree where `placing` lays the first on the second."""
    matrix, size = placing.matrix, np.sqrt(abs(np.linalg.det(placing.matrix[:, :2])))
    if size > 1:
        there, here, covered = _overlaid(second, first, _inverse(matrix), 1 / size)
        return _compared(there, here, covered, 1 / size, turned=True)
    here, there, covered = _overlaid(first, second, matrix, size)
    return _compared(here, there, covered, float(size), turned=False)


def _inverse(matrix: Table) -> Table:
    linear = np.linalg.inv(matrix[:, :2])
    return np.concatenate([linear, -(linear @ matrix[:, 2])[:, None]], axis=1)


def _overlaid(
    fine: Fingerprint, coarse: Fingerprint, matrix: Table, size: float
) -> tuple[Grey, Grey, Grey]:
    """Return both on the grid of the coarse one, and where the fine one covers it (255, else 0).

    `matrix` takes the fine one, which is shown `size` ≤ 1 times as large, to the coarse one.
    """
    rows, columns = coarse.small.shape
    height, width = (max(4, round(side * size)) for side in fine.small.shape)
    shrunk = Image.fromarray(fine.small).resize((width, height), Image.Resampling.BILINEAR)
    back = _inverse(matrix)
    scale = np.array([width, height]) / sides(fine)
    step = sides(coarse) / (columns, rows)
    linear = scale[:, None] * back[:, :2] * step
    across, down = np.concatenate([linear, (scale * back[:, 2])[:, None]], axis=1).tolist()
    whole = Image.new("L", shrunk.size, 255)
    laid, covered = (
        one.transform((columns, rows), Image.Transform.AFFINE, (*across, *down), resample=how)
        for one, how in (
            (shrunk, Image.Resampling.BILINEAR),
            (whole, Image.Resampling.NEAREST),
        )
    )
    return np.asarray(laid), coarse.small, np.asarray(covered)


def _compared(
    fine: Grey,
    coarse: Grey,
    cover: Grey,
    size: float,
    *,
    turned: bool,
) -> Agreement:
    covered = cover > 0
    in_coarse = float(covered.mean())
    in_fine = min(1.0, in_coarse / max(size * size, 1e-9))
    shares = (in_coarse, in_fine) if turned else (in_fine, in_coarse)
    around = np.maximum(_blurred(cover), 1) / np.float32(255)
    one, two = (
        np.asarray((light - _blurred(light * covered) / around) * covered, dtype=np.float32)
        for light in _as_bright(fine, coarse, covered)
    )
    full = _blocks(covered.astype(np.float32)) > 0.75 * BLOCK * BLOCK
    powers = _blocks(one * one)[full], _blocks(two * two)[full]
    alike = _blocks(one * two)[full] / np.sqrt(powers[0] * powers[1] + 1e-6)
    shown = np.maximum(*powers) > FLAT * FLAT * BLOCK * BLOCK
    blocks = int(shown.sum())
    return Agreement(float((alike[shown] > SAME).sum() / max(blocks, 1)), blocks, *shares)


def _as_bright(first: Grey, second: Grey, covered: NDArray[np.bool_]) -> tuple[Light, Light]:
    """Return both as bright as the brighter, cut off at white as a brightened picture is."""
    one, two = first.astype(np.float32), second.astype(np.float32)
    middling = covered & (np.minimum(one, two) > DARK) & (np.maximum(one, two) < BRIGHT)
    if middling.sum() < BLOCK * BLOCK:
        return one, two
    gain = float(np.median(one[middling] / two[middling]))
    if gain > 1:
        return one, np.minimum(two * np.float32(gain), 255)
    return np.minimum(one / np.float32(gain), 255), two


def _blurred(light: Grey | Light) -> Light:
    """Return the mean of each pixel's surroundings, as large as a block."""
    image = Image.fromarray(light.astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.BoxBlur(BLOCK // 2)), dtype=np.float32)


def _blocks(light: Light) -> Light:
    """Return the sums of whole blocks."""
    rows, columns = (side // BLOCK for side in light.shape)
    cut = light[: rows * BLOCK, : columns * BLOCK]
    return np.asarray(cut.reshape(rows, BLOCK, columns, BLOCK).sum(axis=(1, 3)))
