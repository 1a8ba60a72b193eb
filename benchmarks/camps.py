"""Made-up readers in two camps, and what each says of made-up verdicts: no real ratings are open.

A verdict pleases everybody, nobody, or one camp only; a reader says the opposite by chance with the
rate `slips`, and "somewhat" in one of ten ratings. Readers are unevenly busy, as everywhere: the
log of how much each rates is normal with deviation 1.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kiemtin.ratings.table import counted, table

EVERYBODY, NOBODY, LARGER, SMALLER = range(4)
SHARES = (0.4, 0.1, 0.25, 0.25)
SOMEWHAT = 0.1


class Said(NamedTuple):
    """One camps' ratings: rater, verdict and value of each, and whom each verdict pleases."""

    raters: list[int]
    verdicts: list[int]
    values: list[float]
    pleases: NDArray[np.int64]


@dataclass(frozen=True)
class Camps:
    """`raters` readers, a share `smaller` of them in the smaller camp, and `verdicts` verdicts.

    A camp rates what pleases it alone `drawn` times as often as the other camp does.
    """

    raters: int = 300
    verdicts: int = 60
    smaller: float = 0.30
    slips: float = 0.05
    drawn: float = 1.0

    def rated(self, seed: int, counting: int) -> Said:
        """Ratings of which every verdict has at least `counting` that count, and no more than
        it takes.
        """
        random = np.random.default_rng(seed)
        pleases = random.choice(4, self.verdicts, p=SHARES)
        small = random.permutation(self.raters) < round(self.smaller * self.raters)
        busy = random.normal(0, 1, self.raters) + random.gumbel(size=(self.verdicts, self.raters))
        busy += np.log(self.drawn) * self._pleased(pleases, small)
        order = np.argsort(-busy, axis=1)  # Gumbel: drawn without putting back, the busy first
        said = self._opinions(random, pleases, small)
        for each in range(counting, self.raters + 1, 2):
            verdict = np.repeat(np.arange(self.verdicts), each)
            rater = order[:, :each].ravel()
            values = said[rater, verdict]
            if least(rater, verdict, values) >= counting:
                return Said(rater.tolist(), verdict.tolist(), values.tolist(), pleases)
        raise ValueError("so many ratings cannot count with so few readers")

    def _pleased(self, pleases: NDArray[np.int64], small: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """(verdicts, raters): whether the verdict pleases this rater's camp and no other."""
        smaller, larger = (pleases == SMALLER)[:, None], (pleases == LARGER)[:, None]
        return np.asarray((smaller & small) | (larger & ~small))

    def _opinions(
        self, random: np.random.Generator, pleases: NDArray[np.int64], small: NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        likes = (pleases == EVERYBODY) | self._pleased(pleases, small).T
        likes ^= random.random(likes.shape) < self.slips
        return np.where(random.random(likes.shape) < SOMEWHAT, 0.5, likes.astype(float))


def least(
    raters: NDArray[np.int64], verdicts: NDArray[np.int64], values: NDArray[np.float64]
) -> int:
    """How many ratings count of the verdict that has fewest; 0 when one has none."""
    whole, _names = table(raters.tolist(), verdicts.tolist(), values.tolist())
    of, columns = counted(whole)
    if len(columns) < whole.shape[1]:
        return 0
    return int(np.bincount(of.verdict).min())
