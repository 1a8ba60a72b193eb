"""What of each message is compared: its words with their weights, its pairs of neighbouring
words, and the details that decide its claim.

Which pairs are names is learned from the archive itself: those that are often written with
capitals within a sentence, so that they are known where others write them in small letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.grouping.compiled import distinct, loop, mix, part
from kiemtin.matching.grouping.tokens import MAX_TOKENS, Tokens

Ints = NDArray[np.int32]
Shorts = NDArray[np.int16]
Longs = NDArray[np.int64]

DATE, HOUR, OTHER, NAME = 1, 2, 3, 4
"""Roles of a detail; a detail is role << 32 | value, of a name the letters that it has."""

NAME_SHARE = 8
"""A pair is a name when at least one in so many of its uses has capitals, and two at least. Other
pairs hardly ever have them; names often lack them, and of a few uses in a small archive most."""

TABLE_BITS = 22
"""Tables over hashes have 2**22 places at most: they stay near the processor."""

USUAL = 3
"""A pair counts from its third use in the archive on: before, it is mostly a slip."""

PAIRS = 12
"""Pairs of a message that are kept, its rarest."""

_NAMED = 1 << 30
_WEIGHT_UNIT = 16
_UNKNOWN_WORD = 4
"""A word of one message only, a slip mostly, counts a fourth."""


@dataclass(frozen=True, slots=True)
class Values:
    """Values of n items one after another; those of item i are at ends[i]:ends[i + 1]."""

    values: NDArray[Any]
    ends: Longs


@dataclass(frozen=True, slots=True)
class Features:
    """Of n items: words (hashes), details, and the rarest pairs; each ascending, each once.

    A pair is uses << 32 | hash, so that the rarest come first.
    """

    words: Values
    pairs: Values
    details: Values

    def __len__(self) -> int:
        """Return the number of items."""
        return len(self.words.ends) - 1


@dataclass(frozen=True, slots=True)
class Archive:
    """The features of all messages and what the archive as a whole tells.

    `weights`: of a word, by hash & mask, 16 ln(messages / messages with the word), 1 at least.
    `unusual`: of each message, how many of its pairs occur less than `USUAL` times.
    """

    features: Features
    weights: Shorts
    unusual: Shorts

    @property
    def mask(self) -> int:
        """Return the mask for tables over hashes."""
        return len(self.weights) - 1


def read(parts: Sequence[Tokens]) -> Archive:
    """Return the features of every message; `parts` hold those of all, in order."""
    total = sum(len(one.hashes) for one in parts)
    messages = sum(len(one.starts) - 1 for one in parts)
    size = 1 << min(TABLE_BITS, max(8, total.bit_length()))
    held, uses, named = (np.zeros(size, np.int32) for _ in range(3))
    for one in parts:
        _count(one.hashes, one.flags, one.starts, size - 1, held, uses, named)
    names = np.flatnonzero(named >= 2)
    names = names[named[names] * NAME_SHARE >= uses[names]]
    uses[names] |= _NAMED
    room = total + MAX_TOKENS
    values = (np.zeros(room, np.int32), np.zeros(room, np.int64), np.zeros(2 * room, np.int64))
    words, pairs, details = ends = [np.zeros(messages + 1, np.int64) for _ in range(3)]
    unusual = np.zeros(messages, np.int16)
    first = 0
    for one in parts:
        cut = (one.hashes, one.flags, one.letters, one.starts)
        _features(*cut, size - 1, uses, *values, *ends, unusual, first)
        first += len(one.starts) - 1
    features = Features(
        Values(values[0][: words[-1]], words),
        Values(values[1][: pairs[-1]].copy(), pairs),
        Values(values[2][: details[-1]].copy(), details),
    )
    return Archive(features, _weights(held, messages), unusual)


def _weights(held: Ints, messages: int) -> Shorts:
    rarity = np.log((messages + 1) / np.maximum(np.arange(int(held.max(initial=0)) + 1), 1))
    weights = np.maximum(np.rint(_WEIGHT_UNIT * rarity), 1).astype(np.int16)
    weights[:2] //= _UNKNOWN_WORD
    result: Shorts = np.maximum(weights, 1)[held]
    return result


@part
def _word(value: int, flag: int) -> Any:
    """Return the hash under which a token is a word; a number must not meet a small hash."""
    return mix(value + 1) if flag & 1 else value


@part
def _pair(first: int, second: int) -> Any:
    """Return the hash of two neighbouring syllables, in their order."""
    return mix(first * 31 + (second ^ (second >> 7)))


@loop
def _count(
    hashes: Any, flags: Any, starts: Any, mask: int, held: Any, uses: Any, named: Any
) -> None:
    for message in range(len(starts) - 1):
        start, end = starts[message], starts[message + 1]
        capitals = 0
        for at in range(start, end):
            capitals += (flags[at] & 2) >> 1
        loud = capitals * 2 > end - start  # ALL IN CAPITALS tells nothing of names
        for at in range(start, end):
            held[_word(hashes[at], flags[at]) & mask] += 1
            if at + 1 < end and not (flags[at] | flags[at + 1]) & 1:
                pair = _pair(hashes[at], hashes[at + 1]) & mask
                uses[pair] += 1
                if flags[at] & flags[at + 1] & 2 and not loud:
                    named[pair] += 1


@loop
def _features(
    hashes: Any,
    flags: Any,
    letters: Any,
    starts: Any,
    mask: int,
    uses: Any,
    words: Any,
    pairs: Any,
    details: Any,
    words_end: Any,
    pairs_end: Any,
    details_end: Any,
    unusual: Any,
    offset: int,
) -> None:
    word, pair, detail = words_end[offset], pairs_end[offset], details_end[offset]
    for message in range(offset, offset + len(starts) - 1):
        end = starts[message - offset + 1]
        for at in range(starts[message - offset], end):
            words[word] = _word(hashes[at], flags[at])
            word += 1
            if flags[at] & 1:
                role = 1 if flags[at] & 4 else (2 if flags[at] & 8 else 3)
                details[detail] = role * 4294967296 + hashes[at]
                detail += 1
            elif at + 1 < end and not flags[at + 1] & 1:
                key = _pair(hashes[at], hashes[at + 1])
                used = uses[key & mask]
                if used >= 1073741824:
                    details[detail] = 4 * 4294967296 + (letters[at] | letters[at + 1])
                    detail += 1
                    used -= 1073741824
                if used < 3:
                    unusual[message] += 1
                else:
                    pairs[pair] = used * 4294967296 + key
                    pair += 1
        word = distinct(words, words_end[message], word)
        detail = distinct(details, details_end[message], detail)
        pair = min(distinct(pairs, pairs_end[message], pair), pairs_end[message] + 12)
        words_end[message + 1], details_end[message + 1] = word, detail
        pairs_end[message + 1] = pair
