"""Lifts letters with a dark edge off a photo, whatever their colour, by their shapes alone.

A letter drawn with an edge is a bright shape, thin everywhere, with dark all around it. What shows
through between two such letters is so too, but it has the photo's colours and not those of the
other letters.
"""

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.ocr.ground import POINTS, Grey, Mask, least, most, odd, thick
from kiemtin.media.ocr.shapes import Numbers, Shapes, shapes

BRIGHT, DARK = 110, 70
"""The strongest of the three colours of a letter at least, of its edge at most. These and what
follows were set on the tuning pictures."""
TALL, WIDE, SMALL = 60.0, 120.0, 1.2
"""Points of a letter's height and breadth at most; side of the smallest mark, a dot."""
ROUND = 0.75
"""Share of the pixels next to a letter that are beside something dark."""
CELL, MUCH, NEAR = 64, 0.06, 90
"""Tones of each colour in one cell of colours, the share of all letters in a cell that is a colour
of letters, and the tones by which a small mark of that colour differs, which JPEG dyes."""


def outlined(colours: NDArray[np.uint8]) -> Mask:
    """Return where letters with a dark edge are in a picture (rows × columns × 3)."""
    unit = colours.shape[1] / POINTS
    strongest: Grey = colours.max(axis=2)
    found = shapes(strongest >= BRIGHT)
    letter = _of_a_size(found, unit)
    letter &= ~_any(found, thick(_where(found, letter)))
    letter &= _edged(found, letter, strongest, unit)
    letter &= _of_few_colours(found, letter, colours)
    return _where(found, letter)


def _of_a_size(found: Shapes, unit: float) -> Mask:
    fits = (found.bottom - found.top <= TALL * unit) & (found.right - found.left <= WIDE * unit)
    sized: Mask = fits & (found.pixels >= (SMALL * unit) ** 2)
    return sized


def _edged(found: Shapes, letter: Mask, strongest: Grey, unit: float) -> Mask:
    """Return of each shape whether it has dark all around it."""
    numbered = np.where(_where(found, letter), found.of + 1, 0)
    beside = np.where(found.of < 0, most(numbered, 3), 0)
    at = beside > 0
    dark = least(strongest, odd(unit))[at] <= DARK
    around = np.bincount(beside[at], minlength=len(letter) + 1)[1:]
    darkened = np.bincount(beside[at], weights=dark, minlength=len(letter) + 1)[1:]
    held: Mask = darkened >= ROUND * np.maximum(around, 1)
    return held


def _of_few_colours(found: Shapes, letter: Mask, colours: NDArray[np.uint8]) -> Mask:
    """Return of each shape whether its colour is about one that many letters have."""
    mask = _where(found, letter)
    sums = [
        np.bincount(found.of[mask], weights=colours[..., one][mask], minlength=len(letter))
        for one in range(3)
    ]
    means = np.stack(sums, axis=1) / np.maximum(found.pixels, 1)[:, None]
    common = _commonest(means[letter], found.pixels[letter])
    apart = np.abs(means[:, None] - common[None]).max(axis=2)
    near: Mask = (apart <= NEAR).any(axis=1)
    return near


def _commonest(means: NDArray[np.float64], pixels: Numbers) -> NDArray[np.float64]:
    """Return the colours (rows of three) that many of these pixels have."""
    cells = (means // CELL).astype(np.intp) @ np.array([64, 8, 1])
    count = np.bincount(cells, weights=pixels, minlength=512)
    many = np.flatnonzero((count > 0) & (count >= MUCH * pixels.sum()))
    sums = [np.bincount(cells, weights=pixels * means[:, one], minlength=512) for one in range(3)]
    return np.stack(sums, axis=1)[many] / count[many, None]


def _where(found: Shapes, chosen: Mask) -> Mask:
    """Return the pixels of the chosen shapes."""
    return np.append(chosen, False)[found.of]


def _any(found: Shapes, mask: Mask) -> Mask:
    """Return of each shape whether a pixel of it is in the mask."""
    touched = np.zeros(len(found.pixels), dtype=np.bool_)
    touched[found.of[mask & (found.of >= 0)]] = True
    return touched
