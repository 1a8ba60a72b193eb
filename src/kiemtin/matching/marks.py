"""Cuts a text at the details of a comparison, so that a reader sees what agrees and what differs.

Joined again, the pieces are exactly the text: nothing is left out, added or escaped here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiemtin.matching.types import Row, Span, Verdict

WHOLE = 400
"""Characters up to which a text is shown whole; a longer one is shown around its details."""
AROUND = 120
"""Characters shown on each side of a detail of a long text: about a line and a half."""
MOST = 3
"""Stretches of a long text that are shown; the rest of it folds."""
LEAST = 80
"""Characters between two stretches that are shown rather than folded."""
_BLANKS = 20
"""Characters within which a stretch is moved to the next blank, so that no word is cut."""
_STRENGTH: dict[Verdict | None, int] = {"conflict": 0, "agree": 1, "absent": 2, None: 3}

Mark = tuple[Span | None, Verdict]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and what the other side says of it; None where there is nothing to say."""

    text: str
    mark: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring pieces that are shown, or that fold together."""

    pieces: tuple[Piece, ...]
    shown: bool

    @property
    def length(self) -> int:
        """Characters of the stretch."""
        return sum(len(piece.text) for piece in self.pieces)


def said(rows: Iterable[Row]) -> list[Mark]:
    """Return where the details of the message stand, and what each is beside the claim."""
    return [(row.query_span, row.verdict) for row in rows]


def claimed(rows: Iterable[Row]) -> list[Mark]:
    """Return where the details of the claim stand, and what each is beside the message."""
    return [(row.entry_span, row.verdict) for row in rows]


def decisive_first(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with conflicts first, then what agrees, then what one side leaves unsaid."""
    return sorted(rows, key=lambda row: _STRENGTH[row.verdict])


def marked(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return `text` in pieces; where marks overlap, a conflict is stronger than an agreement."""
    spans = [
        (max(0, span[0]), min(len(text), span[1]), mark) for span, mark in marks if span is not None
    ]
    spans = [one for one in spans if one[0] < one[1]]
    cuts = sorted({0, len(text), *(at for start, end, _ in spans for at in (start, end))})
    runs: list[tuple[int, int, Verdict | None]] = []
    for start, end in pairwise(cuts):
        over = [mark for first, last, mark in spans if first <= start and end <= last]
        mark = min(over, key=_STRENGTH.__getitem__, default=None)
        goes_on = bool(runs) and runs[-1][2] == mark
        runs.append((runs.pop()[0] if goes_on else start, end, mark))
    return tuple(Piece(text[start:end], mark) for start, end, mark in runs)


def stretches(pieces: Sequence[Piece], whole: int = WHOLE) -> tuple[Stretch, ...]:
    """Return a text of up to `whole` characters as one stretch; of a longer one those around its
    strongest marks are shown, or its beginning when it has none.
    """
    text = "".join(piece.text for piece in pieces)
    if len(text) <= whole:
        return (Stretch(tuple(pieces), shown=True),) if text else ()
    edges = [(0, 0), *_windows(pieces, text, whole), (len(text), len(text))]
    cuts: list[tuple[int, int, bool]] = []
    at = 0
    for first, last in _joined(edges):
        cuts += [(at, first, False), (first, last, True)]
        at = last
    return tuple(
        Stretch(_cut(pieces, start, end), shown) for start, end, shown in cuts if start < end
    )


def _windows(pieces: Sequence[Piece], text: str, whole: int) -> list[Span]:
    at = 0
    spots: list[tuple[int, int, int]] = []
    for piece in pieces:
        if piece.mark is not None:
            spots.append((_STRENGTH[piece.mark], at, at + len(piece.text)))
        at += len(piece.text)
    windows: list[Span] = []
    for _, start, end in sorted(spots):
        if any(first <= start and end <= last for first, last in windows):
            continue
        if len(windows) < MOST:
            windows.append(_whole_words(text, start - AROUND, end + AROUND))
    return windows or [_whole_words(text, 0, whole)]


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the span widened to the blanks around it, where one is near."""
    start, end = max(0, start), min(len(text), end)
    before = text.rfind(" ", max(0, start - _BLANKS), start)
    after = text.find(" ", end, end + _BLANKS)
    return (before + 1 if before >= 0 and start else start), (after if after >= 0 else end)


def _joined(windows: Iterable[Span]) -> Iterator[Span]:
    """Give the windows in order, those that touch as one."""
    last: Span | None = None
    for one in sorted(windows):
        if last and one[0] - last[1] < LEAST:
            last = last[0], max(last[1], one[1])
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _cut(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    found = []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        if text:
            found.append(Piece(text, piece.mark))
        at += len(piece.text)
    return tuple(found)
