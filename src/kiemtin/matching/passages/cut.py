"""Cuts an article into passages: its paragraphs, the long ones by whole sentences."""

import re
from collections.abc import Iterator

from kiemtin.matching.types import Span
from kiemtin.text.sentences import pieces

LONGEST = 400
"""Characters of a passage: two or three sentences of a newspaper, which a reader sees at once."""
SHORTEST = 25
"""Characters of a paragraph that is a passage; a shorter one is a heading, a name or a date."""
_PARAGRAPH = re.compile(r"[^\n]+")


def passages(text: str) -> list[Span]:
    """Return the spans of the passages of an article's readable text, in order."""
    return [span for span in _cut(text) if span[1] - span[0] >= SHORTEST]


def _cut(text: str) -> Iterator[Span]:
    for hit in _PARAGRAPH.finditer(text):
        for start, end in pieces(hit[0], LONGEST):
            yield hit.start() + start, hit.start() + end
