"""Ratings become a table that no name and no order can move; what is too thin is left out."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.ratings.refusal import RatingsRefused
from kiemtin.ratings.table import RATINGS_A_RATER, RATINGS_A_VERDICT, counted, table

Rows = dict[tuple[int, int], float]
ROWS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 15)), st.sampled_from((0.0, 0.5, 1.0)), min_size=1
)


def columns(rows: list[tuple[object, int, float]]) -> tuple[list[object], list[int], list[float]]:
    """As `table` takes them."""
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


@given(ROWS, st.randoms(use_true_random=False))
def test_neither_names_nor_order_of_raters_matter(rows: Rows, chance: random.Random) -> None:
    listed: list[tuple[object, int, float]] = [(u, n, value) for (u, n), value in rows.items()]
    renamed: list[tuple[object, int, float]] = [
        (f"{97 * (u + 5) % 31}", n, value) for (u, n), value in rows.items()
    ]
    chance.shuffle(renamed)
    (first, names), (again, same) = table(*columns(listed)), table(*columns(renamed))
    assert (names == same).all()
    assert first.shape == again.shape
    for one, other in ((first.rater, again.rater), (first.verdict, again.verdict)):
        assert (one == other).all()
    assert (first.value == again.value).all()


@given(ROWS)
def test_it_holds_what_was_given(rows: Rows) -> None:
    made, names = table(*columns([(u, n, value) for (u, n), value in rows.items()]))
    said = sorted((int(names[n]), float(v)) for n, v in zip(made.verdict, made.value, strict=True))
    assert said == sorted((n, value) for (_u, n), value in rows.items())


@given(ROWS)
def test_what_counts_has_ratings_enough(rows: Rows) -> None:
    whole, _names = table(*columns([(u, n, value) for (u, n), value in rows.items()]))
    of, kept = counted(whole)
    assert of.shape[1] == len(kept)
    assert (np.bincount(of.verdict, minlength=of.shape[1]) >= RATINGS_A_VERDICT).all()
    assert (np.bincount(of.rater, minlength=of.shape[0]) >= RATINGS_A_RATER).all()


def test_a_full_table_counts_whole() -> None:
    whole, _names = table(*columns([(u, n, 1.0) for u in range(5) for n in range(10)]))
    of, kept = counted(whole)
    assert (len(of), of.shape, list(kept)) == (50, (5, 10), list(range(10)))
    thin, _names = table(*columns([(u, n, 1.0) for u in range(4) for n in range(10)]))
    assert len(counted(thin)[0]) == 0


def test_what_is_no_rating_is_refused() -> None:
    with pytest.raises(RatingsRefused) as refused:
        table(["a"], [1], [0.7])
    assert refused.value.code == "value"
    with pytest.raises(RatingsRefused) as refused:
        table(["a", "b", "a"], [1, 1, 1], [1.0, 1.0, 0.0])
    assert refused.value.code == "twice"


def test_nothing_is_a_table_too() -> None:
    made, names = table([], [], [])
    assert (len(made), len(names), len(counted(made)[0])) == (0, 0, 0)
