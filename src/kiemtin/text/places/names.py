"""How names of places are compared: one key for every way of writing a name.

The key forgets marks, capitals, spaces between the syllables of a search, y for i, and k for c at
the end of a syllable ("Đắk" and "Đắc"); the tone key keeps the marks and forgets only where the
tone mark sits.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kiemtin.text.fold import fold

# Longest first, so that "thành phố" is not read as a name that starts with "thành".
KIND_WORDS: Final = (
    "thành phố", "thị xã", "thị trấn", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã",
)  # fmt: skip

_KIND_BY_FIRST: Final = {word.partition(" ")[0]: word for word in KIND_WORDS}
_KIND_BY_PAIR: Final = {word: word for word in KIND_WORDS if " " in word}

# How people write the kind of a unit before its name, by folded form.
KIND_FORMS: Final = {
    "thanh pho": "thành phố", "tp": "thành phố", "t.p": "thành phố", "thi xa": "thị xã",
    "tx": "thị xã", "thi tran": "thị trấn", "tt": "thị trấn", "dac khu": "đặc khu",
    "phuong": "phường", "p": "phường", "f": "phường", "huyen": "huyện", "h": "huyện",
    "quan": "quận", "q": "quận", "tinh": "tỉnh", "xa": "xã", "x": "xã",
}  # fmt: skip

# Names in use beside the official ones: how it is written → the unit's kind and name.
ALIASES: Final = {
    "Sài Gòn": "thành phố Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "HCM": "thành phố Hồ Chí Minh",
    "HCMC": "thành phố Hồ Chí Minh",
    "SG": "thành phố Hồ Chí Minh",
    "HN": "thành phố Hà Nội",
    "Hà Lội": "thành phố Hà Nội",
    "HP": "thành phố Hải Phòng",
    "Bắc Cạn": "tỉnh Bắc Kạn",
    "Daklak": "tỉnh Đắk Lắk",
    "Đăclăk": "tỉnh Đắk Lắk",
    "BRVT": "tỉnh Bà Rịa - Vũng Tàu",
    "Ban Mê Thuột": "thành phố Buôn Ma Thuột",
    "BMT": "thành phố Buôn Ma Thuột",
    "Phan Rang": "thành phố Phan Rang-Tháp Chàm",
}

_PLAIN_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"(?:[^\w\n]|_)+")
_LONE_Y = re.compile(r"(?<![aeou])y\b|(?<=q)uy\b")
_LAST_K = re.compile(r"(?<=\w\w)k\b")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ZEROS = re.compile(r"\b0+(?=\d)")


def spaced_key(text: str) -> str:
    """Give the key of a name, its syllables apart; a table of names, one a line, at one go."""
    key = _NO_WORD.sub(" ", fold(text))
    key = _LONE_Y.sub(_y_to_i, key)
    return _ZEROS.sub("", _LAST_K.sub("c", key))


def _y_to_i(hit: re.Match[str]) -> str:
    return hit[0].replace("y", "i")


@lru_cache(maxsize=65_536)
def syllable_key(folded: str) -> str:
    """Give the key of one folded syllable: "quy" → "qui", "ty" → "ti", "dak" → "dac"."""
    return spaced_key(folded)


def key_words(text: str) -> list[str]:
    """Give the keys of all syllables of a text, numbers without leading zeros."""
    return spaced_key(text).split()


def compact(text: str) -> str:
    """Give the search key of a name: its syllables together ("Sa Pa" → "sapa")."""
    return "".join(key_words(text))


@lru_cache(maxsize=65_536)
def tone_key(text: str) -> str:
    """Give one syllable with all its marks, the tone last: "hoà" and "hòa" → the same.

    "đắk" is written in so many ways in names of the highlands that its vowel is let go.
    """
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d\u0335"))
    tones = "".join(char for char in parts if char in _TONES)
    rest = _LONE_Y.sub(_y_to_i, "".join(char for char in parts if char not in _TONES))
    if len(rest) > 2 and rest[-1] == "k":
        rest = rest[:-1] + "c"
    return "dac" if fold(rest) == "dac" else rest + tones


@lru_cache(maxsize=65_536)
def tone_keys(name: str) -> tuple[str, ...]:
    """Give the tone keys of a name's syllables."""
    return tuple(tone_key(word) for word in _PLAIN_WORD.findall(name))


def split_kind(full_name: str) -> tuple[str, str]:
    """Split "Xã Bát Xát" into ("xã", "Bát Xát"); raises ValueError where no kind leads."""
    first, _, rest = full_name.partition(" ")
    word = _KIND_BY_FIRST.get(first.lower(), "")
    if " " not in word:
        name = rest
    else:
        second, _, name = rest.partition(" ")
        if second.lower() != word.partition(" ")[2]:
            word = _KIND_BY_PAIR.get(f"{first} {second}".lower(), "")
    if not word or not name:
        raise ValueError(f"expected a name that starts with one of {KIND_WORDS}, got {full_name!r}")
    return word, name
