"""Reads text typed in the old font encodings TCVN3 (.VnTime) and VNI (VNI-Times).

Such text arrives as Latin-1 letters that make no Vietnamese: "§Ëp vì råi", "Ñaäp vôõ roài".
It is converted only when the conversion turns several misspelled words into Vietnamese
syllables and almost none into anything else; proper Unicode Vietnamese is never touched.
Source of the code pages: TCVN 5712:1993 (VN3) and the VNI-Windows double-byte table.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from kiemtin.text.syllable import is_syllable

Encoding = Literal["tcvn3", "vni"]

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)

_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ",
              "ö": "ư"}  # fmt: skip
_VNI = re.compile(
    "([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|([íìæóòîñôö])", re.IGNORECASE
)

_UNICODE_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u036f]")
_EDGES = "\"'“”‘’().,;:!?…-–/[]"
_ENOUGH = 2  # words that only the conversion explains
_SURE = 4  # such words for each word that it does not explain


def looks_legacy(text: str) -> Encoding | None:
    """Name the old encoding of NFC `text`, or None when that is not sure."""
    if text.isascii() or _UNICODE_VIETNAMESE.search(text):
        return None
    words = [word.strip(_EDGES) for word in text.split() if not word.isascii()]
    sure = [(_gains(one, words), one) for one in _DECODERS if _explains(one, words)]
    return max(sure)[1] if sure else None


def from_legacy(text: str) -> str:
    """Convert TCVN3 or VNI text to Unicode when that is sure; otherwise give it back."""
    encoding = looks_legacy(text)
    if encoding is None:
        return text
    return re.sub(r"\S+", lambda found: _decode_word(encoding, found[0]), text)


def _explains(encoding: Encoding, words: list[str]) -> bool:
    gains = _gains(encoding, words)
    losses = sum(not _reads(_decode_word(encoding, word)) for word in words)
    shown = "".join(_decode_word(encoding, word) for word in words)
    clear = _UNICODE_VIETNAMESE.search(shown) is not None
    return clear and gains >= _ENOUGH and gains >= _SURE * losses


def _gains(encoding: Encoding, words: list[str]) -> int:
    return sum(not _reads(word) and _reads(_decode_word(encoding, word)) for word in words)


def _reads(word: str) -> bool:
    return is_syllable(word.lower())


def _decode_word(encoding: Encoding, word: str) -> str:
    """Decode one word; the capital fonts of TCVN3 share the codes of small letters."""
    plain = _DECODERS[encoding](word)
    capitals = [letter for letter in word if "A" <= letter <= "Z"]
    small = any("a" <= letter <= "z" for letter in word)
    return plain.upper() if len(capitals) > 1 and not small else plain


def _tcvn3(word: str) -> str:
    return word.translate(_TCVN3)


def _vni(word: str) -> str:
    return _VNI.sub(_vni_letter, word)


def _vni_letter(found: re.Match[str]) -> str:
    base, mark = ([part for part in found.groups() if part] + [""])[:2]
    letter = _VNI_ALONE.get(base.lower(), base.lower())
    small = unicodedata.normalize("NFC", letter + _VNI_MARKS.get(mark.lower(), ""))
    return small.upper() if base.isupper() else small


_DECODERS: dict[Encoding, Callable[[str], str]] = {"tcvn3": _tcvn3, "vni": _vni}
