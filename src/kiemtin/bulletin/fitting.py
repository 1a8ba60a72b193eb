"""Fits texts into a frame: first smaller within bounds, then explanations left out whole.

No word is ever cut and nothing runs over the frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiemtin.bulletin.paper import Measure

STEPS = 24
"""Sizes tried between the largest and the smallest."""

EASY = 0.4
"""Below this share of the way from the smallest to the largest, the part that can best be spared is
left out before letters shrink further."""


LEADING, CLOSE = 1.5, 1.42
"""From line to line in ems. Stacked marks (ỵ over Ễ) meet below 1.48; those of small letters, and
so nearly all of running text, below 1.21."""


@dataclass(frozen=True)
class Text:
    """One text: paragraphs between line breaks, sizes from `largest` to `smallest`, room before
    and after in ems. Those of one `part` stand or fall together; `balanced` evens the lines.
    """

    part: str
    text: str
    weight: int
    largest: float
    smallest: float
    ink: str
    before: float = 0.0
    leading: float = LEADING
    balanced: bool = False


@dataclass(frozen=True)
class Placed:
    """A text at a size, broken into lines; `top` counts downwards from the frame's top."""

    text: Text
    size: float
    lines: tuple[str, ...]
    top: float

    @property
    def step(self) -> float:
        """From one line to the next."""
        return self.size * self.text.leading

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + self.step * len(self.lines)

    def baseline(self, line: int) -> float:
        """Where the letters of a line stand: marks above and below keep clear of their like."""
        return self.top + self.step * line + self.step / 2 + self.size * 0.33


def fit(
    texts: Sequence[Text],
    width: float,
    height: float,
    measure: Measure,
    spare: Sequence[str] = (),
) -> list[Placed] | None:
    """Return the texts placed as large as they fit, or None; parts in `spare` go first to last."""
    kept = [text for text in texts if text.text]
    for number, gone in enumerate((None, *spare)):
        kept = [text for text in kept if text.part != gone]
        for step in range(STEPS + 1):
            share = 1 - step / STEPS
            if spare and not number and share < EASY:
                break
            placed = _placed(kept, width, share, measure)
            if placed is not None and (not placed or placed[-1].bottom <= height):
                return placed
    return None


def spread(placed: Sequence[Placed], height: float, most: float) -> list[Placed]:
    """Return the texts further apart between parts, by at most `most`, to use the frame."""
    parts = [one.text.part for one in placed]
    gaps = sum(before != after for before, after in pairwise(parts))
    if not gaps:
        return list(placed)
    more = min(most, (height - placed[-1].bottom) / gaps)
    moved, shift = [], 0.0
    for at, one in enumerate(placed):
        shift += more if at and parts[at - 1] != one.text.part else 0.0
        moved.append(Placed(one.text, one.size, one.lines, one.top + shift))
    return moved


def wrapped(text: str, width: float, weight: int, size: float, measure: Measure) -> list[str]:
    """Return the lines of the text's paragraphs, broken between words; [] when one is too wide."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if measure(word, weight, size) > width:
                return []
            longer = f"{line} {word}" if line else word
            if line and measure(longer, weight, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _placed(
    texts: Sequence[Text], width: float, share: float, measure: Measure
) -> list[Placed] | None:
    placed: list[Placed] = []
    top = 0.0
    for text in texts:
        size = text.smallest + (text.largest - text.smallest) * share
        lines = wrapped(text.text, width, text.weight, size, measure)
        if not lines:
            return None
        if text.balanced:
            lines = _balanced(text, len(lines), width, size, measure)
        top += text.before * size if placed else 0.0
        placed.append(Placed(text, size, tuple(lines), top))
        top = placed[-1].bottom
    return placed


def _balanced(text: Text, count: int, width: float, size: float, measure: Measure) -> list[str]:
    """The same number of lines in the narrowest frame: no last line of one word."""
    low, high = width / 2, width
    for _ in range(6):
        middle = (low + high) / 2
        lines = wrapped(text.text, middle, text.weight, size, measure)
        if lines and len(lines) <= count:
            high = middle
        else:
            low = middle
    return wrapped(text.text, high, text.weight, size, measure)
