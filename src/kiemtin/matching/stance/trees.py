"""Small decision trees whose leaves add up to a score a kind; read from one file of plain arrays.

`stance.npz` is written by benchmarks/fit_stance.py; `stance.json` beside it is its card.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DEPTH = 3
"""Questions that are asked on the way to a leaf; every tree is complete."""


@dataclass(frozen=True, slots=True)
class Trees:
    """n trees for `kinds` kinds, tree i for kind i modulo `kinds`.

    `asked` (n, 7): the feature that each node looks at; `above` (n, 7): it goes right when the
    feature is greater; `leaves` (n, 8): what is added; `start` (kinds,): the score before them.
    `heat` divides the scores, so that probabilities are neither too sure nor too shy.
    """

    asked: NDArray[np.int32]
    above: NDArray[np.float32]
    leaves: NDArray[np.float32]
    start: Floats
    heat: float = 1.0

    @property
    def kinds(self) -> int:
        """Return the number of kinds."""
        return len(self.start)

    def scores(self, rows: Floats) -> Floats:
        """Return the scores of `rows` (n, features), shape (n, kinds)."""
        total = np.repeat(self.start[None], len(rows), axis=0)
        trees = np.arange(len(self.asked))
        narrow = rows.astype(np.float32)
        for at, row in enumerate(narrow):
            node = np.zeros(len(trees), np.int64)
            for _ in range(DEPTH):
                right = row[self.asked[trees, node]] > self.above[trees, node]
                node = 2 * node + 1 + right
            added = self.leaves[trees, node - (2**DEPTH - 1)].reshape(-1, self.kinds)
            total[at] += added.sum(axis=0, dtype=np.float64)
        return total

    def probabilities(self, rows: Floats) -> Floats:
        """Return one probability a kind for each of `rows`, shape (n, kinds)."""
        return softmax(self.scores(rows) / self.heat)


def softmax(scores: Floats) -> Floats:
    """Return the share of each column, shape (n, kinds)."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
