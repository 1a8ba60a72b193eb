"""Puts right single signs that look alike: an exclamation mark read as a letter, Ia as la.

Only where what was read is no Vietnamese word: "khul" is none, "lại" stays.
"""

import re

from kiemtin.text.syllable import is_syllable

_LAST = re.compile(r"(?P<word>[^\W\d_]+)[lIi1|¡](?=\s+(?P<next>\w)|\s*\Z)")
_IA = re.compile(r"(?<!\S)la(?=\s+(?P<next>\w))")
"""Many places of the Central Highlands begin with Ia, "water" in Jarai; "la", to shout, seldom
stands before a name."""
_HIDDEN = re.compile(r"[*•]{2,}\Z")


SIGN, SHORT = 80.0, 50.0
"""Confidence (0 to 100) that a word without letters needs, and one of a letter or two that is no
Vietnamese word: avatars, arrows and batteries look like them. Set on the tuning pictures of
benchmarks/phone_pictures.py."""
_PLACES = {"ea", "ia"}
_ROMAN = re.compile(r"[IVX]{1,4}\Z|\|{2,3}\Z")
"""A level of alarm in a bulletin: the least word of a table, and the one that matters most."""
_THIRD = re.compile(r"(?<=\d )HI(?!\S)")


def likely(word: str, confidence: float) -> str | None:
    """Return a word as it is meant, None where it is but a picture of something; a row of stars
    hides a number and is kept however unsure."""
    letters = "".join(filter(str.isalnum, word)).lower()
    if _ROMAN.match(word):
        return word.replace("|", "I")
    if not letters:
        sure = confidence >= SIGN or _HIDDEN.match(word)
        return ("I" if word == "|" else word) if sure else None
    short = len(letters) == 1 or (len(letters) == 2 and not is_syllable(letters))
    picture = short and letters.isalpha() and letters not in _PLACES and confidence < SHORT
    return None if picture else word


def mended(text: str) -> str:
    """Return a line with its exclamation marks, with Ia before a name and III behind a number."""
    text = _THIRD.sub("III", text)
    return _IA.sub(lambda hit: "Ia" if hit["next"].isupper() else "la", _LAST.sub(_end, text))


def _end(hit: re.Match[str]) -> str:
    word, whole = hit["word"], hit.group()
    goes_on = hit["next"] is not None and hit["next"].islower()
    strange = is_syllable(word.lower()) and not is_syllable(whole.lower())
    return f"{word}!" if strange and not goes_on and not whole.isupper() else whole
