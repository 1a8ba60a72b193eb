"""Parts what Tesseract reads as one line over a gap: columns, and the head of an official letter.

In a head the office stands on the left, the motto of the state on the right, each centred upon
itself. Lines of columns have others above or below that are on one side of the gap alone. Rows of a
table look alike, but start at one edge and fill both sides: those stay whole, for a label belongs
to its value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile

from kiemtin.media.ocr.order import Box, around
from kiemtin.media.ocr.table import Word

APART = 1.0
"""Heights of a line between the halves at least; words of one line stand closer."""
ASKEW = 0.5
"""Heights of a line by which the starts of lines below each other differ that are centred."""
BELOW = 3.0
"""Heights of a line from one row of a head to the next at most."""
ALONE = 2
"""Lines on each side of a gap alone, from which it parts two columns."""
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
    column = {at for at, cut in enumerate(cuts) if cut and _in_columns(rows, at, cut)}
    apart = head | column
    return [part for at, row in enumerate(rows) for part in _parts(row, cuts[at], at in apart)]


def _in_columns(rows: Sequence[Row], at: int, cut: int) -> bool:
    """Say whether lines near this one, up to those that cross its gap, are on one side alone."""
    middle = sum(_gap(rows[at], cut)) / 2
    above = sorted((row for row in rows if _top(row) < _top(rows[at])), key=_top, reverse=True)
    below = sorted((row for row in rows if _top(row) > _top(rows[at])), key=_top)
    near = [
        *takewhile(partial(_spares, middle), above),
        *takewhile(partial(_spares, middle), below),
    ]
    left = sum(row[-1].box[2] <= middle for row in near)
    right = sum(row[0].box[0] >= middle for row in near)
    return min(left, right) >= ALONE


def _spares(middle: float, row: Row) -> bool:
    """Say whether no word of a line lies across, nor two of it that stand as close as words do."""
    left = [word.box[2] for word in row if word.box[0] < middle]
    right = [word.box[0] for word in row if word.box[2] > middle]
    return not left or not right or min(right) - max(left) >= APART * _tall(row)


def _top(row: Row) -> int:
    return min(word.box[1] for word in row)


def _widest(row: Row) -> int:
    """Return the place of the word that stands furthest from the one before it; 0 for no gap."""
    gaps = [right.box[0] - left.box[2] for left, right in pairwise(row)]
    widest = max(gaps, default=0)
    return gaps.index(widest) + 1 if gaps and widest >= APART * _tall(row) else 0


def _one_head(above: Row, below: Row, cut: int, other: int) -> bool:
    """Say whether two lines have a gap at the same place, and halves that do not start at one."""
    if not cut or not other:
        return False
    (left, right), (left_below, right_below) = _gap(above, cut), _gap(below, other)
    tall = _tall(above)
    near = 0 < _top(below) - _top(above) <= BELOW * tall
    askew = abs(above[0].box[0] - below[0].box[0]) >= ASKEW * tall
    return (
        near
        and max(left, left_below) < min(right, right_below)
        and (askew or _centred(above[cut:], below[other:], tall))
    )


def _centred(above: Row, below: Row, tall: int) -> bool:
    """Say whether one of two pieces of lines sticks out over the other by as much on each side."""
    left = below[0].box[0] - above[0].box[0]
    right = above[-1].box[2] - below[-1].box[2]
    out = left * right > 0 and min(abs(left), abs(right)) >= tall
    return out and abs(left - right) <= 2 * tall


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
