"""Many tokens become one vector, by numbers that are computed by hand."""

import numpy as np
import pytest

from kiemtin.matching.encoders.pooling import POOLINGS, of_length_one

TOKENS = np.array([[[1, 2], [3, -4], [100, 100]], [[5, 6], [100, 100], [100, 100]]], np.float32)
MASK = np.array([[1, 1, 0], [1, 0, 0]])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("mean", [[2, -1], [5, 6]]), ("cls", [[1, 2], [5, 6]]), ("max", [[3, 2], [5, 6]])],
)
def test_only_what_the_mask_counts_is_pooled(name: str, expected: list[list[float]]) -> None:
    assert POOLINGS[name](TOKENS, MASK).tolist() == expected


@pytest.mark.parametrize("name", POOLINGS)
def test_a_text_without_tokens_is_zero(name: str) -> None:
    assert POOLINGS[name](TOKENS, np.zeros_like(MASK)).tolist() == [[0, 0], [0, 0]]


def test_rows_have_length_one_and_what_says_nothing_is_no_hole() -> None:
    rows = of_length_one(np.array([[3, 4], [0, 0], [np.nan, 1], [np.inf, 0]], np.float32))
    assert rows.tolist() == [pytest.approx([0.6, 0.8]), [1, 0], [1, 0], [1, 0]]
    assert rows.dtype == np.float32
