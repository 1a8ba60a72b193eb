"""Counts how much of what is written in a picture was read otherwise, was lost, or was made up.

Edits over NFC characters (or words), runs of blanks as one. In the order written, from top to
bottom and left to right; and, as which of two bubbles or columns is first can be argued, with the
parts (bubbles, paragraphs, headings: never their lines) in the order in which they were read.
"""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def plain(text: str) -> str:
    """Return text in NFC with single blanks; an ellipsis is three full stops, as it looks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("…", "...").split())


def edits(one: Sequence[str], other: Sequence[str]) -> int:
    """Return Levenshtein's distance: signs (or words) put in, taken out or changed."""
    return int(_rows(one, other, anywhere=False)[-1])


def as_read(parts: Sequence[str], got: str) -> list[str]:
    """Return the parts in the order in which they were read best in the text got."""

    def end(part: str) -> int:
        """Return where in what was read the piece nearest to this part ends."""
        return int(_rows(plain(part), plain(got), anywhere=True).argmin())

    return sorted(parts, key=end)


def _rows(one: Sequence[str], other: Sequence[str], *, anywhere: bool) -> NDArray[np.int64]:
    """Return the last row of the table: edits from the whole of `one` to each beginning of
    `other`, or, `anywhere`, to the nearest piece of it that ends there."""
    steps = np.arange(len(other) + 1)
    row = np.zeros_like(steps) if anywhere else steps.copy()
    theirs = np.array(list(other), dtype=np.str_)
    for number, mine in enumerate(one, 1):
        new = np.minimum(row[1:] + 1, row[:-1] + (theirs != mine))
        row = np.minimum.accumulate(np.concatenate([[number], new]) - steps) + steps
    return row
