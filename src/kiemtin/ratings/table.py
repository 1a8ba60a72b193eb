"""The ratings that count, as a table; neither the names of raters nor their order matter."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.ratings.refusal import RatingsRefused

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RATINGS_A_VERDICT, RATINGS_A_RATER = 5, 10
"""Below these a verdict or a rater is left out of the model (Community Notes, mf_base_scorer.py:
minNumRatersPerNote, minNumRatingsPerRater).
"""


@dataclass(frozen=True, repr=False)
class Table:
    """`rater` and `verdict` (indexes from 0) and `value` of each rating, all of one length;
    `shape` is (raters, verdicts).
    """

    rater: Ints
    verdict: Ints
    value: Floats
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.value)

    def take(self, which: NDArray[np.bool_]) -> "Table":
        """Only these ratings, in a table of the same shape."""
        return Table(self.rater[which], self.verdict[which], self.value[which], self.shape)

    def turned(self) -> "Table":
        """Verdicts by raters."""
        return Table(self.verdict, self.rater, self.value, self.shape[::-1])


def table(
    raters: Iterable[Hashable], verdicts: Sequence[int], values: Sequence[float]
) -> tuple[Table, Ints]:
    """The ratings as a table, and the verdict that each of its columns stands for.

    All three are of one length. Raises RatingsRefused (value, twice).
    """
    value = np.asarray(values, float)
    if not np.isin(value, (0.0, 0.5, 1.0)).all():
        raise RatingsRefused("value")
    columns, column = np.unique(np.asarray(verdicts, np.int64), return_inverse=True)
    codes: dict[Hashable, int] = {}
    rater = np.array([codes.setdefault(one, len(codes)) for one in raters], np.int64)
    rater = _by_what_was_said(rater, column, value, (len(codes), len(columns)))
    order = np.lexsort((column, rater))
    made = Table(rater[order], column[order], value[order], (len(codes), len(columns)))
    if ((np.diff(made.rater) == 0) & (np.diff(made.verdict) == 0)).any():
        raise RatingsRefused("twice")
    return made, columns


def _by_what_was_said(rater: Ints, column: Ints, value: Floats, shape: tuple[int, int]) -> Ints:
    """Number the raters by a hash of their ratings. The sums are of whole numbers: exact."""
    marks = np.random.default_rng(0).integers(1, 2**31, size=(shape[1], 3))
    said = np.bincount(rater, marks[column, (2 * value).astype(int)], shape[0])
    place = np.empty(shape[0], np.int64)
    place[np.argsort(said, kind="stable")] = np.arange(shape[0])
    return place[rater]


def counted(whole: Table) -> tuple[Table, Ints]:
    """Drop verdicts with too few ratings, then raters with too few, until nothing changes; and
    the old column of each new one.
    """
    keep = np.ones(len(whole), bool)
    while True:
        of_verdict = np.bincount(whole.verdict[keep], minlength=whole.shape[1])
        left = keep & (of_verdict[whole.verdict] >= RATINGS_A_VERDICT)
        of_rater = np.bincount(whole.rater[left], minlength=whole.shape[0])
        left &= of_rater[whole.rater] >= RATINGS_A_RATER
        if left.sum() == keep.sum():
            return _packed(whole.take(keep))
        keep = left


def _packed(of: Table) -> tuple[Table, Ints]:
    raters, rater = np.unique(of.rater, return_inverse=True)
    verdicts, verdict = np.unique(of.verdict, return_inverse=True)
    return Table(rater, verdict, of.value, (len(raters), len(verdicts))), verdicts
