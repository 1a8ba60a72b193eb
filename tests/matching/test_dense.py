import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kiemtin.matching.dense import looks, merge, quantise, score, score_some


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


@pytest.mark.parametrize("dim", [1, 100, 384, 768, 1_024, 1_040, 1_041, 3_072])
def test_vectors_of_any_length_score_exactly_what_their_codes_say(dim: int) -> None:
    rows, query = _random(50, dim), quantise(_random(3, dim)[2:])
    block = quantise(rows, rows.mean(axis=0))
    codes = block.codes.astype(object) @ query.codes[0].astype(object)  # whole numbers of Python
    exact = [
        int(one) * float(two) * float(query.scales[0])
        for one, two in zip(codes, block.scales, strict=True)
    ]
    assert np.allclose(score(block, query), exact, rtol=1e-15)
    assert np.array_equal(score_some(block, query, np.arange(50)), score(block, query))
    assert np.abs(score(block, query) - rows @ _random(3, dim)[2]).max() < 0.02
    assert block.signs.shape == (-(-dim // 64), 50)
    assert looks(block, quantise(rows[7:8], rows.mean(axis=0)))[7] == dim


@pytest.mark.parametrize("dim", [1_040, 1_041, 1_050])
def test_the_largest_possible_sums_are_exact_too(dim: int) -> None:
    rows = np.full((2, dim), 1 / np.sqrt(dim), np.float32)
    rows[1, ::2] *= 126 / 127
    block, query = quantise(rows), quantise(rows[:1])
    sums = score(block, query) / block.scales / np.float64(query.scales[0])
    assert sums.tolist() == pytest.approx(
        [dim * 127**2, dim * 127**2 - 127 * ((dim + 1) // 2)], rel=1e-15
    )


@given(arrays(np.int8, (6, 16)), arrays(np.bool_, 6), st.integers(0, 6))
def test_merging_keeps_the_rows_alive_in_order(
    values: np.ndarray, alive: np.ndarray, cut: int
) -> None:
    rows = _unit(values)
    parts = [(quantise(rows[:cut]), alive[:cut]), (quantise(rows[cut:]), alive[cut:])]
    merged = merge(parts)
    query = quantise(rows[:1])
    assert np.array_equal(score(merged, query), score(quantise(rows), query)[alive])


@given(arrays(np.int8, (7, 16)), st.lists(st.integers(1, 3), min_size=1, max_size=3))
def test_an_entry_with_several_vectors_is_as_near_as_its_nearest(
    values: np.ndarray, counts: list[int]
) -> None:
    rows = _unit(values)[: sum(counts)]
    counts = counts if sum(counts) <= len(rows) else [len(rows)]
    query = quantise(_unit(values)[-1:])
    alone, block = quantise(rows), quantise(rows, counts=counts)
    starts = block.starts[:-1]
    for whole, single in (
        (score(block, query), score(alone, query)),
        (looks(block, query), looks(alone, query)),
    ):
        assert np.array_equal(whole, np.maximum.reduceat(single, starts))
    chosen = np.arange(len(counts))[::-2]
    assert np.array_equal(score_some(block, query, chosen), score(block, query)[chosen])
    merged = merge([(block, np.ones(len(counts), np.bool_)), (block, np.arange(len(counts)) == 0)])
    assert np.array_equal(
        score(merged, query), np.append(score(block, query), score(block, query)[0])
    )


def test_looks_order_rows_nearly_as_cosines_do() -> None:
    rows, centre = _random(2_000) * 0.1 + _unit(np.ones((1, 384), np.int8)), None
    rows, centre = _unit(rows), _unit(np.ones((1, 384), np.int8))[0]
    for at in range(5):
        query = _unit(rows[at : at + 1] + 0.02 * _random(5)[at : at + 1])
        looked = looks(quantise(rows, centre), quantise(query, centre))
        assert at in np.argsort(-looked)[:20]
        assert at == np.argmax(score(quantise(rows), quantise(query)))


def test_no_rows_score_nothing() -> None:
    empty = quantise(np.zeros((0, 16), np.float32))
    assert score(empty, quantise(_random(1, 16))).shape == (0,)
