"""Puts lines in the order in which people read them, and says which of them are one paragraph.

Tesseract makes blocks of single lines, and of halves of a line, and puts them in an order of its
own; here what counts is where lines stand: columns one after the other, all else downwards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Box = tuple[int, int, int, int]

GUTTER = 0.8
"""Heights of a line that columns stand apart at least, and words of one line do not."""
BESIDE = 0.5
"""Share of a column's lines that have a line of the other column beside them."""
GAP = 1.2
"""Heights of a line from which the next one is another paragraph."""
GROWN = 2.2
"""Times that a line is higher than the other from which it is another paragraph."""
ABOVE, LONG, MANY = 6, 3, 80
"""Lines above columns at most, of a column at least, and of all at most where such are sought."""
DEEP = 100
"""Cuts within cuts, after which lines are put from top to bottom."""


@dataclass(frozen=True)
class Line:
    """One line as read: NFC text; left, top, right, bottom in pixels; confidence from 0 to 100;
    `paragraph`, the number of its paragraph in reading order."""

    text: str
    box: Box
    confidence: float
    paragraph: int

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def ordered(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in reading order, halves of a line as one, paragraphs numbered from 0; the
    numbers handed in say which lines Tesseract took for one paragraph."""
    found = _cut(_joined(lines), DEEP)
    numbers: list[int] = []
    for at, line in enumerate(found):
        new = at > 0 and not _goes_on(found[at - 1], line)
        numbers.append(numbers[-1] + new if numbers else 0)
    return [replace(line, paragraph=number) for line, number in zip(found, numbers, strict=True)]


def _goes_on(above: Line, below: Line) -> bool:
    """Say whether a line goes on with the paragraph of the one before it."""
    low, high = sorted((above.height, below.height))
    near = -low < below.box[1] - above.box[3] <= GAP * low and high <= GROWN * low
    return near and (
        above.paragraph == below.paragraph
        or (abs(above.box[0] - below.box[0]) <= low and high < 1.5 * low)
    )


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join what stands beside each other as near as the words of one line."""
    whole: list[Line] = []
    for line in sorted(lines, key=lambda one: one.box[0]):
        at = next((at for at, one in enumerate(whole) if _continues(one, line)), None)
        if at is None:
            whole.append(line)
        else:
            whole[at] = _both(whole[at], line)
    return sorted(whole, key=lambda one: one.box[1])


def _continues(one: Line, other: Line) -> bool:
    low = min(one.height, other.height)
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared > 0.5 * low and -0.5 * low < other.box[0] - one.box[2] < GUTTER * low


def _both(one: Line, other: Line) -> Line:
    long, more = len(one.text), len(other.text)
    confidence = (one.confidence * long + other.confidence * more) / (long + more)
    box = around((one.box, other.box))
    return Line(f"{one.text} {other.text}", box, confidence, one.paragraph)


def _cut(lines: list[Line], deep: int) -> list[Line]:
    """Part the lines into columns, or else where they stand furthest apart, and so on."""
    if len(lines) < 2 or deep == 0:
        return lines
    parts = _columns(lines) or _headed(lines) or _halves(lines)
    return [line for part in parts for line in _cut(part, deep - 1)] if parts else lines


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    ranked = sorted(lines, key=lambda line: line.box[0])
    tall = sorted(line.height for line in lines)[len(lines) // 2]
    edge = ranked[0].box[2]
    for at in range(1, len(ranked)):
        if ranked[at].box[0] - edge >= GUTTER * tall:
            left, right = (sorted(part, key=_top) for part in (ranked[:at], ranked[at:]))
            if min(len(left), len(right)) > 1 and _beside(left, right):
                return left, right
        edge = max(edge, ranked[at].box[2])
    return None


def _headed(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return the lines above two columns and the columns, so that their headings stay theirs."""
    if len(lines) > MANY:
        return None
    for at in range(1, min(ABOVE, len(lines) - 2 * LONG) + 1):
        columns = _columns(lines[at:])
        if columns and min(map(len, columns)) >= LONG and _parted(lines, at):
            return lines[:at], lines[at:]
    return None


def _parted(lines: list[Line], at: int) -> bool:
    low = min(line.box[1] for line in lines[at:])
    return max(line.box[3] for line in lines[:at]) <= low + 0.5 * lines[at].height


def _beside(left: list[Line], right: list[Line]) -> bool:
    few, many = sorted((left, right), key=len)
    beside = sum(
        any(line.box[1] < other.box[3] and other.box[1] < line.box[3] for other in many)
        for line in few
    )
    return beside > BESIDE * len(few)


def _halves(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return what is above and below the widest gap; None where lines reach into each other."""
    low, gap, at = lines[0].box[3], 0, 0
    for number, line in enumerate(lines[1:], 1):
        if line.box[1] - low > gap:
            gap, at = line.box[1] - low, number
        low = max(low, line.box[3])
    return (lines[:at], lines[at:]) if at else None


def _top(line: Line) -> int:
    return line.box[1]


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
