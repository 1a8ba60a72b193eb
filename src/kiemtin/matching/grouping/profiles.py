"""What a whole group says: the words, pairs and details that enough of its messages hold.

A profile knows the other wordings of its claim, so messages far from each message find it; and
a slip in one message's number or name no longer speaks for the group.
"""

from typing import Any

import numpy as np

from kiemtin.matching.grouping.compiled import loop, sort_range
from kiemtin.matching.grouping.features import Features, Longs, Values

SAMPLE = 12
"""Messages of a group that are read for its profile, in the order told."""

WORD_SHARE, DETAIL_SHARE = 10, 4
"""A word stays when one in so many of these messages holds it; so does a detail."""


def empty_like(features: Features) -> Features:
    """Return room for the profiles of any groups, to be used again: fresh memory is slow."""
    words, pairs, details = (
        Values(np.empty_like(one.values), one.ends)
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
    widest = int(np.diff(held.ends).max(initial=0)) * SAMPLE
    desk, new_ends = np.zeros(widest + 1, held.values.dtype), np.zeros_like(ends)
    count = _gather(
        held.values, held.ends, members, ends, SAMPLE, share, desk, room.values, new_ends
    )
    return Values(room.values[:count], new_ends)


@loop
def _gather(
    held: Any,
    held_ends: Any,
    members: Any,
    ends: Any,
    sample: int,
    share: int,
    room: Any,
    values: Any,
    new_ends: Any,
) -> int:
    count = 0
    for group in range(len(ends) - 1):
        last = min(ends[group + 1], ends[group] + sample)
        size = last - ends[group]
        if size == 1:
            for at in range(held_ends[members[last - 1]], held_ends[members[last - 1] + 1]):
                values[count] = held[at]
                count += 1
            new_ends[group + 1] = count
            continue
        filled = 0
        for place in range(ends[group], last):
            for at in range(held_ends[members[place]], held_ends[members[place] + 1]):
                room[filled] = held[at]
                filled += 1
        sort_range(room, 0, filled)
        first = 0
        for at in range(1, filled + 1):
            if at == filled or room[at] != room[first]:
                if (at - first) * share >= size:
                    values[count] = room[first]
                    count += 1
                first = at
        new_ends[group + 1] = count
    return count
