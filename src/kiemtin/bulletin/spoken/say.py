"""The whole of making a text speakable, step by step; dates before codes, codes before amounts."""

import re
from typing import Final

from kiemtin.bulletin.spoken.abbreviations import MIXED, abbreviations
from kiemtin.bulletin.spoken.calendar import CALENDAR
from kiemtin.bulletin.spoken.codes import CODES, code_digits
from kiemtin.bulletin.spoken.measures import MEASURES
from kiemtin.bulletin.spoken.rewrite import Rule, rewritten, rule
from kiemtin.bulletin.spoken.signs import plain_figures, spoken_signs, without_addresses

PAGE: Final = {"vi": "trang của bàn kiểm tin", "en": "the desk's page"}
_LEFT_OVER: Final[tuple[Rule, ...]] = (rule(r"\d+", code_digits),)
_ORDER: Final = (CALENDAR, CODES, MIXED, MEASURES, _LEFT_OVER)
_SENTENCE: Final = re.compile(r"((?:^|[.?!])\s*)(\w)")


def spoken(text: str, language: str = "vi", page: str = "") -> str:
    """Return what is said for a text: words and pauses only, without a figure or a sign.

    `page` is said for web addresses, "" for the desk's page. In "en" addresses and signs are taken
    out and numbers stay figures, which an English reader says by itself.
    """
    text = without_addresses(plain_figures(text), page or PAGE.get(language, PAGE["vi"]))
    if language == "en":
        return _sentences(spoken_signs_en(text))
    for rules in _ORDER:
        text = rewritten(text, rules)
    return _sentences(spoken_signs(rewritten(text, abbreviations())))


def spoken_signs_en(text: str) -> str:
    """Signs for an English reader: those that belong to numbers stay."""
    kept = "".join(char if char.isalnum() or char in " .,?!'%:/-–&\n" else " " for char in text)
    lines = (line.strip() for line in kept.splitlines())
    return " ".join(" ".join(filter(None, lines)).split())


def _sentences(text: str) -> str:
    """Begin each sentence with a capital, as a person at a microphone reads best."""
    return _SENTENCE.sub(lambda hit: hit[1] + hit[2].upper(), text)
