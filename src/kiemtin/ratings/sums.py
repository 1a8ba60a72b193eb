"""Sums over the ratings of each row of a table, by a full matrix or by a list of its entries."""

import numpy as np

from kiemtin.ratings.table import Floats, Table

DENSE_CELLS = 4_000_000
"""Up to so many cells a full matrix (32 MB) is faster than a list of the entries."""


class Sums:
    """For each row of a table: `count` of its ratings, `total` of their values, and sums of what
    stands across.
    """

    def __init__(self, of: Table, dense_cells: int = DENSE_CELLS) -> None:
        self._of = of
        self.count: Floats = np.asarray(np.bincount(of.rater, minlength=of.shape[0]), float)
        self.total: Floats = np.asarray(np.bincount(of.rater, of.value, of.shape[0]), float)
        self._dense: tuple[Floats, Floats] | None = None
        if of.shape[0] * of.shape[1] <= dense_cells:
            self._dense = np.zeros(of.shape), np.zeros(of.shape)
            self._dense[0][of.rater, of.verdict] = 1.0
            self._dense[1][of.rater, of.verdict] = of.value

    def plain(self, columns: Floats) -> Floats:
        """(rows, k): the sum of columns[j] over the ratings j of each row; columns is (n, k)."""
        if self._dense is not None:
            return self._dense[0] @ columns
        return self._each(columns[self._of.verdict].T)

    def by_value(self, column: Floats) -> Floats:
        """(rows,): the sum of value times column[j]; column is (n,)."""
        if self._dense is not None:
            return self._dense[1] @ column
        return self._each((column[self._of.verdict] * self._of.value)[None])[:, 0]

    def _each(self, weights: Floats) -> Floats:
        rows = self._of.shape[0]
        return np.stack([np.bincount(self._of.rater, one, rows) for one in weights], axis=1)
