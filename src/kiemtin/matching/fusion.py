"""One order out of two: words and sentence vectors, weighed together."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WORDS = 0.3
"""Share of the words in the fused score; see `make bench-matching` for what others give."""

_N = TypeVar("_N", np.uint16, np.float64)
_GROUPS = 4
"""Groups for each of the k best that are looked for: with more, fewer are left to be ordered."""

COSINE_FLOOR = 0.8
"""Cosine of unrelated texts in multilingual-e5-small is about .82."""


def fuse(lexical: Floats, cosines: Floats | None) -> Floats:
    """Return one score a row, 0 to 1, from BM25 scores and cosines (None: words only).

    BM25 is divided by the best row's, a cosine is stretched from [.8, 1] to [0, 1]: weighted
    scores keep how much better a row is, which ranks would throw away.
    """
    words = lexical / max(float(lexical.max(initial=0.0)), 1e-9)
    if cosines is None:
        return words
    near = np.clip((cosines - COSINE_FLOOR) / (1 - COSINE_FLOOR), 0.0, 1.0)
    return WORDS * words + (1 - WORDS) * near


def best(ids: NDArray[np.str_], scores: Floats, k: int) -> list[int]:
    """Return the positions of the k best scores, best first, equal ones by id."""
    if k <= 0 or not len(scores):
        return []
    k = min(k, len(scores))
    threshold = np.partition(scores, len(scores) - k)[len(scores) - k]
    above = np.flatnonzero(scores >= threshold)
    order = np.lexsort((ids[above], -scores[above]))
    return [int(position) for position in above[order][:k]]


def foremost(parts: Sequence[NDArray[_N]], k: int) -> list[NDArray[np.intp]]:
    """Return for each part the positions, ascending, of what is among the k best of all parts.

    Values are ≥ 0, a zero is never among the best, and k ≥ 1. Whoever equals the last one is
    among them too, so the choice depends on no order.
    """
    # The k-th best of the winners of any division into groups is no better than the k-th of all:
    # most are left out at a glance, and only the rest is put in order.
    floor = max(_last(np.concatenate([_winners(one, k) for one in parts]), k), 1e-300)
    rest = [np.flatnonzero(one >= floor) for one in parts]
    values = [one[at] for one, at in zip(parts, rest, strict=True)]
    bar = _last(np.concatenate(values), k)
    return [at[own >= bar] for at, own in zip(rest, values, strict=True)]


def _winners(values: NDArray[_N], k: int) -> NDArray[_N]:
    """Return the best of each group; the last few values, of no full group, are left out."""
    groups = _GROUPS * k
    rounds = len(values) // groups
    if rounds < _GROUPS:
        return values
    winners: NDArray[_N] = values[: rounds * groups].reshape(rounds, groups).max(axis=0)
    return winners


def _last(values: NDArray[np.generic], k: int) -> float:
    """Return the k-th highest of `values`, 0 when there are fewer."""
    if len(values) < k:
        return 0.0
    return float(np.partition(values, len(values) - k)[len(values) - k])
