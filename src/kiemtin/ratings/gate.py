"""When the model may speak at all: enough verdicts, sides that show in ratings it has not seen, and
the same answer from wherever it starts.
"""

import numpy as np
from numpy.typing import NDArray

from kiemtin.ratings.model import Model, fit
from kiemtin.ratings.outcome import Gate
from kiemtin.ratings.table import Floats, Table

Which = NDArray[np.bool_]
VERDICTS, RATINGS = 40, 30
"""Fewer scored verdicts, or fewer ratings of a verdict, were measured to call one-camp verdicts
bridged in 1 to 6 of 100.
"""
OF_EACH_SIDE = 5
"""What both sides agree on, both must have rated: as often as Community Notes asks of any note."""
GAIN = 0.05
"""By how much the factor must lower the squared error of held-out ratings. Any gain at all let the
model speak at camps of 95 to 5 now and then (benchmarks/bench_ratings.py).
"""
STARTS, FOLDS, SEED = 4, 5, 0
START_SPREAD = 0.3
SAME = 0.01
"""Community Notes takes a smaller change of an intercept for no change (its CRH inertia)."""


def starts(of: Table) -> list[Floats]:
    """The first factors of each start, always the same for a table of one shape."""
    random = np.random.default_rng(SEED)
    return [random.normal(0, START_SPREAD, of.shape[1]) for _ in range(STARTS)]


def gain(of: Table) -> float:
    """How much smaller the squared error of held-out ratings is with the factor than without, as a
    share; five folds.
    """
    fold = np.random.default_rng(SEED).permutation(len(of)) % FOLDS
    errors = np.zeros(2)
    for held in range(FOLDS):
        seen, unseen = of.take(fold != held), of.take(fold == held)
        for which, start in enumerate((None, starts(of)[0])):
            errors[which] += np.square(unseen.value - fit(seen, start).predict(unseen)).sum()
    return float(1 - errors[1] / errors[0])


def agree(models: list[Model]) -> bool:
    """True when every start found the same intercepts and, but for the sign, the same factors."""
    first = models[0]
    return all(
        np.abs(one.verdict - first.verdict).max() <= SAME
        and np.abs(np.abs(one.verdict_factor) - np.abs(first.verdict_factor)).max() <= SAME
        for one in models[1:]
    )


def scored(of: Table) -> Which:
    """Which verdicts have ratings enough to be scored."""
    return np.bincount(of.verdict, minlength=of.shape[1]) >= RATINGS


def by_both_sides(of: Table, model: Model) -> Which:
    """Which verdicts each side of the readers has rated often enough."""
    one = np.bincount(of.verdict, model.rater_factor[of.rater] > 0, of.shape[1])
    other = np.bincount(of.verdict, minlength=of.shape[1]) - one
    return np.asarray(np.minimum(one, other) >= OF_EACH_SIDE)


def may_speak(of: Table, models: list[Model]) -> Gate:
    """OPEN, or why not; `models` are the fits from every start."""
    if not agree(models):
        return Gate.STARTS_DIFFER
    if (scored(of) & by_both_sides(of, models[0])).sum() < VERDICTS:
        return Gate.ONE_SIDE
    return Gate.OPEN if gain(of) >= GAIN else Gate.NO_SIDES
