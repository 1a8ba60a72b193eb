"""Take from a reader's answer only what fits: it has handled the bytes of strangers.

A reader says `text`, `pages`, `seconds`, `width`, `height`, `facts` as pairs of code and value and
`warnings` as pairs of code and parameters; anything else is its looker's own to judge.
"""

import math
import re
import unicodedata
from collections.abc import Mapping

from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.shape import MAX_TEXT, MAX_VALUE, Fact, Found

MAX_FACTS = 60
# Controls, halves of surrogates, and what turns the direction of the letters that follow.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
MAX_COUNT = 10_000_000
"""Of pages, pixels a side, seconds: more than any file of the permitted size can have."""


def found(head: Mapping[str, object]) -> Found:
    """Return what a reader added; raises ReaderRefused (broken) for what does not fit."""
    try:
        warnings = [_hint(said) for said in _many(head, "warnings")]
        text = clean(head.get("text", ""), MAX_TEXT + 1)
        if len(text) > MAX_TEXT:
            text, warnings = text[:MAX_TEXT], [*warnings, Hint("text_cut")]
        return Found(
            text=text,
            pages=_whole(head, "pages"),
            seconds=_seconds(head),
            width=_whole(head, "width"),
            height=_whole(head, "height"),
            facts=tuple(fact for said in _many(head, "facts") if (fact := _fact(said)).value),
            warnings=tuple(dict.fromkeys(warnings)),
        )
    except (KeyError, ValueError, TypeError, IndexError):
        raise ReaderRefused("broken") from None


def clean(said: object, most: int = MAX_VALUE) -> str:
    """Return a text of a stranger without what cannot be shown, at most `most` characters; raises
    TypeError for anything else."""
    if not isinstance(said, str):
        raise TypeError("a reader says texts as texts")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", said[: 2 * most])).strip()[:most]


def _many(head: Mapping[str, object], name: str) -> list[list[object]]:
    said = head.get(name, [])
    if not isinstance(said, list) or len(said) > MAX_FACTS:
        raise TypeError(f"{name} are a short list")
    return said


def _fact(said: list[object]) -> Fact:
    code, value = said
    return Fact(str(code), clean(value))


def _hint(said: list[object]) -> Hint:
    code, params = said
    if not isinstance(params, dict):
        raise TypeError("parameters have names")
    bare = {
        str(name): value if type(value) is int else clean(value, 60)
        for name, value in params.items()
    }
    return Hint(str(code), tuple(sorted(bare.items())))


def _whole(head: Mapping[str, object], name: str) -> int | None:
    number = head.get(name)
    if number is None:
        return None
    if type(number) is not int or not 0 <= number <= MAX_COUNT:
        raise ValueError(f"{name} is no number of a file")
    return number


def _seconds(head: Mapping[str, object]) -> float | None:
    number = head.get("seconds")
    if number is None:
        return None
    if not isinstance(number, int | float) or not math.isfinite(number) or number < 0:
        raise ValueError("seconds are a number")
    return float(number)
