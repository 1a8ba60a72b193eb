from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.fusion import best, foremost, fuse

_SCORES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), max_size=30)


@given(_SCORES, st.integers(0, 35), st.randoms(use_true_random=False))
def test_the_best_do_not_depend_on_the_order_of_rows(
    scores: list[float], k: int, rng: Random
) -> None:
    rows = [(f"e{number:02}", score) for number, score in enumerate(scores)]
    expected = [name for name, _ in sorted(rows, key=lambda row: (-row[1], row[0]))[:k]]
    rng.shuffle(rows)
    ids = np.array([name for name, _ in rows], dtype=np.str_)
    found = best(ids, np.array([score for _, score in rows]), k)
    assert [str(ids[at]) for at in found] == expected


def test_better_words_or_a_better_cosine_never_lower_a_row() -> None:
    words = np.array([1.0, 2.0, 4.0])
    cosines = np.array([0.9, 0.9, 0.9])
    assert list(np.argsort(fuse(words, cosines))) == [0, 1, 2]
    assert list(np.argsort(fuse(np.ones(3), np.array([0.8, 0.95, 0.9])))) == [0, 2, 1]


def test_fused_scores_lie_between_zero_and_one() -> None:
    fused = fuse(np.array([0.0, 3.0, 30.0]), np.array([-1.0, 0.5, 1.0]))
    assert fused.min() == 0.0
    assert fused.max() == 1.0


def test_without_vectors_words_alone_decide() -> None:
    assert list(fuse(np.array([1.0, 4.0]), None)) == [0.25, 1.0]


def test_nothing_in_common_scores_nothing() -> None:
    assert list(fuse(np.zeros(2), None)) == [0.0, 0.0]


@given(
    st.lists(st.lists(st.integers(0, 30), max_size=200), min_size=1, max_size=3),
    st.integers(1, 12),
)
def test_the_foremost_of_all_parts_are_those_above_the_kth(parts: list[list[int]], k: int) -> None:
    every = sorted((one for part in parts for one in part), reverse=True)
    bar = max(every[k - 1] if len(every) >= k else 0, 1)
    expected = [[at for at, one in enumerate(part) if one >= bar] for part in parts]
    found = foremost([np.array(part, np.float64) for part in parts], k)
    assert [at.tolist() for at in found] == expected
    found = foremost([np.array(part, np.uint16) for part in parts], k)
    assert [at.tolist() for at in found] == expected


def test_the_foremost_of_many_are_found_by_groups() -> None:
    values = np.random.default_rng(3).random(5_001)
    values[[0, 5_000]] = 2.0
    assert foremost([values], 20)[0].tolist() == sorted(np.argsort(-values)[:20].tolist())
