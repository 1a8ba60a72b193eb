"""What like messages are found by: all their details together, then every two details and the
rarest pairs of neighbouring words.

Details are what paraphrases keep, so that these keys meet where bands of MinHash do not.
"""

from typing import Any

import numpy as np

from kiemtin.matching.grouping.compiled import loop, mix
from kiemtin.matching.grouping.features import Features, Longs, Values
from kiemtin.matching.grouping.tokens import Tokens

PAIRS, DETAILS = 8, 5
"""Pairs of words and details of a group that it is found by."""


def same_details(features: Features) -> Values:
    """Return one key for each message with two details or more: all of them together."""
    details = features.details
    room = np.zeros(len(features), np.int32)
    ends = np.zeros(len(features) + 1, np.int64)
    count = _same_details(details.values, details.ends, room, ends)
    return Values(room[:count].copy(), ends)


def marks(profiles: Features) -> Values:
    """Return the keys of each group: every two of its details, and its rarest pairs of words."""
    pairs, details = profiles.pairs, profiles.details
    room = np.zeros(len(profiles) * (PAIRS + DETAILS * (DETAILS - 1) // 2), np.int32)
    ends = np.zeros(len(profiles) + 1, np.int64)
    count = _marks(
        *(pairs.values, pairs.ends, details.values, details.ends), *(PAIRS, DETAILS, room, ends)
    )
    return Values(room[:count].copy(), ends)


def contents(tokens: Tokens) -> Longs:
    """Return 62 bits for each message that are equal when its tokens are."""
    sums = np.zeros(len(tokens.starts) - 1, np.int64)
    _contents(tokens.hashes, tokens.flags, tokens.starts, sums)
    return sums


@loop
def _marks(
    pairs: Any,
    pairs_end: Any,
    details: Any,
    details_end: Any,
    most_pairs: int,
    most_details: int,
    keys: Any,
    ends: Any,
) -> int:
    count = 0
    for group in range(len(pairs_end) - 1):
        start = details_end[group]
        end = min(details_end[group + 1], start + most_details)
        for at in range(start, end):
            for to in range(at + 1, end):
                first, second = details[at] >> 32, details[to] >> 32
                first = mix(first * 31 + (details[at] & 4294967295))
                second = mix(second * 31 + (details[to] & 4294967295))
                keys[count] = mix(first * 31 + second)
                count += 1
        start = pairs_end[group]
        for at in range(start, min(pairs_end[group + 1], start + most_pairs)):
            keys[count] = pairs[at] & 4294967295
            count += 1
        ends[group + 1] = count
    return count


@loop
def _contents(hashes: Any, flags: Any, starts: Any, sums: Any) -> None:
    for message in range(len(starts) - 1):
        first, second = 1, 2
        for at in range(starts[message], starts[message + 1]):
            value = hashes[at] ^ ((flags[at] & 13) << 26)
            first, second = mix(first * 31 + value), mix(second * 127 + value)
        sums[message] = first * 2147483648 + second


@loop
def _same_details(details: Any, details_end: Any, keys: Any, ends: Any) -> int:
    count = 0
    for message in range(len(details_end) - 1):
        start, end = details_end[message], details_end[message + 1]
        if end - start >= 2:
            key = 1
            for at in range(start, end):
                key = mix(key * 31 + (details[at] & 4294967295) + (details[at] >> 32))
            keys[count] = key
            count += 1
        ends[message + 1] = count
    return count
