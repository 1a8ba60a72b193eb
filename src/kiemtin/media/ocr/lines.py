"""Lines and paragraphs out of Tesseract's table; what is no text is dropped, nothing is added."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

Box = tuple[int, int, int, int]

LINE = 55.0
"""Confidence (0 to 100) below which a line is no text; set on the tuning pictures of
benchmarks/phone_pictures.py. Single words of a sure line are kept, however doubtful: names are."""
SIGN = 80.0
"""Confidence that a word without letters needs: avatars look like them."""
LEAST = 2
"""Letters or digits that a line needs."""
MOST = 4_000
"""Lines that are kept of one picture: more than a page of a newspaper has."""
_COLUMNS = 12


@dataclass(frozen=True)
class Line:
    """One line as read: NFC text; left, top, right, bottom in pixels; confidence from 0 to 100;
    `paragraph`, the number of its paragraph in reading order."""

    text: str
    box: Box
    confidence: float
    paragraph: int


@dataclass(frozen=True)
class _Word:
    key: tuple[int, int, int]
    box: Box
    confidence: float
    text: str


def read_table(table: str, scale: float, width: int, height: int) -> list[Line]:
    """Return the lines of a table whose picture was enlarged by `scale`; rows that do not fit the
    picture or the format are left out."""
    by_line: dict[tuple[int, int, int], list[_Word]] = {}
    for row in table.splitlines():
        word = _word(row, scale, width, height)
        if word is not None:
            by_line.setdefault(word.key, []).append(word)
    lines = [line for words in by_line.values() if (line := _line(words)) is not None]
    return _ordered(lines[:MOST])


def _word(row: str, scale: float, width: int, height: int) -> _Word | None:
    cells = row.split("\t")
    if len(cells) != _COLUMNS or cells[0] != "5":
        return None
    try:
        block, paragraph, line = (int(cell) for cell in cells[2:5])
        left, top, wide, tall = (int(cell) / scale for cell in cells[6:10])
        confidence = float(cells[10])
    except ValueError:
        return None
    box = round(left), round(top), round(left + wide), round(top + tall)
    fits = 0 <= box[0] < box[2] <= width + 1 and 0 <= box[1] < box[3] <= height + 1
    text = "".join(sign for sign in unicodedata.normalize("NFC", cells[11]) if sign.isprintable())
    if not fits or not text.strip() or not 0 <= confidence <= 100:
        return None
    if not any(map(str.isalnum, text)) and confidence < SIGN:
        return None
    return _Word((block, paragraph, line), box, confidence, text.strip())


def _line(words: list[_Word]) -> Line | None:
    text = " ".join(word.text for word in words)
    signs = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / signs
    if confidence < LINE or sum(map(str.isalnum, text)) < LEAST:
        return None
    # Until paragraphs are told apart, the block and paragraph of the table stand for theirs.
    return Line(text, _around(word.box for word in words), confidence, _number(words[0].key))


def _number(key: tuple[int, int, int]) -> int:
    return key[0] * 100_000 + key[1]


def _around(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _ordered(lines: list[Line]) -> list[Line]:
    """Return the lines with paragraphs from top to bottom, unless some stand side by side."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.paragraph, []).append(line)
    parts = [part for group in groups.values() for part in _parted(group)]
    boxes = [_around(line.box for line in part) for part in parts]
    if not _side_by_side(boxes):
        order = sorted(range(len(parts)), key=lambda at: boxes[at][1])
        parts = [parts[at] for at in order]
    return [
        Line(line.text, line.box, line.confidence, number)
        for number, part in enumerate(parts)
        for line in part
    ]


def _parted(group: list[Line]) -> list[list[Line]]:
    """Part a paragraph of the table where a line stands far off or its letters change in size."""
    parts: list[list[Line]] = []
    for line in group:
        if parts and not _apart(parts[-1][-1], line):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _apart(above: Line, below: Line) -> bool:
    tall, next_tall = above.box[3] - above.box[1], below.box[3] - below.box[1]
    gap = below.box[1] - above.box[3]
    return gap > 1.2 * min(tall, next_tall) or max(tall, next_tall) > 2.2 * min(tall, next_tall)


def _side_by_side(boxes: list[Box]) -> bool:
    """Say whether two paragraphs of several lines stand beside each other, as columns do."""
    ranked = sorted(boxes, key=lambda box: box[1])
    for at, one in enumerate(ranked):
        for other in ranked[at + 1 :]:
            if other[1] >= one[3]:
                break
            shared = min(one[3], other[3]) - other[1]
            if shared > 0.5 * min(one[3] - one[1], other[3] - other[1]):
                return True
    return False


def merged(first: list[Line], second: list[Line]) -> list[Line]:
    """Return both readings as one: where lines lie on each other the surer one stays."""
    kept = list(first)
    for line in second:
        under = [one for one in kept if _overlap(one.box, line.box)]
        if all(one.confidence * len(one.text) <= line.confidence * len(line.text) for one in under):
            kept = [one for one in kept if one not in under]
            kept.append(Line(line.text, line.box, line.confidence, 10**9 + line.paragraph))
    return _ordered(kept)


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    small = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide > 0 and tall > 0 and wide * tall > 0.3 * small


def text_of(lines: list[Line]) -> str:
    """Return the text with each paragraph on one line, so that sentences stay whole."""
    paragraphs: dict[int, list[str]] = {}
    for line in lines:
        paragraphs.setdefault(line.paragraph, []).append(line.text)
    return "\n".join(" ".join(parts) for parts in paragraphs.values())
