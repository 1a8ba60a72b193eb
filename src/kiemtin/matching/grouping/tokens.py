"""Cuts messages in bulk into folded syllables and numbers, each a hash of 31 bits.

Marks, case and invisible characters make no difference. A number is its value: 2.000, 2000 and
"2 nghìn" are one token; it knows whether it stands in a date or is an hour.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.grouping.compiled import LOW, inlined, loop
from kiemtin.text.fold import fold

MAX_TOKENS = 300
"""Tokens of a message that are read; a longer one is a letter, not a rumour."""

MAX_CHARS = 4_000
"""Characters of a message that are read."""

NUMBER, CAPITAL, DATE, HOUR = 1, 2, 4, 8
_TABLE = 0x3000
_LARGE = 1 << 16
_WORDS = [
    "h",
    "gio",
    "g",
    "ngay",
    "hom",
    "mung",
    "thang",
    "nam",
    "k",
    "nghin",
    "ngan",
    "tr",
    "trieu",
    "ty",
    "ti",
]
_FNV, _BASIS = 16777619, 2166136261


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of n messages one after another; those of message i are at starts[i]:starts[i + 1].

    `hashes`: of a syllable its hash, of a number its value (31 bits). `flags`: NUMBER, DATE, HOUR,
    and CAPITAL for a capital where a sentence does not begin. `letters`: a bit for each letter.
    """

    hashes: NDArray[np.int32]
    flags: NDArray[np.uint8]
    letters: NDArray[np.int32]
    starts: NDArray[np.int64]


def hash_of(word: str) -> int:
    """Return the hash of a folded syllable (FNV-1a, 31 bits)."""
    value = _BASIS
    for letter in word:
        value = ((value ^ ord(letter)) * _FNV) & 0xFFFFFFFF
    return value & LOW


def tokenise(texts: Sequence[str]) -> Tokens:
    """Return the tokens of `texts`, in order."""
    cut = [text if len(text) <= MAX_CHARS else text[:MAX_CHARS] for text in texts]
    raw = "".join(cut).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(raw, np.int32)
    ends = np.cumsum(np.fromiter(map(len, cut), np.int64, len(cut)))
    hashes, letters = np.zeros(len(codes) + 1, np.int32), np.zeros(len(codes) + 1, np.int32)
    flags = np.zeros(len(codes) + 1, np.uint8)
    starts = np.zeros(len(cut) + 1, np.int64)
    words = np.array([hash_of(word) for word in _WORDS])
    count = _cut(codes, ends, _folding(), words, (hashes, flags, letters), starts)
    return Tokens(hashes[:count].copy(), flags[:count].copy(), letters[:count].copy(), starts)


@cache
def _folding() -> NDArray[np.int32]:
    """Return what each character folds to: 0 ends a word, 1 is unseen; and _LARGE if a capital."""
    folded = np.zeros(_TABLE, np.int32)
    for code in range(_TABLE):
        letter = chr(code)
        bare = fold(letter)[:1]
        if not bare or unicodedata.category(letter) in ("Cf", "Mn"):
            folded[code] = 1
        elif bare.isdigit():
            folded[code] = ord("0") + unicodedata.digit(bare)
        elif bare.isalnum():
            folded[code] = ord(bare) | (_LARGE if letter != letter.lower() else 0)
    return folded


@inlined
def _folded(code: int, folded: Any) -> Any:
    if code < 0x3000:
        return folded[code] & 0xFFFF
    return code if 0x3040 <= code < 0xD800 or 0xF900 <= code < 0xFE00 else 0


@inlined
def _number_flags(before: int, flag: int, gap: int, value: int, words: Any) -> int:
    """Return the flags of a number after the token `before` of `flag`, `gap` between them."""
    if flag & 1:
        if gap in (47, 45) and value < 2200 and (before < 32 or flag & 4):  # 5/9, 5-9, 5/9/2026
            return 5
        return 9 if gap == 58 else 1  # 9:30
    dated = before in (words[3], words[4], words[5], words[6], words[7])  # "ngày 5 tháng 9"
    return 5 if dated else 1


@inlined
def _scale(word: int, words: Any) -> int:
    """Return what a word after a number multiplies it by, or 0."""
    if word in (words[8], words[9], words[10]):
        return 1_000
    if word in (words[11], words[12]):
        return 1_000_000
    return 1_000_000_000 if word in (words[13], words[14]) else 0


@inlined
def _number(
    at: int,
    count: int,
    gap: int,
    first: int,
    end: int,
    codes: Any,
    folded: Any,
    words: Any,
    hashes: Any,
    flags: Any,
    letters: Any,
) -> Any:
    """Read the number at `at` into token `count`, or into the one before that it belongs to."""
    value = digits = 0
    letter = _folded(codes[at], folded)
    while at < end and (letter == 1 or 48 <= letter < 58):
        if letter != 1:
            value = (value * 10 + letter - 48) & 0x7FFFFFFF
            digits += 1
        at += 1
        letter = _folded(codes[at], folded) if at < end else 0
    before, flag = count - 1, 1
    if count > first:
        after_number = (flags[before] & 1) == 1
        if after_number and digits == 3 and gap in (44, 46):  # 2.000
            hashes[before] = (hashes[before] * 1000 + value) & 0x7FFFFFFF
            return at, count
        flag = _number_flags(hashes[before], flags[before], gap, value, words)
        if after_number and flag != 1:
            flags[before] = flag
        elif count - first > 1 and gap == 0 and hashes[before] == words[0]:
            flag = 9 if flags[before - 1] & 1 else flag  # 9h30
    hashes[count], flags[count], letters[count] = value, flag, 0
    return at, count + 1


@inlined
def _meaning(word: int, count: int, first: int, words: Any, hashes: Any, flags: Any) -> int:
    """Let a word after a number say what it is; return the number of tokens with the word."""
    if count > first and flags[count - 1] & 1:
        scale = _scale(word, words)
        if scale:
            hashes[count - 1] = (hashes[count - 1] * scale) & 0x7FFFFFFF
            return count
        if word in (words[0], words[1], words[2]):
            flags[count - 1] |= 8
    return count + 1


@loop
def _cut(codes: Any, ends: Any, folded: Any, words: Any, out: Any, starts: Any) -> int:
    """Write the tokens of messages that end at `ends`; returns how many."""
    hashes, flags, letters = out
    count = at = 0
    for message in range(len(ends)):
        end, first, gap, fresh = ends[message], count, 32, True
        while at < end and count - first < 300:
            code = codes[at]
            letter = _folded(code, folded)
            if letter > 1 and not 48 <= letter < 58:
                large = code < 0x3000 and folded[code] >= 65536
                word, seen = 2166136261, 0
                while letter != 0 and not 48 <= letter < 58:
                    if letter != 1:
                        word = ((word ^ letter) * 16777619) & 0xFFFFFFFF
                        seen |= (1 << (letter & 31)) & 0x7FFFFFFF
                    at += 1
                    letter = _folded(codes[at], folded) if at < end else 0
                word &= 0x7FFFFFFF
                more = _meaning(word, count, first, words, hashes, flags)
                if more > count:
                    hashes[count], letters[count] = word, seen
                    flags[count] = 2 if large and not fresh else 0
                count, gap, fresh = more, 0, False
            elif letter > 1:
                at, count = _number(
                    at, count, gap, first, end, codes, folded, words, hashes, flags, letters
                )
                gap, fresh = 0, False
            else:
                if letter == 0:
                    gap = code if gap == 0 else 32
                    fresh = fresh or code in (46, 33, 63, 10, 58)
                at += 1
        at = end
        starts[message + 1] = count
    return count
