"""The letters and colours of posters and cards: which can be drawn, how wide they are.

Be Vietnam Pro (SIL Open Font License 1.1) lies beside this module, built by scripts/build_fonts.py.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from reportlab.pdfbase.ttfonts import TTFont

from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.refusal import ContentRefused

FONTS = Path(__file__).parent / "fonts"
PLAIN, STRONG, HEAVY = 400, 600, 800
Measure = Callable[[str, int, float], float]
"""Text, weight and size give a width in the unit of the size."""

INK, SOFT, SHEET, LINE, ON_VERDICT = "#1c1e24", "#565a64", "#ffffff", "#dfdacf", "#ffffff"
VERDICT_INKS = MappingProxyType(
    {
        "true": "#0b7e3a",
        "mostly_true": "#076062",
        "misleading": "#905a09",
        "false": "#8f0010",
        "unproven": "#444e5e",
        "checking": "#0062a3",
    }
)
"""The light colours of web/static/kiemtin/css/tokens.css; a test holds them to it."""

_LETTERS = {"L", "N", "M"}


def font_file(weight: int) -> Path:
    """Return the TTF of a weight: 400, 600 or 800."""
    return FONTS / f"be-vietnam-pro-{weight}.ttf"


@cache
def face(weight: int) -> TTFont:
    """Return the font as ReportLab embeds it; safe to share, since it keeps a state a document."""
    return TTFont(f"KT{weight}", str(font_file(weight)), shapable=False)


def width(text: str, weight: int, size: float) -> float:
    """Return how wide a text is, in the unit of `size`; letters are placed one by one."""
    return _wide(text, weight) * size


@lru_cache(maxsize=20_000)
def _wide(text: str, weight: int) -> float:
    wide: float = face(weight).stringWidth(text, 1)
    return wide


def drawable(text: str) -> str:
    """Return the text on one line, in NFC, as the fonts draw it.

    Signs that they lack, such as emoji, are left out. Raises ContentRefused (letters) at a letter
    or figure that they lack: a word without it would be another word.
    """
    known = face(PLAIN).face.charToGlyph
    kept = []
    for char in one_line(text):
        if ord(char) in known:
            kept.append(char)
        elif unicodedata.category(char)[0] in _LETTERS and not _selector(char):
            raise ContentRefused("letters", {"letter": f"U+{ord(char):04X}"})
    return one_line("".join(kept))


def _selector(char: str) -> bool:
    """Marks that only choose how an emoji looks."""
    return "\ufe00" <= char <= "\ufe0f" or char == "\u20e3"
