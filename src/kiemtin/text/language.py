"""Names the language of a message, Vietnamese with or without tone marks first of all.

Two witnesses are heard: pycld2, and how many words are spelled like Vietnamese syllables. On
public sets the spelling alone separates Vietnamese without marks (99 % of messages have more than
half of such words) from English (99.9 % have less). Too little text gives "und", never a guess.
"""

import re
from dataclasses import dataclass

import pycld2

from kiemtin.text.fold import fold
from kiemtin.text.syllable import is_bare_syllable
from kiemtin.text.words import words

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Language:
    """An ISO 639-1 or 639-3 code, or "und"; `confidence` from 0 to 1 (0 for "und")."""

    code: str
    confidence: float


_NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|[@#]\S+|\[[^\]\n]{1,30}\]|['’]\w{1,2}\b")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE_LETTER = re.compile("[ăđĩũơư\u1ea0-\u1ef9]", re.IGNORECASE)
# One script, one language of this region; Cyrillic, Arabic and the like are left to pycld2.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")), ("th", re.compile("[\u0e00-\u0e7f]")),
    ("lo", re.compile("[\u0e80-\u0eff]")), ("km", re.compile("[\u1780-\u17ff]")),
)  # fmt: skip
_OTHER_NAMES = {"iw": "he", "jw": "jv", "tl": "fil", "zh-Hant": "zh", "sr-ME": "sr"}
_NO_LANGUAGE = frozenset({"un", "tlh", "zzb", "zze", "zzh", "zzp"})

# Abbreviations of phone messages that are no syllables: không, được, người, mình, rồi …
_TEENCODE = words("cx dc dk h j k kh m mn mng ng ngta nt ntn q r sdt stk t tr trc v vs w wa z")

_MOSTLY = 0.6  # share of spelled words that English does not reach
_CLEARLY = 0.7  # the same for every other language that pycld2 names
_HALF = 0.5  # enough beside letters that no other language has; more denies another language
_SHORT = 3  # fewer words than this say little


def detect_language(text: str) -> Language:
    """Return the language of any text; never raises."""
    prose = _NOT_PROSE.sub(" ", text)
    tokens = _WORD.findall(fold(prose))
    if not tokens:
        return Language(UNKNOWN, 0.0)
    script = _by_script(prose)
    if script:
        return Language(script, _trust(1.0, len(tokens) + _SHORT))
    spelled = sum(map(_spelled, tokens)) / len(tokens)
    if _reads_vietnamese(prose, spelled, len(tokens)):
        return Language("vi", _trust(max(spelled, _HALF), len(tokens)))
    return _other(prose, spelled, len(tokens))


def _spelled(word: str) -> bool:
    return word in _TEENCODE or is_bare_syllable(word)


def _by_script(prose: str) -> str | None:
    """Name the language whose script makes up at least a third of the letters."""
    if prose.isascii():
        return None
    letters = sum(map(len, _WORD.findall(prose)))
    named = (code for code, script in _SCRIPTS if 3 * len(script.findall(prose)) >= letters)
    return next(named, None)


def _reads_vietnamese(prose: str, spelled: float, count: int) -> bool:
    if _VIETNAMESE_LETTER.search(prose):
        return spelled >= _HALF or _ask(prose)[0] == "vi"
    if count < _SHORT:
        return count > 1 and spelled == 1 and _ask(prose)[0] in {"vi", UNKNOWN}
    code, sure = _ask(prose)
    if code == "vi":
        return spelled >= _HALF / 2
    return spelled >= (_MOSTLY if code == "en" or not sure else _CLEARLY)


def _other(prose: str, spelled: float, count: int) -> Language:
    code, sure = _ask(prose)
    doubtful = code != "en" and spelled >= _HALF
    if code in {UNKNOWN, "vi"} or not sure or doubtful or count < _SHORT:
        return Language(UNKNOWN, 0.0)
    return Language(code, _trust(1.0 - spelled / 2, count))


def _ask(prose: str) -> tuple[str, bool]:
    """Ask pycld2 for code and reliability; it takes no control characters or lone surrogates."""
    clean = "".join(letter if letter.isprintable() else " " for letter in prose)
    try:
        reliable, _, found = pycld2.detect(clean, hintLanguage="vi", bestEffort=True)
    except pycld2.error:
        return UNKNOWN, False
    code = found[0][1]
    if code in _NO_LANGUAGE or code.startswith("xx"):
        return UNKNOWN, False
    return _OTHER_NAMES.get(code, code), bool(reliable)


def _trust(share: float, count: int) -> float:
    """Trust grows with the number of words: half for one, nine tenths for nine."""
    return round(share * count / (count + 1), 3)
