"""What a whole group says: the words, pairs and details that enough of its messages hold.

A profile knows the other wordings of its claim, so messages far from each message find it; and
a slip in one message's number or name no longer speaks for the group.
"""

from typing import Any

import numpy as np

from kiemtin.matching.grouping.compiled import distinct, loop
from kiemtin.matching.grouping.features import Features, Longs, Values

SAMPLE = 12
"""Messages of a group that are read for its profile, in the order told."""

WORD_SHARE, DETAIL_SHARE = 10, 4
"""A word stays when one in so many of these messages holds it; so does a detail."""


def empty_like(features: Features) -> Features:
    """Return room for the profiles of any groups, to be used again: fresh memory is slow."""
    words, pairs, details = (
        Values(np.empty(len(one.values) + _widest(one), one.values.dtype), one.ends)
        for one in (features.words, features.pairs, features.details)
    )
    return Features(words, pairs, details)


def profiles(features: Features, members: Longs, ends: Longs, room: Features) -> Features:
    """Return the features of groups; members ends[g]:ends[g + 1] of `members` are those of g.

    They stand in `room` until it is used again.
    """
    return Features(
        gathered(features.words, members, ends, WORD_SHARE, room.words),
        gathered(features.pairs, members, ends, WORD_SHARE, room.pairs),
        gathered(features.details, members, ends, DETAIL_SHARE, room.details),
    )


def gathered(held: Values, members: Longs, ends: Longs, share: int, room: Values) -> Values:
    """Return the values that one in `share` of a group's first members hold, for each group."""
    size = 1 << max(4, (2 * _widest(held)).bit_length())
    seen, count, slots = (np.zeros(size, kind) for kind in (held.values.dtype, np.int64, np.int64))
    new_ends = np.zeros_like(ends)
    filled = _gather(
        *(held.values, held.ends, members, ends, SAMPLE, share),
        *(seen, count, slots, room.values, new_ends),
    )
    return Values(room.values[:filled], new_ends)


def _widest(held: Values) -> int:
    """Return how many values the messages of one group may have that are read."""
    return int(np.diff(held.ends).max(initial=0)) * SAMPLE


@loop
def _gather(
    held: Any,
    held_ends: Any,
    members: Any,
    ends: Any,
    sample: int,
    share: int,
    seen: Any,
    counts: Any,
    slots: Any,
    values: Any,
    new_ends: Any,
) -> int:
    filled = 0
    for group in range(len(ends) - 1):
        first, last = ends[group], min(ends[group + 1], ends[group] + sample)
        size, total, used, mask = last - first, 0, 0, 15
        for place in range(first, last):
            total += held_ends[members[place] + 1] - held_ends[members[place]]
        if size == 1:
            start = held_ends[members[first]]
            for at in range(total):
                values[filled + at] = held[start + at]
            filled += total
            new_ends[group + 1] = filled
            continue
        while mask < 2 * total:  # a table no larger than needed stays near the processor
            mask = 2 * mask + 1
        for place in range(first, last):
            for at in range(held_ends[members[place]], held_ends[members[place] + 1]):
                slot = (held[at] ^ (held[at] >> 15)) & mask
                while counts[slot] and seen[slot] != held[at]:
                    slot = (slot + 1) & mask
                if counts[slot] == 0:
                    seen[slot], slots[used] = held[at], slot
                    used += 1
                counts[slot] += 1
        start = filled
        for at in range(used):
            slot = slots[at]
            values[filled] = seen[slot]
            filled += counts[slot] * share >= size
            counts[slot] = 0
        filled = distinct(values, start, filled)
        new_ends[group + 1] = filled
    return filled
