"""How well groups agree with the true claims: by pairs of messages, and by B³ (Bagga and Baldwin,
1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scores:
    """Shares from 0 to 1.

    `pairs`: of messages in one group; `worst`: the most wrong ones of these that one group has.
    """

    pair_precision: float
    pair_recall: float
    b3_precision: float
    b3_recall: float
    pairs: int
    worst: int

    @property
    def b3_f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.b3_precision * self.b3_recall / (self.b3_precision + self.b3_recall)


def score(claims: Sequence[int], groups: Sequence[int]) -> Scores:
    """Compare groups with claims, one of each for each message."""
    claim, in_claim = _numbered(claims)
    group, in_group = _numbered(groups)
    both, in_both = _numbered(claim * len(in_group) + group)
    together = _pairs(in_both)
    wrong = in_group * (in_group - 1) // 2
    np.subtract.at(wrong, _group_of(both, group, len(in_both)), in_both * (in_both - 1) // 2)
    return Scores(
        together / max(1, _pairs(in_group)),
        together / max(1, _pairs(in_claim)),
        float((in_both[both] / in_group[group]).mean()),
        float((in_both[both] / in_claim[claim]).mean()),
        int(_pairs(in_group)),
        int(wrong.max()),
    )


def _group_of(both: np.ndarray, group: np.ndarray, many: int) -> np.ndarray:
    """Return the group of each set of messages with one claim and one group."""
    found = np.zeros(many, np.int64)
    found[both] = group
    return found


def _numbered(labels: Sequence[int] | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    _, number, sizes = np.unique(np.asarray(labels), return_inverse=True, return_counts=True)
    return number.astype(np.int64), sizes.astype(np.int64)


def _pairs(sizes: np.ndarray) -> float:
    return float((sizes * (sizes - 1) // 2).sum())
