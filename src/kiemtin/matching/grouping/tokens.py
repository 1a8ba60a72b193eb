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


_GIO, _G, _H = hash_of("gio"), hash_of("g"), hash_of("h")
_NGAY, _HOM, _MUNG = hash_of("ngay"), hash_of("hom"), hash_of("mung")
_THANG, _NAM = hash_of("thang"), hash_of("nam")
_K, _NGHIN, _NGAN = hash_of("k"), hash_of("nghin"), hash_of("ngan")
_TR, _TRIEU, _TY, _TI = hash_of("tr"), hash_of("trieu"), hash_of("ty"), hash_of("ti")


def tokenise(texts: Sequence[str]) -> Tokens:
    """Return the tokens of `texts`, in order."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    if lengths.max(initial=0) > MAX_CHARS:
        texts = [text[:MAX_CHARS] for text in texts]
        lengths = np.minimum(lengths, MAX_CHARS)
    raw = "\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass")  # each ends with a break
    codes = np.frombuffer(raw, np.uint32)
    folded, ends = np.empty(len(codes), np.int32), np.cumsum(lengths + 1) - 1
    _fold(codes, _folding(), folded)
    hashes, letters = np.zeros(len(codes), np.int32), np.zeros(len(codes), np.int32)
    flags, starts = np.zeros(len(codes), np.uint8), np.zeros(len(texts) + 1, np.int64)
    count = _cut(codes, ends, folded, hashes, flags, letters, starts)
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


@loop
def _fold(codes: Any, table: Any, folded: Any) -> None:
    """Write what each character folds to; beyond the table, letters of a script are themselves."""
    for at in range(len(codes)):
        code = codes[at]
        if code < 0x3000:
            folded[at] = table[code]
        elif 0x3040 <= code < 0xD800 or 0xF900 <= code < 0xFE00:
            folded[at] = code
        else:
            folded[at] = 0


@inlined
def _number_flags(before: int, flag: int, gap: int, value: int) -> int:
    """Return the flags of a number after the token `before` of `flag`, `gap` between them."""
    if flag & 1:
        if gap in (47, 45) and value < 2200 and (before < 32 or flag & 4):  # 5/9, 5-9, 5/9/2026
            return 5
        return 9 if gap == 58 else 1  # 9:30
    dated = before in (_NGAY, _HOM, _MUNG, _THANG, _NAM)  # "ngày 5 tháng 9"
    return 5 if dated else 1


@inlined
def _scale(word: int) -> int:
    """Return what a word after a number multiplies it by, or 0."""
    if word in (_K, _NGHIN, _NGAN):
        return 1_000
    if word in (_TR, _TRIEU):
        return 1_000_000
    return 1_000_000_000 if word in (_TY, _TI) else 0


@inlined
def _number(
    at: int,
    count: int,
    gap: int,
    first: int,
    last: int,
    folded: Any,
    hashes: Any,
    flags: Any,
    letters: Any,
) -> Any:
    """Read the number at `at` into token `count`, or into the one before that it belongs to."""
    letter, value, digits = folded[at], 0, 0
    while 0 < letter < 58:
        if letter > 1:
            value = (value * 10 + letter - 48) & 0x7FFFFFFF
            digits += 1
        at += 1
        letter = folded[at]
    if last & 1 and digits == 3 and gap in (44, 46):  # 2.000
        hashes[count - 1] = (hashes[count - 1] * 1000 + value) & 0x7FFFFFFF
        return at, count, last
    flag = 1
    if count > first:
        flag = _number_flags(hashes[count - 1], flags[count - 1], gap, value)
        if last & 1 and flag != 1:
            flags[count - 1] = flag
        elif count - first > 1 and gap == 0 and hashes[count - 1] == _H:
            flag = 9 if flags[count - 2] & 1 else flag  # 9h30
    hashes[count], flags[count], letters[count] = value, flag, 0
    return at, count + 1, flag


@loop
def _cut(
    codes: Any, ends: Any, folded: Any, hashes: Any, flags: Any, letters: Any, starts: Any
) -> int:
    """Write the tokens of messages, each ended by a break at `ends`; returns how many."""
    count = at = 0
    for message in range(len(ends)):
        end, first, gap, fresh, last = ends[message], count, 32, True, 0
        while at < end and count - first < 300:
            letter = folded[at]
            if letter > 57:
                large = letter >= 65536
                word, seen = 2166136261, 0
                while letter > 57 or letter == 1:
                    if letter > 1:
                        word = ((word ^ (letter & 65535)) * 16777619) & 0xFFFFFFFF
                        seen |= 1 << (letter & 31)
                    at += 1
                    letter = folded[at]
                word &= 0x7FFFFFFF
                scale = 0
                if last & 1:
                    scale = _scale(word)
                    if scale:
                        hashes[count - 1] = (hashes[count - 1] * scale) & 0x7FFFFFFF
                    elif word in (_H, _GIO, _G):
                        flags[count - 1] |= 8
                if not scale:
                    hashes[count], letters[count] = word, seen & 0x7FFFFFFF
                    last = 2 if large and not fresh else 0
                    flags[count] = last
                    count += 1
                gap, fresh = 0, False
            elif letter > 1:
                at, count, last = _number(
                    at, count, gap, first, last, folded, hashes, flags, letters
                )
                gap, fresh = 0, False
            else:
                if letter == 0:
                    code = codes[at]
                    gap = code if gap == 0 else 32
                    fresh = fresh or code in (46, 33, 63, 10, 58)
                at += 1
        at = end + 1
        starts[message + 1] = count
    return count
