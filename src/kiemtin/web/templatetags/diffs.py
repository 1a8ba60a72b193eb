"""Two texts side by side, word by word: what stands in one and not in the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiemtin.text.edits import runs

# Beyond this many words whole lines are compared.
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
    found = runs(old, new)
    return TextDiff(
        tuple(_pieces((old[one.old : one.old_end], one.same) for one in found)),
        tuple(_pieces((new[one.new : one.new_end], one.same) for one in found)),
    )


def _pieces(parts: Iterable[tuple[list[str], bool]]) -> Iterable[Piece]:
    for part, same in parts:
        text = "".join(part)
        marked = "" if same else text.rstrip()
        if marked:
            yield Piece(marked, changed=True)
        if rest := text[len(marked) :]:
            yield Piece(rest, changed=not same and not marked)
