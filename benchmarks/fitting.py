"""Fits the decision model and measures it on families that it was not fitted on.

A family is a set of near neighbours with their messages. Holding whole families out is what
keeps the figures honest: within one, messages resemble each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.contrast import Case
from kiemtin.matching.decide import Looked, Matcher
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.features import CONFLICT, NAMES
from kiemtin.matching.model import Model
from kiemtin.matching.reading import Reading, read_query
from kiemtin.matching.types import Match

Floats = NDArray[np.float64]

RIDGE = 1.0
"""Penalty on the squared weights (not the bias); .3 to 3 give the same decisions."""

MAYBE_KEEPS = 0.98
"""Share of answerable messages whose right entry must be offered at least as "maybe"."""


BLANK = Model(np.zeros(len(NAMES)), 0.0, 1.0, 0.0)
"""Stands in where only features are wanted."""


@dataclass(frozen=True)
class Example:
    """One case with all that the model is asked about it, gathered once."""

    case: Case
    reading: Reading
    looked: Sequence[Looked]
    rows: Floats

    @property
    def labels(self) -> Floats:
        """Return 1 for the row of the right entry, 0 for the others."""
        return np.array([float(one.hit.id == self.case.expect) for one in self.looked])


def gather(matcher: Matcher, cases: Sequence[Case], vectors: Matrix | None) -> list[Example]:
    """Search, read and compare for every case; `vectors` has one row a case, or is None."""
    examples = []
    for at, case in enumerate(cases):
        reading = read_query(case.query)
        vector = None if vectors is None else vectors[at : at + 1]
        looked = matcher.look(case.query, reading, vector)
        examples.append(Example(case, reading, looked, matcher.features(reading, looked)))
    return examples


def fit(examples: Sequence[Example], target: float) -> Model:
    """Fit weights on `examples`, and thresholds on families held out within them."""
    weights, bias = _weights(examples)
    same_at, maybe_at = _thresholds(_held_out_odds(examples), target)
    return Model(weights, bias, same_at, maybe_at)


def held_out(matcher: Matcher, examples: Sequence[Example], target: float) -> list[Match]:
    """Return the decision on each example by a model that never saw its family."""
    decided: dict[str, Match] = {}
    for family in sorted({one.case.family for one in examples}):
        model = fit([one for one in examples if one.case.family != family], target)
        judge = Matcher(matcher.index, model)
        for one in examples:
            if one.case.family == family:
                decided[one.case.id] = judge.decide(one.reading, one.looked, one.rows)
    return [decided[one.case.id] for one in examples]


def logistic(rows: Floats, labels: Floats, ridge: float) -> tuple[Floats, float]:
    """Return weights and bias that minimise log loss + ridge/2 · |weights|², by Newton steps."""
    design = np.hstack((rows, np.ones((len(rows), 1))))
    penalty = np.diag([ridge] * rows.shape[1] + [1e-6])
    theta = np.zeros(design.shape[1])
    for _ in range(50):
        odds = 1 / (1 + np.exp(-(design @ theta)))
        slope = design.T @ (odds - labels) + penalty @ theta
        curve = (design * (odds * (1 - odds))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        theta -= step
        if np.abs(step).max() < 1e-9:
            break
    return theta[:-1], float(theta[-1])


def _weights(examples: Sequence[Example]) -> tuple[Floats, float]:
    rows = np.concatenate([one.rows for one in examples])
    labels = np.concatenate([one.labels for one in examples])
    return logistic(rows, labels, RIDGE)


@dataclass(frozen=True)
class _Odds:
    example: Example
    odds: Floats
    close: Floats


def _held_out_odds(examples: Sequence[Example], folds: int = 8) -> list[_Odds]:
    families = sorted({one.case.family for one in examples})
    fold_of = {family: at % folds for at, family in enumerate(families)}
    found = []
    for fold in range(folds):
        weights, bias = _weights([one for one in examples if fold_of[one.case.family] != fold])
        model = Model(weights, bias, 1.0, 0.0)
        for one in examples:
            if fold_of[one.case.family] == fold:
                free = one.rows.copy()
                free[:, CONFLICT] = 0.0
                found.append(_Odds(one, model.probability(one.rows), model.probability(free)))
    return found


def _thresholds(found: Sequence[_Odds], target: float) -> tuple[float, float]:
    firsts = [(float(one.odds.max()), _right(one)) for one in found if _may_be_same(one)]
    firsts.sort(reverse=True)
    same_at, wrong = 1.0, 0
    for count, (odds, right) in enumerate(firsts, start=1):
        wrong += not right
        if count - wrong >= target * count:
            same_at = odds
    right_close = sorted(
        float(one.close[at])
        for one in found
        for at, looked in enumerate(one.example.looked)
        if looked.hit.id == one.example.case.expect
    )
    kept = right_close[int(len(right_close) * (1 - MAYBE_KEEPS))] if right_close else 0.5
    return same_at, min(kept, same_at)


def _right(one: _Odds) -> bool:
    at = int(np.argmax(one.odds))
    return one.example.looked[at].hit.id == one.example.case.expect


def _may_be_same(one: _Odds) -> bool:
    at = int(np.argmax(one.odds)) if len(one.odds) else -1
    return at >= 0 and not one.example.looked[at].comparison.conflicts


def as_json(model: Model, card: dict[str, object]) -> dict[str, object]:
    """Return the content of decision.json."""
    weights = {name: round(float(w), 4) for name, w in zip(NAMES, model.weights, strict=True)}
    return {
        "card": card,
        "weights": weights,
        "bias": round(model.bias, 4),
        "same_at": round(model.same_at, 4),
        "maybe_at": round(model.maybe_at, 4),
    }
