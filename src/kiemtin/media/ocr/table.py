"""A word of Tesseract's table: what does not fit the format or the picture is none."""

import re
import unicodedata
from dataclasses import dataclass

from kiemtin.media.ocr.order import Box
from kiemtin.media.ocr.signs import likely

_COLUMNS = 12
_NUMBER = re.compile(r"\W*(?!O2\W*\Z)(?=[0-9Oo]*[0-9]|O{3})[0-9Oo]{2,}\W*\Z")
"""A number of which noughts were read as letters: 25O, O9OO, OOO; not O2, the gas."""


@dataclass(frozen=True)
class Word:
    """One word as read: block, paragraph and line of the table; box in pixels of the picture given;
    confidence from 0 to 100; NFC text."""

    key: tuple[int, int, int]
    box: Box
    confidence: float
    text: str


def read_word(row: str, scale: float, width: int, height: int) -> Word | None:
    """Return the word of a row, None where it is none."""
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
    meant = likely(text.strip(), confidence)
    return Word((block, paragraph, line), box, confidence, _noughts(meant)) if meant else None


def _noughts(word: str) -> str:
    return word.replace("O", "0").replace("o", "0") if _NUMBER.match(word) else word
