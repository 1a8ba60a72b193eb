"""The fit is the least of the mean-form loss, and what it infers about readers cannot be written
down.
"""

import logging
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.camps import EVERYBODY, NOBODY, Camps
from kiemtin.ratings.model import LAMBDA_FACTOR, LAMBDA_INTERCEPT, Model, fit
from kiemtin.ratings.table import Floats, Table, counted, table


def rated(seed: int = 0, slips: float = 0.05) -> tuple[Table, Floats]:
    """A small table of two camps, and a start."""
    said = Camps(raters=60, verdicts=24, slips=slips).rated(seed, 12)
    of, _columns = counted(table(said.raters, said.verdicts, said.values)[0])
    return of, np.random.default_rng(seed).normal(0, 0.3, of.shape[1])


def loss(of: Table, model: Model) -> float:
    """What is minimised, in words of its own."""
    fit_to = np.mean((of.value - model.predict(of)) ** 2)
    intercepts = model.centre**2 + np.mean(model.rater**2) + np.mean(model.verdict**2)
    factors = np.mean(model.rater_factor**2) + np.mean(model.verdict_factor**2)
    return float(fit_to + LAMBDA_INTERCEPT * intercepts + LAMBDA_FACTOR * factors)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_no_step_from_the_fit_makes_the_mean_form_smaller(seed: int) -> None:
    of, start = rated()
    model = fit(of, start)
    best = loss(of, model)
    chance = np.random.default_rng(seed)
    for name in ("rater", "rater_factor", "verdict", "verdict_factor"):
        there = getattr(model, name)
        step = chance.normal(0, 0.01, len(there))
        for sign in (1, -1):
            setattr(model, name, there + sign * step)
            assert loss(of, model) > best
        setattr(model, name, there)


def test_a_flipped_start_flips_the_factors_only() -> None:
    of, start = rated()
    one, other = fit(of, start), fit(of, -start)
    assert np.allclose(one.verdict, other.verdict)
    assert np.allclose(one.rater_factor, -other.rater_factor)
    assert np.allclose(one.verdict_factor, -other.verdict_factor)


def test_without_factors_there_are_none() -> None:
    of, _start = rated()
    model = fit(of, None)
    assert not model.rater_factor.any()
    assert not model.verdict_factor.any()


def test_what_pleases_one_camp_is_told_by_the_factor() -> None:
    said = Camps(raters=100, verdicts=30).rated(1, 20)
    of, columns = counted(table(said.raters, said.verdicts, said.values)[0])
    model = fit(of, np.random.default_rng(1).normal(0, 0.3, of.shape[1]))
    for_all = np.isin(said.pleases[columns], (EVERYBODY, NOBODY))
    sided = np.abs(model.verdict_factor)
    assert sided[for_all].max() < sided[~for_all].min()


def test_what_is_inferred_is_neither_shown_nor_stored(caplog: pytest.LogCaptureFixture) -> None:
    of, start = rated()
    model = fit(of, start)
    for shown in (repr(model), str(model), f"{of}"):
        assert "array" not in shown
    with pytest.raises(TypeError, match="in memory"):
        pickle.dumps(model)
    with caplog.at_level(logging.DEBUG):
        fit(of, start)
    assert not caplog.records
