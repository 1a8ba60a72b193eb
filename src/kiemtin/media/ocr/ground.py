"""Makes of any ground white and of the letters on it black, whatever colour a bubble or band has.

Tesseract parts a whole picture into black and white by one threshold, and so loses every bubble or
band whose ground and letters lie on one side of it. Here each pixel is compared with the ground
next to it: the lighter or the darker one, whichever a flat part nearby is like.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

POINTS = 360
"""Points that a phone's screen is wide; the lengths below are in points. All were set on the
tuning pictures of benchmarks/phone_pictures.py."""
STROKE = 7.0
"""The thickest stroke of a letter; what is thicker is ground."""
FLAT = 5.0
"""Side of a square in which only ground has one tone: letters stand closer."""
EVEN = 16
"""Tones by which a flat square may differ within itself, as JPEG leaves it."""
NEAR = 24.0
"""Side of the square in which the clearest stroke is made black."""
FAINT = 80
"""Tones by which strokes differ from the ground at least, or stay grey: noise is no letter."""


def levelled(grey: Grey) -> Grey:
    """Return the picture (rows × columns, 0 to 255) as dark letters on white."""
    unit = grey.shape[1] / POINTS
    stroke = odd(STROKE * unit)
    lighter = least(most(grey, stroke), stroke).astype(np.int16)
    darker = most(least(grey, stroke), stroke).astype(np.int16)
    ground = _ground(grey, unit)
    on_light = np.abs(lighter - ground) <= np.abs(ground - darker)
    ink = np.where(on_light, lighter - grey, grey - darker).clip(0, 255).astype(np.uint8)
    clearest = np.maximum(most(ink, odd(NEAR * unit)), FAINT)
    return (255 - np.minimum(255, ink * (255 / clearest))).astype(np.uint8)


def thin(letters: Mask) -> Mask:
    """Return what of these pixels is no part of anything thicker than a stroke."""
    return letters & ~thick(letters)


def thick(mask: Mask) -> Mask:
    """Return what of these pixels is part of something thicker than a stroke."""
    stroke, marked = odd(STROKE * mask.shape[1] / POINTS), mask.astype(np.uint8)
    found: Mask = most(least(marked, stroke), stroke) > 0
    return found


def _ground(grey: Grey, unit: float) -> NDArray[np.int16]:
    """Return for each pixel the tone of the flat part that is nearest, its own where none is."""
    side, step = odd(FLAT * unit), max(1, round(unit))
    thin = np.s_[step // 2 :: step, step // 2 :: step]
    flat = (most(grey, side) - least(grey, side))[thin] <= EVEN
    tones = _spread(grey[thin].copy(), flat)
    wide = np.repeat(np.repeat(tones, step, axis=0), step, axis=1)
    more = [(0, max(0, have - got)) for have, got in zip(grey.shape, wide.shape, strict=True)]
    whole = np.pad(wide, more, mode="edge") if wide.size else grey
    return whole[: grey.shape[0], : grey.shape[1]].astype(np.int16)


def _spread(tones: Grey, known: Mask) -> Grey:
    """Let the known tones grow into the unknown ones, a step a round, until all are known."""
    known = known.copy()
    while not known.all():
        before = np.count_nonzero(known)
        for to, of in _NEIGHBOURS:
            new = known[of] & ~known[to]
            tones[to][new] = tones[of][new]
            known[to] |= new
        if np.count_nonzero(known) == before:
            break
    return tones


_NEIGHBOURS = (
    (np.s_[:, 1:], np.s_[:, :-1]),
    (np.s_[:, :-1], np.s_[:, 1:]),
    (np.s_[1:], np.s_[:-1]),
    (np.s_[:-1], np.s_[1:]),
)


def odd(pixels: float) -> int:
    return max(3, round(pixels)) | 1


def most(grey: Grey, side: int) -> Grey:
    return slid(slid(grey, side, np.maximum).T, side, np.maximum).T


def least(grey: Grey, side: int) -> Grey:
    return slid(slid(grey, side, np.minimum).T, side, np.minimum).T


def slid(grey: Grey, side: int, pick: Callable[[Grey, Grey], Grey]) -> Grey:
    """Return for each pixel what is picked of the `side` pixels around it in its column."""
    got, done = np.pad(grey, ((side // 2, side // 2), (0, 0)), mode="edge"), 1
    while done < side:
        step = min(done, side - done)
        got, done = pick(got[:-step], got[step:]), done + step
    return got
