"""Two texts side by side, word by word: what stands in one and not in the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

# Beyond this many words the exact comparison is too slow; whole lines are compared instead.
MANY_WORDS = 3_000


@dataclass(frozen=True)
class Piece:
    """A run of text and whether the other text has it too."""

    text: str
    changed: bool


@dataclass(frozen=True)
class TextDiff:
    """Both texts cut into pieces; joined again, the pieces give exactly the texts."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Whether the texts are equal."""
        return not any(piece.changed for piece in (*self.left, *self.right))


def _words(text: str) -> list[str]:
    return re.findall(r"^\s+|\S+\s*", text)


def tokens(left: str, right: str) -> tuple[list[str], list[str]]:
    """Cut both texts into words, each with the blanks after it; long texts into lines."""
    old, new = _words(left), _words(right)
    if len(old) + len(new) <= MANY_WORDS:
        return old, new
    return left.splitlines(keepends=True), right.splitlines(keepends=True)


def word_diff(left: str, right: str) -> TextDiff:
    """Compare two texts."""
    old, new = tokens(left, right)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return TextDiff(
        tuple(_pieces((old[i1:i2], op) for op, i1, i2, _, _ in codes)),
        tuple(_pieces((new[j1:j2], op) for op, _, _, j1, j2 in codes)),
    )


def _pieces(runs: Iterable[tuple[list[str], str]]) -> Iterable[Piece]:
    for run, op in runs:
        text = "".join(run)
        marked = text.rstrip() if op != "equal" else ""
        if marked:
            yield Piece(marked, changed=True)
        if rest := text[len(marked) :]:
            yield Piece(rest, changed=op != "equal" and not marked)
