"""Lines and paragraphs out of Tesseract's table; what is no text is dropped, nothing is added."""

from collections.abc import Sequence

from kiemtin.media.ocr.heads import halved
from kiemtin.media.ocr.order import Box, Line, around, ordered
from kiemtin.media.ocr.signs import mended
from kiemtin.media.ocr.table import Word, read_word

__all__ = ["Box", "Line", "merged", "read_table", "text_of"]

LINE = 55.0
"""Confidence (0 to 100) below which a line is no text; set on the tuning pictures of
benchmarks/phone_pictures.py. Single words of a sure line are kept, however doubtful: names are."""
SURE, DOUBTED = 85.0, 25.0
"""Confidence of a line, and of one next to it that is kept as well: a paragraph's last words."""
LEAST = 2
"""Letters or digits that a line needs."""
MOST = 1_000
"""Lines that are kept of one picture: more than a page of a newspaper has."""


def read_table(table: str, scale: float, width: int, height: int) -> list[Line]:
    """Return the lines of a table whose picture was enlarged by `scale`; rows that do not fit the
    picture or the format are left out."""
    by_line: dict[tuple[int, int, int], list[Word]] = {}
    for row in table.splitlines():
        word = read_word(row, scale, width, height)
        if word is not None:
            by_line.setdefault(word.key, []).append(word)
    lines = [line for words in halved(list(by_line.values())) if (line := _line(words)) is not None]
    return ordered(_kept(lines[:MOST]))


def _line(words: Sequence[Word]) -> Line | None:
    text = " ".join(word.text for word in words)
    signs = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / signs
    if confidence < DOUBTED or sum(map(str.isalnum, text)) < LEAST:
        return None
    # Until paragraphs are told apart, the block and paragraph of the table stand for theirs.
    return Line(mended(text), around(word.box for word in words), confidence, _number(words[0].key))


def _kept(lines: list[Line]) -> list[Line]:
    """Leave out unsure lines, but for those that end a paragraph of which the rest is sure."""
    sure = [line for line in lines if line.confidence >= SURE]
    return [
        line for line in lines if line.confidence >= LINE or any(_ends(one, line) for one in sure)
    ]


def _ends(above: Line, below: Line) -> bool:
    """Say whether a line starts below another, as high as it and no longer."""
    (left, _, right, bottom), tall = above.box, above.height
    near = -0.5 * tall < below.box[1] - bottom < tall and abs(below.box[0] - left) < tall
    return near and below.box[2] < right + tall and 0.6 < below.height / tall < 1.6


def _number(key: tuple[int, int, int]) -> int:
    return key[0] * 100_000 + key[1]


def merged(first: list[Line], second: list[Line]) -> list[Line]:
    """Return both readings as one: where lines lie on each other the surer one stays."""
    kept = list(first)
    for line in second:
        under = [one for one in kept if _overlap(one.box, line.box)]
        if all(_weight(one) <= _weight(line) for one in under):
            kept = [one for one in kept if one not in under]
            kept.append(Line(line.text, line.box, line.confidence, 10**9 + line.paragraph))
    return ordered(kept)


def _weight(line: Line) -> float:
    return line.confidence * len(line.text)


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
