"""Which messages repeat one rumour: `group` says it for an archive, `Groups` as they come.

Messages with conflicting details (numbers, dates, names) are never led by one another, and what a
person decided always holds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kiemtin.matching.grouping.decisions import Decision, hold
from kiemtin.matching.grouping.machine import Found, find
from kiemtin.matching.grouping.online import Groups, UnknownMessage
from kiemtin.matching.grouping.settle import settle
from kiemtin.matching.grouping.tokens import Tokens, tokenise

__all__ = ["Decision", "Grouped", "Groups", "UnknownMessage", "group"]

CHUNK = 4_000
"""Messages that are read at once."""

Map = Callable[[Callable[[Sequence[str]], Tokens], Iterable[Sequence[str]]], Iterable[Tokens]]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Of each message its group, counted from 1, the largest first, and the place of its root.

    The root is the most complete and usual wording of its group. `overruled`: decisions that later
    ones contradict; `unknown`: decisions about messages that are not there.
    """

    groups: list[int]
    roots: list[int]
    overruled: list[Decision]
    unknown: list[Decision]


def group(
    texts: Sequence[str],
    *,
    ids: Sequence[str] = (),
    decisions: Sequence[Decision] = (),
    each: Map = map,
) -> Grouped:
    """Group `texts`; neither their order nor `each` changes which belong together.

    `ids`: one for each text, for the decisions; by default "0", "1", ... `each`: applies a
    function to parts of the texts, as `map` does, here or in other processes, in order.
    Raises ValueError when ids are repeated or not as many as texts.
    """
    if ids and (len(ids) != len(texts) or len(set(ids)) != len(ids)):
        raise ValueError(f"expected {len(texts)} different ids, got {len(set(ids))}")
    if not texts:
        return Grouped([], [], [], list(decisions))
    names = ids or [str(at) for at in range(len(texts))]
    parts = (texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK))
    found = find(list(each(tokenise, parts)))
    held = hold(names, decisions)
    order = _order(found, names, exact=bool(held.apart))
    labels = np.array(settle(found.leaders.tolist(), held, order.tolist(), found.near))
    groups, roots = _numbered(labels, order)
    _name_roots(roots, found, labels, names)
    return Grouped(groups.tolist(), roots.tolist(), held.overruled, held.unknown)


Longs = np.ndarray[tuple[int], np.dtype[np.int64]]


def _order(found: Found, names: Sequence[str], *, exact: bool) -> Longs:
    """Return the canonical order; `exact`: messages that say the very same by their ids."""
    if not exact:
        return found.order
    rank = np.empty_like(found.order)
    rank[found.order] = np.arange(len(rank))
    first = rank[found.copy_of].tolist()
    return np.array(sorted(range(len(first)), key=lambda at: (first[at], names[at])))


def _numbered(labels: Longs, order: Longs) -> tuple[Longs, Longs]:
    """Number groups by size, then by the order of their roots; return these and the roots."""
    _, first, inverse, sizes = np.unique(
        labels[order], return_index=True, return_inverse=True, return_counts=True
    )
    number = np.empty(len(sizes), np.int64)
    number[np.lexsort((first, -sizes))] = np.arange(1, len(sizes) + 1)
    groups, roots = np.empty_like(labels), np.empty_like(labels)
    groups[order], roots[order] = number[inverse], order[first][inverse]
    return groups, roots


def _name_roots(roots: Longs, found: Found, labels: Longs, names: Sequence[str]) -> None:
    """Of messages of a group that say the very same as its root, let the smallest id be root."""
    best: dict[int, int] = {}
    same = np.flatnonzero(found.copy_of == found.copy_of[roots])
    for at, label in zip(same.tolist(), labels[same].tolist(), strict=True):
        known = best.setdefault(label, at)
        if names[at] < names[known]:
            best[label] = at
    keys = np.array(sorted(best))
    chosen = np.array([best[key] for key in keys.tolist()])
    roots[:] = chosen[np.searchsorted(keys, labels)]
