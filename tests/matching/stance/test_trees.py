import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from benchmarks.boosting import Plan, fit
from kiemtin.matching.stance.trees import Trees, softmax


def _one() -> Trees:
    """Return a tree a kind: the first asks feature 0 at 1 and feature 1 at 5, the other nothing."""
    never = np.float32(np.inf)
    asked = np.array([[0, 1, 1, 0, 0, 0, 0], [0] * 7], np.int32)
    above = np.array([[1, 5, 5, *[never] * 4], [never] * 7], np.float32)
    leaves = np.array([[1, 0, 2, 0, 3, 0, 4, 0], [0.5] + [0] * 7], np.float32)
    return Trees(asked, above, leaves, np.array([0.0, 10.0]))


@pytest.mark.parametrize(
    ("row", "leaf"), [((0, 0), 1), ((1, 5), 1), ((0, 6), 2), ((2, 0), 3), ((2, 6), 4)]
)
def test_a_row_goes_right_where_it_is_above(row: tuple[float, float], leaf: float) -> None:
    assert _one().scores(np.array([row], float)).tolist() == [[leaf, 10.5]]


@given(arrays(np.float64, (3, 4), elements=st.floats(-50, 50)))
def test_probabilities_add_up_to_one(scores: np.ndarray) -> None:
    assert softmax(scores).sum(axis=1) == pytest.approx(1)


def test_heat_makes_less_sure() -> None:
    cool, warm = _one(), Trees(_one().asked, _one().above, _one().leaves, _one().start, 2.0)
    row = np.zeros((1, 2))
    assert warm.probabilities(row).max() < cool.probabilities(row).max()


def test_trees_find_what_two_features_say_together() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(600, 3))
    kinds = ((rows[:, 0] > 0) ^ (rows[:, 2] > 0.3)).astype(np.int64)
    trees = fit(rows[:400], kinds[:400], Plan(rounds=40, rate=0.3, columns=1.0, ridge=1.0))
    right = trees.scores(rows[400:]).argmax(axis=1) == kinds[400:]
    assert right.mean() > 0.9
