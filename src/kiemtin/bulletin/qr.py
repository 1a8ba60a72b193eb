"""A QR code as squares, for paper: the same size of square wherever a bulletin is printed."""

from collections.abc import Iterator

import segno

MODULE_MM = 0.42
"""The side of a square on paper: what a common phone reads from a common printer, and a little."""

QUIET = 4
"""Squares left white around it (ISO/IEC 18004)."""

Run = tuple[int, int, int]


def matrix(text: str) -> tuple[bytearray, ...]:
    """Return the rows of the code at level M, 1 for dark, without the white around it."""
    made = segno.make(text, error="m", micro=False, boost_error=False)
    rows: tuple[bytearray, ...] = made.matrix
    return rows


def runs(rows: tuple[bytearray, ...]) -> Iterator[Run]:
    """Return column, row and length of each stretch of dark squares: few shapes, no seams."""
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield start, y, x - start
                start = None
