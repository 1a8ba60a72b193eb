"""The model speaks only where sides show in ratings it has not seen, and both have rated."""

import numpy as np

from benchmarks.camps import Camps
from kiemtin.ratings import gate
from kiemtin.ratings.model import fit
from kiemtin.ratings.outcome import Gate
from kiemtin.ratings.table import Table, counted, table


def rated(camps: Camps, seed: int = 0, counting: int = 30) -> Table:
    """The ratings that count."""
    said = camps.rated(seed, counting)
    return counted(table(said.raters, said.verdicts, said.values)[0])[0]


def says(of: Table) -> Gate:
    """What the gate says after a fit from every start."""
    return gate.may_speak(of, [fit(of, start) for start in gate.starts(of)])


def test_two_camps_open_it() -> None:
    of = rated(Camps())
    assert gate.gain(of) > 0.3
    assert says(of) is Gate.OPEN


def test_one_camp_alone_keeps_it_shut() -> None:
    for seed in range(3):
        assert says(rated(Camps(smaller=0.0), seed)) is not Gate.OPEN


def test_a_camp_of_a_twentieth_keeps_it_shut() -> None:
    silent = [says(rated(Camps(smaller=0.05), seed)) is not Gate.OPEN for seed in range(16)]
    assert sum(silent) >= 15


def test_chance_alone_gains_nothing() -> None:
    of = rated(Camps(smaller=0.5))
    noise = np.random.default_rng(0).choice((0.0, 0.5, 1.0), len(of))
    assert gate.gain(Table(of.rater, of.verdict, noise, of.shape)) < 0


def test_models_that_differ_keep_it_shut() -> None:
    of = rated(Camps())
    models = [fit(of, start) for start in gate.starts(of)]
    assert gate.agree(models)
    models[2].verdict = models[2].verdict + np.eye(1, of.shape[1])[0] * 2 * gate.SAME
    assert not gate.agree(models)
    assert gate.may_speak(of, models) is Gate.STARTS_DIFFER
    models[2].verdict = models[0].verdict
    models[2].verdict_factor = -models[0].verdict_factor
    assert gate.agree(models)


def test_both_sides_must_have_rated() -> None:
    of = rated(Camps())
    model = fit(of, gate.starts(of)[0])
    model.rater_factor = np.ones(of.shape[0])
    assert not gate.by_both_sides(of, model).any()
    assert gate.may_speak(of, [model, model]) is Gate.ONE_SIDE


def test_starts_are_the_same_every_time() -> None:
    of = rated(Camps())
    for one, again in zip(gate.starts(of), gate.starts(of), strict=True):
        assert (one == again).all()
        assert one.any()
