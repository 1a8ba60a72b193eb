"""The model of Community Notes in its mean form: r̂ = μ + i_u + i_n + f_u·f_n, fitted by alternating
least squares.

Minimised is mean (r − r̂)² + λ_i (μ² + mean i_u² + mean i_n²) + λ_f (mean f_u² + mean f_n²), as
their code does (scoring/matrix_factorization/matrix_factorization.py, _get_reg_loss); their
documentation writes sums, and gives other numbers. λ_i = 0.15, λ_f = 0.03, one factor.
"""

from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from kiemtin.ratings.sums import Sums
from kiemtin.ratings.table import Floats, Table

LAMBDA_INTERCEPT, LAMBDA_FACTOR = 0.15, 0.03
SETTLED, ROUNDS = 1e-5, 300


@dataclass(repr=False)
class Model:
    """The fitted numbers, one a rater or verdict. In memory only: neither shown nor stored."""

    centre: float
    rater: Floats
    rater_factor: Floats
    verdict: Floats
    verdict_factor: Floats

    def __reduce__(self) -> NoReturn:
        """Refuse to be written anywhere."""
        raise TypeError("what is inferred about readers stays in memory")

    def predict(self, of: Table) -> Floats:
        """The rating expected for each rating of a table of the same shape."""
        intercepts = self.centre + self.rater[of.rater] + self.verdict[of.verdict]
        return intercepts + self.rater_factor[of.rater] * self.verdict_factor[of.verdict]


class _Side:
    """Raters or verdicts: the best intercept and factor of each, given those across."""

    def __init__(self, of: Table, *, factors: bool) -> None:
        self.sums = Sums(of)
        weight = len(of) / of.shape[0]
        self.intercepts, self.squares = weight * LAMBDA_INTERCEPT, weight * LAMBDA_FACTOR
        self.factors = factors
        self.met = np.zeros(of.shape[0])

    def best(self, centre: float, across: Floats, factor: Floats) -> tuple[Floats, Floats]:
        """Solve the two normal equations of every row at once; `met` is then each row's sum of
        the factors across.
        """
        own = self.sums.count + self.intercepts
        rest = self.sums.total - centre * self.sums.count
        if not self.factors:
            return (rest - self.sums.plain(across[:, None])[:, 0]) / own, self.met
        columns = np.stack([across, factor, factor * factor, across * factor], axis=1)
        intercepts, self.met, squares, products = self.sums.plain(columns).T
        rest = rest - intercepts
        moment = self.sums.by_value(factor) - centre * self.met - products
        squares = squares + self.squares
        scale = own * squares - self.met * self.met
        best = (squares * rest - self.met * moment) / scale
        return best, (own * moment - self.met * rest) / scale

    def explained(self, intercepts: Floats) -> float:
        """The sum over all ratings of the intercepts of this side."""
        return float(self.sums.count @ intercepts)


def fit(of: Table, start: Floats | None) -> Model:
    """Fit to a table; who has no rating in it gets 0.

    `start` are the verdicts' first factors, not all 0; None leaves the factors out
    (intercept-only). Ends when no number of a verdict moves by SETTLED, or after ROUNDS.
    """
    raters, verdicts = (_Side(one, factors=start is not None) for one in (of, of.turned()))
    none = np.zeros(of.shape[1])
    first = none if start is None else start
    model = Model(float(of.value.mean()), np.zeros(of.shape[0]), np.zeros(of.shape[0]), none, first)
    for _round in range(ROUNDS):
        if _improve(model, raters, verdicts, len(of)) < SETTLED:
            break
    return model


def _improve(model: Model, raters: _Side, verdicts: _Side, count: int) -> float:
    """One round over all numbers; how far those of the verdicts moved."""
    before = np.stack([model.verdict, model.verdict_factor])
    model.rater, model.rater_factor = raters.best(model.centre, *before)
    now = verdicts.best(model.centre, model.rater, model.rater_factor)
    model.verdict, model.verdict_factor = now
    explained = raters.explained(model.rater) + verdicts.explained(model.verdict)
    explained += float(verdicts.met @ model.verdict_factor)
    total = float(verdicts.sums.total.sum())
    model.centre = (total - explained) / count / (1 + LAMBDA_INTERCEPT)
    return float(np.abs(np.stack(now) - before).max())
