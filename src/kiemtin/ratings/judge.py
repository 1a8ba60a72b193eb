"""Judges verdicts by the ratings of their readers; only outcomes come out.

Helpful: i_n ≥ 0.40 and |f_n| < 0.50; not helpful: i_n < −0.05 − 0.8·|f_n| (Community Notes,
documentation/under-the-hood/ranking-notes.md). Contested is our own rule on the same model.
"""

from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from kiemtin.ratings import gate
from kiemtin.ratings.model import Model, fit
from kiemtin.ratings.outcome import Gate, Judged, Outcome
from kiemtin.ratings.table import Floats, counted, table

HELPFUL, ONE_SIDED = 0.40, 0.50
NOT_HELPFUL, NOT_HELPFUL_SLOPE = -0.05, 0.8
MIDDLE = 0.5
"""More helpful than not: the middle of the scale."""


def judge(raters: Iterable[Hashable], verdicts: Sequence[int], values: Sequence[float]) -> Judged:
    """An outcome for each verdict that was rated. The same ratings in any order, under any names
    of raters, give the same outcomes.

    The three are of one length; values are 1 (helpful), 0.5 (somewhat) and 0 (not). Raises
    RatingsRefused (value, twice).
    """
    whole, names = table(raters, verdicts, values)
    outcomes = {int(name): Outcome.TOO_FEW for name in names}
    of, columns = counted(whole)
    if gate.scored(of).sum() < gate.VERDICTS:
        return Judged(Gate.FEW_VERDICTS, outcomes)
    models = [fit(of, start) for start in gate.starts(of)]
    said = gate.may_speak(of, models)
    if said is Gate.OPEN:
        enough = gate.scored(of) & gate.by_both_sides(of, models[0])
        for which, outcome in spoken(models[0]):
            outcomes |= {int(name): outcome for name in names[columns[which & enough]]}
    return Judged(said, outcomes)


def spoken(model: Model) -> list[tuple[NDArray[np.bool_], Outcome]]:
    """Which columns have which outcome; a column in none of them stays as it is."""
    one_sided = np.abs(model.verdict_factor)
    helpful = (model.verdict >= HELPFUL) & (one_sided < ONE_SIDED)
    not_helpful = model.verdict < NOT_HELPFUL - NOT_HELPFUL_SLOPE * one_sided
    expected = _by_side(model)
    divided = (expected.max(axis=0) >= MIDDLE) & (expected.min(axis=0) < MIDDLE)
    contested = divided & (one_sided >= ONE_SIDED) & ~not_helpful
    return [
        (helpful, Outcome.HELPFUL),
        (not_helpful, Outcome.NOT_HELPFUL),
        (contested, Outcome.CONTESTED),
    ]


def _by_side(model: Model) -> Floats:
    """(2, verdicts): what the average rater of each side is expected to say of each verdict."""
    sides = (model.rater_factor > 0, model.rater_factor <= 0)
    return np.stack([_expected(model, side) for side in sides if side.any()])


def _expected(model: Model, side: NDArray[np.bool_]) -> Floats:
    intercept = model.centre + model.rater[side].mean()
    factor = float(model.rater_factor[side].mean())
    return np.asarray(intercept + model.verdict + factor * model.verdict_factor)
