"""Fits the decision model and measures it on families that it was not fitted on.

A family is a set of near neighbours with their messages. Holding whole families out is what
keeps the figures honest: within one, messages resemble each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.contrast import Case
from kiemtin.matching.decide import Looked, Matcher
from kiemtin.matching.features import CONFLICTS, NAMES
from kiemtin.matching.model import Model
from kiemtin.matching.reading import Reading, read_query
from kiemtin.matching.types import Match

Floats = NDArray[np.float64]

RIDGE = 0.3
"""Penalty on the squared weights (not the bias); .1 to 1 give nearly the same decisions."""

HELD_OUT = 10
"""Parts that the families are dealt into, each decided by a model fitted on the others."""

LEAST_SAME = 0.6
"""No answer goes out unasked at a lower probability, however few errors the data shows."""

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


def gather(matcher: Matcher, cases: Sequence[Case]) -> list[Example]:
    """Search, read and compare for every case; encodes all messages in one go."""
    encoder = matcher.index.encoder
    texts = [case.query.text for case in cases]
    vectors = None if encoder is None else encoder.query(texts)
    examples = []
    for at, case in enumerate(cases):
        reading = read_query(case.query)
        vector = None if vectors is None else vectors[at : at + 1]
        looked = matcher.look(case.query, reading, vector)
        examples.append(Example(case, reading, looked, matcher.features(reading, looked)))
    return examples


def fit(matcher: Matcher, examples: Sequence[Example], target: float) -> Model:
    """Fit weights on `examples`, and thresholds on families held out within them."""
    weights, bias = _weights(examples)
    folds = _folds(examples)
    maybe_at = _maybe_at(folds)
    return Model(weights, bias, _same_at(matcher, folds, maybe_at, target), maybe_at)


def held_out(matcher: Matcher, examples: Sequence[Example], target: float) -> list[Match]:
    """Return the decision on each example by a model that never saw its family, a tenth at once."""
    decided: dict[str, Match] = {}
    part_of = _parts(examples, HELD_OUT)
    for part in range(HELD_OUT):
        model = fit(matcher, [one for one in examples if part_of[one.case.family] != part], target)
        judge = Matcher(matcher.index, model)
        for one in examples:
            if part_of[one.case.family] == part:
                decided[one.case.id] = judge.decide(one.reading, one.looked, one.rows)
    return [decided[one.case.id] for one in examples]


def _parts(examples: Sequence[Example], count: int) -> dict[str, int]:
    families = sorted({one.case.family for one in examples})
    return {family: at % count for at, family in enumerate(families)}


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


AGAINST = frozenset(
    {"claim_words_scarce", "message_details_extra", "claim_names_missing", "conflict"}
    | {"words_swapped", "found_later"}
    | {name for name in NAMES if name.endswith(("_conflict", "_missing", "_extra"))}
)
EITHER = frozenset({"toneless"})
"""What speaks against a claim may not speak for it in a model that is trusted, nor the reverse."""


def _weights(examples: Sequence[Example]) -> tuple[Floats, float]:
    """Fit, and again without each feature whose weight has the wrong sign."""
    rows = np.concatenate([one.rows for one in examples])
    labels = np.concatenate([one.labels for one in examples])
    kept = list(range(len(NAMES)))
    while True:
        weights, bias = logistic(rows[:, kept], labels, RIDGE)
        right = [at for at, one in zip(kept, weights, strict=True) if _sign_holds(at, one)]
        if right == kept:
            whole = np.zeros(len(NAMES))
            whole[kept] = weights
            return whole, bias
        kept = right


def _sign_holds(feature: int, weight: float) -> bool:
    name = NAMES[feature]
    return name in EITHER or (weight <= 0 if name in AGAINST else weight >= 0)


Folds = list[tuple[Model, list[Example]]]


def _folds(examples: Sequence[Example], count: int = 8) -> Folds:
    """Return for each fold a model fitted without its families, and its examples."""
    fold_of = _parts(examples, count)
    folds: Folds = []
    for fold in range(count):
        weights, bias = _weights([one for one in examples if fold_of[one.case.family] != fold])
        inside = [one for one in examples if fold_of[one.case.family] == fold]
        folds.append((Model(weights, bias, 1.0, 0.0), inside))
    return folds


def _maybe_at(folds: Folds) -> float:
    """Return the probability, conflicts apart, that 98 % of the right entries reach."""
    close = []
    for model, examples in folds:
        for one in examples:
            free = one.rows.copy()
            free[:, CONFLICTS] = 0.0
            close += model.probability(free)[one.labels > 0].tolist()
    return float(np.quantile(close, 1 - MAYBE_KEEPS)) if close else 0.5


def _same_at(matcher: Matcher, folds: Folds, maybe_at: float, target: float) -> float:
    """Return the least probability from which `target` of what would be answered is right.

    What the guard and the other rules hold back is not answered and does not count.
    """
    sent: list[tuple[float, bool]] = []
    for model, examples in folds:
        judge = Matcher(matcher.index, replace(model, same_at=0.0, maybe_at=maybe_at))
        for one in examples:
            match = judge.decide(one.reading, one.looked, one.rows)
            if match.decision == "same":
                sent.append((match.probability, match.id == one.case.expect))
    same_at, wrong = 1.0, 0
    for count, (odds, right) in enumerate(sorted(sent, reverse=True), start=1):
        wrong += not right
        if count - wrong >= target * count:
            same_at = odds
    return max(same_at, LEAST_SAME)


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
