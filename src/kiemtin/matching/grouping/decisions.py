"""What a person decided about messages: these two are one rumour, those two are not.

A person wins over the machine always, and a later decision over earlier ones that it contradicts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Decision:
    """Two messages, by id, and whether they belong together ("merge") or apart ("split")."""

    kind: Literal["merge", "split"]
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Held:
    """Decisions over n messages that hold together.

    `part`: of each message the one that stands for all that are merged with it. `apart`: pairs of
    such, that are kept apart. `overruled`: decisions that later ones contradict; `unknown`: those
    that name a message that is not there. Both in their order.
    """

    part: list[int]
    apart: set[tuple[int, int]]
    overruled: list[Decision]
    unknown: list[Decision]

    def merged(self) -> Iterator[tuple[int, int]]:
        """Yield each message that is merged with another, and the one that stands for it."""
        return ((at, part) for at, part in enumerate(self.part) if at != part)


def hold(ids: Sequence[str], decisions: Sequence[Decision]) -> Held:
    """Return the decisions that hold for messages with these ids, each id once."""
    place = {name: at for at, name in enumerate(ids)} if decisions else {}
    held = Held(list(range(len(ids))), set(), [], [])
    members: dict[int, list[int]] = {}
    for one in reversed(decisions):
        if one.first not in place or one.second not in place:
            held.unknown.insert(0, one)
            continue
        left, right = held.part[place[one.first]], held.part[place[one.second]]
        if (left == right) if one.kind == "split" else ((left, right) in held.apart):
            held.overruled.insert(0, one)
        elif one.kind == "split":
            held.apart.update(((left, right), (right, left)))
        elif left != right:
            _merge(held, members, left, right)
    return held


def _merge(held: Held, members: dict[int, list[int]], left: int, right: int) -> None:
    """Let `left` stand for all that `right` stands for."""
    moved = members.pop(right, [right])
    members.setdefault(left, [left]).extend(moved)
    for at in moved:
        held.part[at] = left
    for pair in [pair for pair in held.apart if right in pair]:
        held.apart.discard(pair)
        first, second = (left if one == right else one for one in pair)
        held.apart.add((first, second))
