"""Moves a misplaced tone mark to the one place where this project writes it.

Style: the old one, which most Vietnamese newspapers print (hòa, khỏe, thủy; hoàn, quý, già).
Only words that parse as one Vietnamese syllable change; foreign words never do.
"""

import re

from kiemtin.text.syllable import ONSETS, RIMES, TONES, VOWELS, tone_index, with_tone

_LETTER = r"[^\W\d_]"
_SIMPLE = sorted((onset for onset in ONSETS if onset not in {"q", "qu", "gi"}), key=len)[::-1]


def _misplaced(rime: str) -> list[tuple[int, int]]:
    """Every (index, tone) that puts a mark on a wrong vowel of a toneless rime."""
    right = tone_index(rime)
    vowels = [i for i, letter in enumerate(rime) if letter in VOWELS and i != right]
    return [(i, tone) for i in vowels for tone in range(len(TONES))]


def _repairs(glide: str = "") -> dict[str, str]:
    """Wrong → right spelling of rimes; `glide` is the u of "qu" or the i of "gi" before them."""
    table = {}
    for rime in RIMES:
        right = tone_index(rime)
        for i, tone in _misplaced(rime):
            table[glide + with_tone(rime, i, tone)] = glide + with_tone(rime, right, tone)
        for tone in range(len(TONES) if glide else 0):
            table[with_tone(glide, 0, tone) + rime] = glide + with_tone(rime, right, tone)
    return table


_PLAIN = _repairs()
_NOT_GI = {wrong: right for wrong, right in _PLAIN.items() if wrong[0] not in "iìíỉĩị"}
_BY_ONSET = {"q": _repairs("u"), "g": _NOT_GI | _repairs("i")}


def _either_case(letters: str) -> str:
    return letters + letters.upper()


_SYLLABLE = re.compile(
    rf"(?<!{_LETTER})((?:{'|'.join(_SIMPLE)}|q)?+)"
    rf"([{_either_case(VOWELS)}]{{2,4}}+(?:ch|ng|nh|[ckmnpt])?)(?!{_LETTER}|[\u0300-\u036f])",
    re.IGNORECASE,
)


def place_tones(text: str) -> str:
    """Normalise tone-mark placement in NFC text; length and letter case stay as they are."""
    return _SYLLABLE.sub(_repair, text)


def _repair(found: re.Match[str]) -> str:
    onset, tail = found[1], found[2]
    right = _BY_ONSET.get(onset.lower(), _PLAIN).get(tail.lower())
    if right is None:
        return found[0]
    pairs = zip(tail, right, strict=True)
    return onset + "".join(new.upper() if old.isupper() else new for old, new in pairs)
