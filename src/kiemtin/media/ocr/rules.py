"""Takes the rules of tables and the lines under headings away, which are read as letters else."""

import numpy as np

from kiemtin.media.ocr.ground import POINTS, Grey, Mask, odd, slid

SIZES = ((48.0, 3.0), (26.0, 1.6))
"""Points that a rule is long at least and thick at most: no letter has such a stroke. Set on the
tuning pictures of benchmarks/phone_pictures.py, as is the next."""
INK = 55
"""Tones by which a rule is darker than the white that its ground was made."""


def unruled(page: Grey) -> Grey:
    """Return a page of dark letters on white (rows × columns) without long thin straight lines."""
    unit = page.shape[1] / POINTS
    inked = page <= 255 - INK
    ruled = np.zeros_like(inked)
    for long, thin in SIZES:
        ruled |= _upright(inked, odd(long * unit), odd(thin * unit))
        ruled |= _upright(inked.T, odd(long * unit), odd(thin * unit)).T
    return np.where(ruled, np.uint8(255), page) if ruled.any() else page


def _upright(inked: Mask, long: int, thin: int) -> Mask:
    """Return where upright lines are, with the blur at their sides; sizes in pixels."""
    upright = _opened(inked, long)
    if not upright.any():
        return upright
    lone: Mask = upright & ~_opened(upright.T, thin + 2).T
    wide = np.pad(lone, ((0, 0), (1, 1)))
    return wide[:, :-2] | wide[:, 1:-1] | wide[:, 2:]


def _opened(mask: Mask, side: int) -> Mask:
    """Return what is at least so many pixels high."""
    least = slid(mask.astype(np.uint8), side, np.minimum)
    return slid(least, side, np.maximum) > 0
