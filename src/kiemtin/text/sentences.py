"""Splits a text into its sentences, by their spans: what stands in the text is never changed.

A sentence ends at a line's end, or at . ! ? … before a space and what may begin another. A point
inside a number, an abbreviation or an address ends nothing.
"""

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
"""Start and end of a passage, in characters of the text."""

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n+|(?<=\s)[•▪►●➤✅❌🔴👉‼️]+")
_SHORT = re.compile(
    r"(?:^|[\s(\"“])(?:[^\W\d_]|tp|tx|tt|ths|ts|gs|pgs|bs|ks|cn|st|mr|mrs|dr|vs|no|số|q|p|v\.v)\.$",
    re.IGNORECASE,
)
"""What a point may stand behind without ending a sentence: one letter, titles, kinds of places."""

_SHORT_LETTERS = 8
"""How far before its end one of them can begin; looking further back makes long texts slow."""

_BREAK = re.compile(r"[,;:–—]\s|\s")


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`, in order, without the space around them."""
    return list(_trimmed(text, _cuts(text)))


def _cuts(text: str) -> Iterator[int]:
    for hit in _END.finditer(text):
        mark = hit[0]
        near = max(0, hit.end() - _SHORT_LETTERS)
        abbreviated = mark == "." and _SHORT.search(text, near, hit.end())
        if not abbreviated:
            yield hit.end() if mark[0] in ".!?…\n" else hit.start()
    yield len(text)


def _trimmed(text: str, cuts: Iterator[int]) -> Iterator[Span]:
    start = 0
    for end in cuts:
        inner = text[start:end]
        lead = len(inner) - len(inner.lstrip())
        tail = len(inner.rstrip())
        if tail > lead:
            yield start + lead, start + tail
        start = end


def pieces(text: str, size: int) -> list[Span]:
    """Return spans of at most `size` characters that hold all of `text`, in order.

    Each holds as many whole sentences as fit; a sentence that is longer is cut at a comma or a
    space in its second half, or through a word when there is none. A short text is one piece.
    """
    parts = [part for span in sentences(text) for part in _cut(text, span, size)]
    return _packed(parts, size)


_JOINT = re.compile(
    r",(?=\s)|;|\s(?=(?:còn|với lại|thêm nữa|ngoài ra|đồng thời|chưa kể|hai là|lại còn"
    r"|con|voi lai|them nua|ngoai ra|dong thoi|chua ke|hai la|lai con)\s)",
    re.IGNORECASE,
)


def clauses(text: str) -> list[Span]:
    """Return the spans of the clauses of `text`: its sentences, cut at commas and joining words.

    A clause need not be a sentence of its own: "phường Yên Bái, Lào Cai" are two.
    """
    found = []
    for start, end in sentences(text):
        cuts = (hit.end() for hit in _JOINT.finditer(text, start, end))
        found += [
            (a + start, b + start)
            for a, b in _trimmed(text[start:end], (cut - start for cut in (*cuts, end)))
        ]
    return found


def _cut(text: str, span: Span, size: int) -> Iterator[Span]:
    start, end = span
    while end - start > size:
        breaks = [hit.end() for hit in _BREAK.finditer(text, start + size // 2, start + size)]
        cut = breaks[-1] if breaks else start + size
        yield start, cut
        start = cut
    yield start, end


def _packed(parts: Sequence[Span], size: int) -> list[Span]:
    packed: list[Span] = []
    for start, end in parts:
        if packed and end - packed[-1][0] <= size:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed
