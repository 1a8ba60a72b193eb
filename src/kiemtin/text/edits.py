"""Lays two lists side by side: what stands in both, in order, and what in one alone.

The fewest changes are found (E. W. Myers, An O(ND) Difference Algorithm, 1986), and no more than a
bounded number is looked for: no text of a stranger can make it take long.
"""

from array import array
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

MOST = 1_000
"""Changes that are looked for: half a second of one core with some thousand things on each side."""


@dataclass(frozen=True)
class Run:
    """A stretch of both lists, from `old` and `new` up to `old_end` and `new_end`: the same in
    both, or else one in the place of the other; either may be empty then.
    """

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


def runs(old: Sequence[Hashable], new: Sequence[Hashable], most: int = MOST) -> list[Run]:
    """Return the stretches of both lists in order, all of both. With more than `most` changes what
    stands between the same beginning and the same end is one stretch that differs.
    """
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle = old[start : len(old) - end], new[start : len(new) - end]
    pairs = [(at, at) for at in range(start)]
    pairs += [(start + one, start + other) for one, other in _kept(*middle, most)]
    pairs += [(len(old) - end + at, len(new) - end + at) for at in range(end)]
    return _runs(pairs, len(old), len(new))


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many things both lists have in common at their beginning."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _runs(pairs: Sequence[tuple[int, int]], old_end: int, new_end: int) -> list[Run]:
    found: list[Run] = []
    old = new = 0
    for one, other in [*pairs, (old_end, new_end)]:
        if (one, other) != (old, new):
            found.append(Run(False, old, one, new, other))
        if (one, other) != (old_end, new_end):
            same = found.pop() if found and found[-1].same else Run(True, one, one, other, other)
            found.append(replace(same, old_end=one + 1, new_end=other + 1))
        old, new = one + 1, other + 1
    return found


def _kept(old: Sequence[Hashable], new: Sequence[Hashable], most: int) -> list[tuple[int, int]]:
    """Return the places of what stands in both lists, in order; none where more than `most` changes
    lead from one to the other.
    """
    bound = min(most, len(old) + len(new))
    # How far along `old` each diagonal is reached; -1 where it is not yet.
    reached = array("i", [-1]) * (2 * bound + 3)
    middle = bound + 1
    reached[middle + 1] = 0
    steps: list[array[int]] = []
    for changes in range(bound + 1):
        steps.append(reached[middle - changes - 1 : middle + changes + 2])
        low, high = max(-changes, -len(new)), min(changes, len(old))
        for diagonal in range(low + (changes + low) % 2, high + 1, 2):
            at, _down = _step(reached, middle, diagonal, len(old), len(new))
            while 0 <= at < len(old) and at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            reached[middle + diagonal] = at
            if at == len(old) and at - diagonal == len(new):
                return _back(steps, len(old), len(new))
    return []


def _step(
    reached: "array[int]", middle: int, diagonal: int, old: int, new: int
) -> tuple[int, bool]:
    """Return how far the best of two ways leads onto a diagonal, -1 for none, and whether it is the
    one that puts something in (down) or the one that takes something out.
    """
    down, right = reached[middle + diagonal + 1], reached[middle + diagonal - 1]
    right = right + 1 if 0 <= right < old else -1
    down = down if down >= 0 and down - diagonal <= new else -1
    return (down, True) if down >= right else (right, False)


def _back(steps: "list[array[int]]", old: int, new: int) -> list[tuple[int, int]]:
    """Follow the way back from the ends of both lists; return what it passed that is in both."""
    pairs: list[tuple[int, int]] = []
    at, other = old, new
    for changes in range(len(steps) - 1, -1, -1):
        before, middle = steps[changes], changes + 1
        begin, down = _step(before, middle, at - other, old, new)
        begin_other = begin - (at - other)
        pairs += [(at - back, other - back) for back in range(1, at - begin + 1)]
        at, other = (begin, begin_other - 1) if down else (begin - 1, begin_other)
    return pairs[::-1]
