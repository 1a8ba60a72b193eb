"""Two lists are laid side by side with the fewest changes, and never for long."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.edits import Run, runs

LISTS = st.lists(st.integers(0, 3), max_size=14)


def in_both(old: list[int], new: list[int]) -> int:
    """The longest list that stands in both, found the long way."""
    held = {(at, other): 0 for at in (0, *range(len(old) + 1)) for other in range(len(new) + 1)}
    for at, other in product(range(len(old)), range(len(new))):
        longer = max(held[at, other + 1], held[at + 1, other])
        alike = old[at] == new[other]
        held[at + 1, other + 1] = held[at, other] + 1 if alike else longer
    return held[len(old), len(new)]


@given(LISTS, LISTS)
def test_the_runs_are_both_lists_and_hold_the_most_that_is_in_both(
    old: list[int], new: list[int]
) -> None:
    found = runs(old, new)
    assert [x for run in found for x in old[run.old : run.old_end]] == old
    assert [x for run in found for x in new[run.new : run.new_end]] == new
    alike = [run for run in found if run.same]
    assert all(old[run.old : run.old_end] == new[run.new : run.new_end] for run in alike)
    assert sum(run.old_end - run.old for run in alike) == in_both(old, new)
    assert all(one.same != other.same for one, other in pairwise(found))


def test_a_word_in_the_place_of_another() -> None:
    assert runs(["đập", "đã", "vỡ"], ["đập", "không", "vỡ"]) == [
        Run(True, 0, 1, 0, 1),
        Run(False, 1, 2, 1, 2),
        Run(True, 2, 3, 2, 3),
    ]


def test_of_too_many_changes_only_both_ends_are_told_apart() -> None:
    assert runs("abcde", "axcye", most=2) == [
        Run(True, 0, 1, 0, 1),
        Run(False, 1, 4, 1, 4),
        Run(True, 4, 5, 4, 5),
    ]


@pytest.mark.parametrize("many", [20_000])
def test_lists_that_repeat_one_thing_take_no_longer(many: int) -> None:
    old = ["x"] * many
    new = ["x" if at % 2 else f"y{at}" for at in range(many)]
    assert not runs(old, new)[0].same
