"""Parts the head of an official letter, whose two halves Tesseract reads as one line.

The office stands on the left, the motto of the state on the right, each centred upon itself. Rows
of a table look alike, but start at one edge: those stay whole, for a label belongs to its value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kiemtin.media.ocr.order import Box, around
from kiemtin.media.ocr.table import Word

APART = 1.0
"""Heights of a line between the halves at least; words of one line stand closer."""
ASKEW = 0.5
"""Heights of a line by which the starts of lines below each other differ that are centred."""
BELOW = 3.0
"""Heights of a line from one row of a head to the next at most."""
OTHER = 10_000
"""Added to the number of the block of the right half: it is a paragraph of its own."""

Row = Sequence[Word]


def halved(rows: Sequence[Row]) -> list[Row]:
    """Return lines of words in their order, those of a head as two each."""
    cuts = [_widest(row) for row in rows]
    head = {
        at + one
        for at in range(len(rows) - 1)
        for one in (0, 1)
        if _one_head(rows[at], rows[at + 1], cuts[at], cuts[at + 1])
    }
    return [part for at, row in enumerate(rows) for part in _parts(row, cuts[at], at in head)]


def _widest(row: Row) -> int:
    """Return the place of the word that stands furthest from the one before it; 0 for no gap."""
    gaps = [right.box[0] - left.box[2] for left, right in pairwise(row)]
    widest = max(gaps, default=0)
    return gaps.index(widest) + 1 if gaps and widest >= APART * _tall(row) else 0


def _one_head(above: Row, below: Row, cut: int, other: int) -> bool:
    """Say whether two lines have a gap at the same place, and start at two places."""
    if not cut or not other:
        return False
    (left, right), (left_below, right_below) = _gap(above, cut), _gap(below, other)
    tall = _tall(above)
    first, second = (around(word.box for word in row) for row in (above, below))
    near = 0 < second[1] - first[1] <= BELOW * tall
    return (
        near
        and max(left, left_below) < min(right, right_below)
        and abs(first[0] - second[0]) >= ASKEW * tall
    )


def _gap(row: Row, cut: int) -> tuple[int, int]:
    return row[cut - 1].box[2], row[cut].box[0]


def _tall(row: Row) -> int:
    box: Box = around(word.box for word in row)
    return box[3] - box[1]


def _parts(row: Row, cut: int, head: bool) -> Iterator[Row]:
    if not head:
        yield row
        return
    yield row[:cut]
    yield [replace(word, key=(word.key[0] + OTHER, word.key[1], word.key[2])) for word in row[cut:]]
