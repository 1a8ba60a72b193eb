"""One order out of two: words and sentence vectors, weighed together."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WORDS = 0.3
"""Share of the words in the fused score; see `make bench-matching` for what others give."""

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
