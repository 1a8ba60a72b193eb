"""Groups messages into rumours without anyone's help: first near copies, then groups by profile.

The result depends neither on the order of the messages nor on how many processes read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiemtin.matching.grouping.features import Archive, Features, Longs, Values, read
from kiemtin.matching.grouping.keys import contents, marks, same_details
from kiemtin.matching.grouping.leaders import Rule, lead
from kiemtin.matching.grouping.profiles import empty_like, profiles
from kiemtin.matching.grouping.tokens import Tokens

COPIES = Rule(alike=30, held=100, looks=16, crowd=16)
"""Messages with the very same details, and words enough in common."""

ROUNDS = (Rule(alike=40, held=40, looks=32, crowd=32),) * 2
"""Groups that say the same in other words; twice, since a larger group knows more wordings."""

MANY_DETAILS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """The machine's groups of n messages.

    `leaders`: of each message the one that leads its group. `order`: all messages, complete and
    usual wordings first. `copy_of`: of each the first in that order that says the very same.
    """

    archive: Archive
    leaders: Longs
    order: Longs
    copy_of: Longs

    def near(self, first: int, second: int) -> float:
        """Return the weight of the words of both by that of all words of either, 0 to 1."""
        left, right = (set(self._words(one)) for one in (first, second))
        weights, mask = self.archive.weights, self.archive.mask
        both = sum(int(weights[word & mask]) for word in left & right)
        return both / max(1, sum(int(weights[word & mask]) for word in left | right))

    def _words(self, message: int) -> list[int]:
        words = self.archive.features.words
        held: list[int] = words.values[words.ends[message] : words.ends[message + 1]].tolist()
        return held


def find(parts: Sequence[Tokens]) -> Found:
    """Return the groups of the messages whose tokens these are, in order."""
    archive = read(parts)
    order, copy_of = _canonical(archive, parts)
    first = order[copy_of[order] == order]
    keys = same_details(archive.features)
    near = _by_key(first, keys)
    leaders = lead(near, archive.features, archive.weights, keys, COPIES)[copy_of]
    silent = np.diff(archive.features.words.ends) == 0
    leaders[silent] = np.flatnonzero(silent)  # nothing is said in common by saying nothing
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    found = Found(archive, leaders, order, copy_of)
    room = empty_like(archive.features)
    for rule in ROUNDS:
        _merge(found, rank, rule, room)
    return found


def _canonical(archive: Archive, parts: Sequence[Tokens]) -> tuple[Longs, Longs]:
    """Return the order of messages, and for each the first of those that say the very same."""
    features = archive.features
    content = np.concatenate([contents(part) for part in parts])
    details = np.minimum(np.diff(features.details.ends), MANY_DETAILS)
    unusual = archive.unusual - details
    order = np.argsort(content, kind="stable")
    for key in (np.diff(features.words.ends), unusual):  # 16 bits are sorted by radix
        order = order[np.argsort(key.astype(np.int16)[order], kind="stable")]
    starts = _starts(content[order])
    copy_of = np.empty_like(order)
    copy_of[order] = np.repeat(order[starts], np.diff(starts, append=len(order)))
    return order, copy_of


def _by_key(order: Longs, keys: Values) -> Longs:
    """Put messages with equal keys together, in their order: what is compared is then at hand."""
    key = np.full(len(keys.ends) - 1, -1, np.int64)
    key[np.diff(keys.ends) > 0] = keys.values
    return order[np.argsort(key[order], kind="stable")]


def _merge(found: Found, rank: Longs, rule: Rule, room: Features) -> None:
    """Lead groups by larger ones, each seen by its profile; writes the new leaders."""
    archive, leaders = found.archive, found.leaders
    members = found.order[np.argsort(rank[leaders[found.order]], kind="stable")]
    heads = leaders[members]
    starts = _starts(heads)
    ends = np.append(starts, len(members))
    said = profiles(archive.features, members, ends, room)
    largest = np.argsort(-np.diff(ends), kind="stable")
    led = lead(largest, said, archive.weights, marks(said), rule)
    leaders[members] = np.repeat(heads[starts][led], np.diff(ends))


def _starts(values: Longs) -> Longs:
    """Return where a value differs from the one before it; the first place is such a place."""
    differs = np.concatenate([np.ones(1, bool), values[1:] != values[:-1]])
    return np.flatnonzero(differs[: len(values)])
