"""An outcome a verdict and nothing else; never bridged for one camp; silent on little."""

import random
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.camps import EVERYBODY, LARGER, NOBODY, SMALLER, Camps, Said
from kiemtin.ratings.judge import judge, spoken
from kiemtin.ratings.model import Model
from kiemtin.ratings.outcome import Gate, Judged, Outcome


def judged(said: Said) -> Judged:
    """What the run says."""
    return judge(said.raters, said.verdicts, said.values)


@pytest.fixture(scope="module")
def said() -> Said:
    """Two camps, 60 verdicts, 30 counting ratings each."""
    return Camps().rated(0, 30)


def test_one_camp_is_never_called_bridged_and_both_are() -> None:
    found = 0
    for seed in range(4):
        said = Camps().rated(seed, 30)
        outcomes = judged(said).outcomes
        for verdict, pleases in enumerate(said.pleases):
            if pleases in (LARGER, SMALLER):
                assert outcomes[verdict] in (Outcome.CONTESTED, Outcome.TOO_FEW)
            if pleases == NOBODY:
                assert outcomes[verdict] in (Outcome.NOT_HELPFUL, Outcome.TOO_FEW)
            found += pleases == EVERYBODY and outcomes[verdict] is Outcome.HELPFUL
    assert found > 60


def test_only_outcomes_come_out(said: Said) -> None:
    result = judged(said)
    assert {field.name for field in fields(result)} == {"gate", "outcomes"}
    assert isinstance(result.gate, Gate)
    assert set(result.outcomes) == set(said.verdicts)
    assert {type(one) for one in result.outcomes.values()} == {Outcome}


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10_000))
def test_any_order_and_any_names_give_the_same(seed: int) -> None:
    chance = random.Random(seed)
    said = Camps(raters=120).rated(3, 30)
    rows = list(zip(said.raters, said.verdicts, said.values, strict=True))
    chance.shuffle(rows)
    names = [chance.randbytes(8) for _ in range(120)]
    again = judge([names[u] for u, _n, _v in rows], [r[1] for r in rows], [r[2] for r in rows])
    assert again == judged(said)


def test_verdicts_under_other_numbers_are_judged_the_same(said: Said) -> None:
    turned = judge(said.raters, [900 - verdict for verdict in said.verdicts], said.values)
    assert {900 - one: outcome for one, outcome in turned.outcomes.items()} == judged(said).outcomes


def test_a_mirrored_vote_never_becomes_helpful(said: Said) -> None:
    turned = judge(said.raters, said.verdicts, [1 - value for value in said.values])
    before = judged(said).outcomes
    for verdict, outcome in turned.outcomes.items():
        assert not (outcome is before[verdict] is Outcome.HELPFUL)


def test_it_is_silent_with_little() -> None:
    few = Camps(verdicts=39).rated(0, 30)
    assert judged(few).gate is Gate.FEW_VERDICTS
    thin = Camps().rated(0, 12)
    result = judged(thin)
    assert result.gate is Gate.FEW_VERDICTS
    assert set(result.outcomes.values()) == {Outcome.TOO_FEW}
    assert judge([], [], []) == Judged(Gate.FEW_VERDICTS, {})


def test_verdicts_with_too_few_ratings_are_left_out_of_an_open_run(said: Said) -> None:
    before = judged(said).outcomes
    spoken_of = [verdict for verdict, outcome in before.items() if outcome is Outcome.CONTESTED][:8]
    rows = list(zip(said.raters, said.verdicts, said.values, strict=True))
    kept = [row for row in rows if row[1] not in spoken_of]
    for one in spoken_of:
        kept += [row for row in rows if row[1] == one][:29]
    result = judge([r[0] for r in kept], [r[1] for r in kept], [r[2] for r in kept])
    assert result.gate is Gate.OPEN
    assert {result.outcomes[one] for one in spoken_of} == {Outcome.TOO_FEW}


@pytest.mark.parametrize(
    ("intercept", "factor", "outcome"),
    [
        (0.40, 0.0, Outcome.HELPFUL),
        (0.40, -0.49, Outcome.HELPFUL),
        (0.39, 0.0, Outcome.TOO_FEW),
        (0.40, 0.50, Outcome.CONTESTED),
        (0.10, -0.50, Outcome.CONTESTED),
        (0.10, 0.49, Outcome.TOO_FEW),
        (-0.05, 0.0, Outcome.TOO_FEW),
        (-0.06, 0.0, Outcome.NOT_HELPFUL),
        (-0.40, 0.50, Outcome.TOO_FEW),
        (-0.46, 0.50, Outcome.NOT_HELPFUL),
        (-0.46, 0.60, Outcome.TOO_FEW),
        (0.90, 0.50, Outcome.TOO_FEW),
        (-4.10, 5.00, Outcome.NOT_HELPFUL),
        (0.40, -0.70, Outcome.CONTESTED),
    ],
)
def test_the_rules_hold_to_the_number(intercept: float, factor: float, outcome: Outcome) -> None:
    """Two raters, one of each side, who would say 0.2 + i ± 0.9 f of it."""
    model = Model(
        0.2, np.zeros(2), np.array([0.9, -0.9]), np.array([intercept]), np.array([factor])
    )
    found = [one for which, one in spoken(model) if which[0]]
    assert (found or [Outcome.TOO_FEW]) == [outcome]


def test_sides_that_tell_nothing_of_unseen_ratings_keep_it_silent() -> None:
    said = Camps(smaller=0.5, slips=0.3).rated(0, 60)
    result = judged(said)
    assert result.gate is Gate.NO_SIDES
    assert set(result.outcomes.values()) == {Outcome.TOO_FEW}


def test_a_thousand_raters_and_five_hundred_verdicts_are_judged() -> None:
    said = Camps(1000, 500).rated(0, 30)
    assert judged(said).gate is Gate.OPEN
