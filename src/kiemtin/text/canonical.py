"""Gives every message one written form, and refuses what is empty or too long.

`canonical` is idempotent, the same for NFC and NFD, and never changes what a text says:
it removes what cannot be seen and unifies what only looks different.
"""

import re
import unicodedata
from functools import lru_cache
from typing import ClassVar

from kiemtin.refusal import Refusal, Say
from kiemtin.text.homoglyphs import ONE_FORM, latin_look_alikes
from kiemtin.text.legacy import from_legacy, looks_legacy
from kiemtin.text.tone_marks import place_tones

__all__ = ["MAX_CHARS", "TextRefused", "canonical", "check_text", "looks_legacy"]

MAX_CHARS = 10_000
_MAX_RAW = 4 * MAX_CHARS  # an NFD letter is at most three code points: beyond this, do no work

# Controls, format and bidi characters, blank fillers, variation selectors, overlay strokes,
# lone surrogates and noncharacters. Joiner U+200D and selector U+FE0F are left to emoji.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u20e3\u2800\u3164\ufe00-\ufe0e\ufeff"
    "\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff]"
)
_STROKE_THROUGH = re.compile("[\u0334-\u0338]")
_MARKS_ABOVE = re.compile("[\u0300-\u0303\u0306\u0309]{2,}")
_MANY_MARKS = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")

_EMOJI = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934"
    "\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_MODIFIER = "[\U0001f3fb-\U0001f3ff\ufe0f\u200d]"
_LOOSE_SELECTOR = re.compile(f"(?<![{_EMOJI}])\ufe0f")
_LOOSE_JOINER = re.compile(f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])")
_ONE_EMOJI = f"(?>{_FLAG}{_FLAG}|[{_EMOJI}]{_MODIFIER}*(?:(?<=\u200d)[{_EMOJI}]{_MODIFIER}*)*)"
_EMOJI_AGAIN = re.compile(rf"({_ONE_EMOJI})(?: ?\1(?!{_MODIFIER}))+")

_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W_]")
_WORD_CHARS = 12
_WORDS = 20_000
"""Words whose form is kept, since texts are also compared word by word: all syllables of
Vietnamese, in the ways they are mostly written."""


def canonical(text: str) -> str:
    """Return the one form in which texts are stored and compared.

    NFC; old font encodings converted when sure; invisible, bidi and control characters removed;
    fullwidth and ornamental letters and look-alikes made Latin; tone marks in the newspapers'
    place (hòa, thủy); repeated emoji once; spaces collapsed, at most one empty line kept.
    """
    return _of_word(text) if len(text) <= _WORD_CHARS else _of_text(text)


@lru_cache(maxsize=_WORDS)
def _of_word(word: str) -> str:
    return _of_text(word)


def _of_text(text: str) -> str:
    form = _one_pass(text)
    while looks_legacy(form):  # once at most: it showed only when unseen characters were gone
        form = _one_pass(form)
    return form


def _one_pass(text: str) -> str:
    text = from_legacy(unicodedata.normalize("NFC", text))
    text = _seen(text).translate(ONE_FORM)
    text = place_tones(_marks(latin_look_alikes(text)))
    return _EMOJI_AGAIN.sub(r"\1", _spaces(text))


def _seen(text: str) -> str:
    """Drop what cannot be seen; joiner and selector stay inside emoji."""
    text = _UNSEEN.sub("", _NEW_LINE.sub("\n", text))
    return _LOOSE_JOINER.sub("", _LOOSE_SELECTOR.sub("", text))


def _marks(text: str) -> str:
    """Compose letters; drop strokes and heaps of marks that hide them."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii() or not re.search("[\u0300-\u036f]", text):
        return text
    text = unicodedata.normalize("NFD", _STROKE_THROUGH.sub("", text))
    text = _MARKS_ABOVE.sub(_circumflex_first, text)
    return _MANY_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))


def _circumflex_first(found: re.Match[str]) -> str:
    """Typed tone first, é + ^ would not compose to ế."""
    return "".join(sorted(found[0], key="\u0302\u0306".__contains__, reverse=True))


def _spaces(text: str) -> str:
    text = _BLANKS.sub(" ", text).replace(" \n", "\n").replace("\n ", "\n")
    return _BLANK_LINES.sub("\n\n", text).strip()


class TextRefused(Refusal):
    """A text that cannot be a message; `code` is "empty" or "too_long"."""

    sentences: ClassVar = {
        "empty": Say(
            "Cần ít nhất một chữ hoặc một số, nhưng nội dung nhận được không có chữ nào đọc được "
            "({length} ký tự). Hãy viết điều bạn nghe được.",
            "Expected at least one letter or digit, but the text has none that can be read "
            "({length} characters). Write what you heard.",
        ),
        "too_long": Say(
            "Nội dung được dài nhất {limit} ký tự, nhưng đã nhận {length} ký tự. "
            "Hãy rút gọn, hoặc chỉ gửi đoạn cần kiểm tra.",
            "Expected at most {limit} characters, but {length} came. "
            "Shorten the text, or send only the part to be checked.",
        ),
    }


def check_text(text: str) -> str:
    """Return the canonical text, or raise `TextRefused` when it is empty or too long.

    The limit of `MAX_CHARS` counts characters of the canonical form.
    """
    clean = canonical(text) if len(text) <= _MAX_RAW else text
    if len(clean) > MAX_CHARS:
        raise TextRefused("too_long", {"length": len(clean), "limit": MAX_CHARS})
    if not _WORD.search(clean):
        raise TextRefused("empty", {"length": len(text)})
    return clean
