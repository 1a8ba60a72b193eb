import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kiemtin.matching.dense import merge, quantise, score


def _unit(rows: np.ndarray) -> np.ndarray:
    wide = rows.astype(np.float32) + np.float32(1e-3)
    return np.asarray(wide / np.linalg.norm(wide, axis=1, keepdims=True), dtype=np.float32)


def _random(rows: int, dim: int = 384) -> np.ndarray:
    return _unit(np.random.default_rng(7).normal(size=(rows, dim)))


def test_scores_are_close_to_exact_cosines() -> None:
    rows, query = _random(5_000), _random(3)[2:]
    assert np.abs(score(quantise(rows), quantise(query)) - rows @ query[0]).max() < 0.003


def test_a_score_is_the_same_to_the_last_bit_wherever_its_row_stands() -> None:
    rows, query = _random(4_200), quantise(_random(3)[2:])
    forward = score(quantise(rows), query)
    assert np.array_equal(score(quantise(rows[::-1].copy()), query)[::-1], forward)
    alone = [score(quantise(rows[at : at + 1]), query)[0] for at in (0, 2_047, 2_048, 4_199)]
    assert alone == [forward[at] for at in (0, 2_047, 2_048, 4_199)]


@given(arrays(np.int8, (6, 16)), arrays(np.bool_, 6), st.integers(0, 6))
def test_merging_keeps_the_rows_alive_in_order(
    values: np.ndarray, alive: np.ndarray, cut: int
) -> None:
    rows = _unit(values)
    parts = [(quantise(rows[:cut]), alive[:cut]), (quantise(rows[cut:]), alive[cut:])]
    merged = merge(parts)
    query = quantise(rows[:1])
    assert np.array_equal(score(merged, query), score(quantise(rows), query)[alive])


def test_no_rows_score_nothing() -> None:
    empty = quantise(np.zeros((0, 16), np.float32))
    assert score(empty, quantise(_random(1, 16))).shape == (0,)
