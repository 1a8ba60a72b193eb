"""A fact-check as SMS: the fact first, name and link last, and between them what fits the parts.

Parts of the text are left out whole, the least needed first; only an explanation is shortened,
to whole sentences. With diacritics by default, since bare text can be read in two ways.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import whole_sentences, whole_words
from kiemtin.bulletin.phrases import phrase
from kiemtin.bulletin.short_text import MAY_SHORTEN, NEEDED_FIRST, named_lines
from kiemtin.bulletin.sms_units import Encoding, count
from kiemtin.text.fold import fold

PARTS = 3
"""What people still read as one message, and what it may cost a desk to answer one."""

# Signs of print that the alphabet of telephones lacks.
_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'",
        "–": "-", "—": "-", "−": "-", "‑": "-", "…": "...", "•": "-", "→": "->", "×": "x",
        "°": " do ", "₫": "d", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
        "≥": ">=", "≤": "<=", "\u200b": None, "\ufeff": None, "\ufe0f": None,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Sms:
    """One message: its alphabet, its length in units of that alphabet, and the text part by part.

    `within` is False when fact, name and link alone take more parts than were asked for: they go
    out all the same, and whoever approves sees it.
    """

    text: str
    encoding: Encoding
    units: int
    parts: tuple[str, ...]
    within: bool = True


def sms(
    content: Content, limit_parts: int = PARTS, *, marks: bool = True, drill: bool = False
) -> Sms:
    """Return the message in at most `limit_parts` parts; without `marks` the letters are bare.

    A `drill` is called one before anything else.

    Signs that no telephone's own alphabet has, an emoji say, keep a bare message in UCS-2.
    """
    finish: Callable[[str], str] = _as_it_is if marks else without_marks
    said = {"drill": phrase("drill", content.language) if drill else "", **named_lines(content)}
    lines = {name: finish(line) for name, line in said.items() if line}
    kept = {"drill", "fact", "signed"} & lines.keys()
    for name in NEEDED_FIRST:
        if name in lines and name not in kept:
            fitted = _fitted(lines, kept, name, limit_parts)
            if fitted:
                lines[name] = fitted
                kept.add(name)
    text = _joined(lines, kept)
    counted = count(text)
    within = len(counted.parts) <= limit_parts
    return Sms(text, counted.encoding, counted.units, counted.parts, within)


def without_marks(text: str) -> str:
    """Return the text without tone and vowel marks, its capitals kept: "Đập vỡ" → "Dap vo"."""
    composed = unicodedata.normalize("NFC", text)
    bare = "".join(_bare(char) for char in composed).translate(_PLAIN)
    return "\n".join(" ".join(line.split()) for line in bare.split("\n"))


def _bare(char: str) -> str:
    folded = fold(char)
    return folded.upper() if char.isupper() else folded


def _as_it_is(text: str) -> str:
    return text


def _joined(lines: dict[str, str], kept: set[str]) -> str:
    return "\n".join(line for name, line in lines.items() if name in kept)


def _fitted(lines: dict[str, str], kept: set[str], name: str, limit: int) -> str:
    """The line as far as it fits beside what is kept: whole, or "" where it may not be less."""

    def fits(text: str) -> bool:
        tried = _joined({**lines, name: text}, kept | {name})
        return len(count(tried).parts) <= limit

    line = lines[name]
    if fits(line):
        return line
    if name not in MAY_SHORTEN:
        return ""
    alone = "fact" not in lines  # of a withdrawal it is all there is to say
    return _longest(line, fits, whole_sentences) or (
        _longest(line, fits, whole_words) if alone else ""
    )


def _longest(line: str, fits: Callable[[str], bool], cut: Callable[[str, int], str]) -> str:
    """The most of the line that fits when it is cut so; "" when nothing does."""
    low, high = 0, len(line)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(cut(line, middle)) else (low, middle)
    return cut(line, low)
