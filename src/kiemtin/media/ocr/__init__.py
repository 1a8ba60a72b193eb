"""Reads the text in a cleaned picture with Tesseract, in a process apart; decides nothing.

What comes back is a machine's reading: lines with their places and confidence, and paragraphs for
the matcher. A picture without text gives an empty text, never garbage for its own sake.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from kiemtin.media.ocr.lines import Line, merged, read_table, text_of
from kiemtin.media.ocr.prepare import Page, first_look, open_page, second_look
from kiemtin.media.ocr.program import BOUNDS, Bounds, program, recognise
from kiemtin.media.ocr.refusal import TextUnread
from kiemtin.media.ocr.ring import ring_mended

__all__ = ["BOUNDS", "LANGUAGES", "Bounds", "Line", "Seen", "TextUnread", "available", "read_text"]

LANGUAGES = ("vie",)
"""English beside Vietnamese makes more errors than it mends (benchmarks/bench_ocr.py) and is
slower; Latin letters without marks are read all the same."""


CLEAR = 92.0
"""Confidence of a line from which its place is not looked at again; set on tuning pictures."""


@dataclass(frozen=True)
class Seen:
    """What was read: `text`, a paragraph a line, NFC; `lines` in reading order, with boxes in
    pixels of the given picture; wall `seconds`; `languages` as Tesseract names them."""

    text: str
    lines: tuple[Line, ...]
    seconds: float
    languages: tuple[str, ...]


def available() -> bool:
    """Say whether Tesseract is on this machine."""
    return program() is not None


def read_text(
    picture: bytes, *, languages: Sequence[str] = LANGUAGES, bounds: Bounds = BOUNDS
) -> Seen:
    """Return the text in a picture that `kiemtin.media.picture.clean` returned.

    Raises TextUnread (absent, language, too_large, too_heavy, too_slow, broken, busy).
    """
    start = monotonic()
    page = open_page(picture, bounds.pixels)
    lines = _read(first_look(page), page, languages, bounds)
    if (
        more := second_look(page, [line.box for line in lines if line.confidence >= CLEAR])
    ) is not None:
        lines = merged(lines, _read(more, page, languages, bounds))
    lines = ring_mended(lines)
    return Seen(text_of(lines), tuple(lines), monotonic() - start, tuple(languages))


def _read(grey: bytes, page: Page, languages: Sequence[str], bounds: Bounds) -> list[Line]:
    return read_table(recognise(grey, languages, bounds), page.scale, page.width, page.height)
