"""A full matrix and a list of its entries sum to the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.ratings.sums import Sums
from kiemtin.ratings.table import table

ROWS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)), st.sampled_from((0.0, 0.5, 1.0)), min_size=1
)


@given(ROWS, st.integers(0, 1000))
def test_dense_and_sparse_are_the_same(rows: dict[tuple[int, int], float], seed: int) -> None:
    of, _names = table([u for u, _n in rows], [n for _u, n in rows], list(rows.values()))
    across = np.random.default_rng(seed).normal(size=(of.shape[1], 3))
    dense, sparse = Sums(of), Sums(of, dense_cells=0)
    assert np.allclose(dense.plain(across), sparse.plain(across))
    assert np.allclose(dense.by_value(across[:, 0]), sparse.by_value(across[:, 0]))
    assert (dense.count.sum(), dense.total.sum()) == (len(rows), sum(rows.values()))
