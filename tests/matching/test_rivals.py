"""Another known claim that may be meant as well leaves the choice to a person."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.contrasts import CLEAR, NEARER
from kiemtin.matching.rivals import LEAST, RIVAL, rival

_ODDS = st.floats(0, 1)


def _second(odds: float, edge: float, *, differs: bool = False, chosen: float = 0.9) -> bool:
    """Tell whether a second entry rivals the chosen first one."""
    found = rival(np.array([chosen, odds]), np.array([0.0, edge]), [False, differs], 0)
    assert found in (None, 1)
    return found == 1


def test_a_kindred_claim_rivals_when_no_word_tells_them_apart() -> None:
    assert _second(0.9 * RIVAL, 0.0)
    assert _second(0.9 * RIVAL, CLEAR - 0.01)
    assert not _second(0.9 * RIVAL, CLEAR)


def test_a_claim_that_the_message_is_nearer_to_rivals_even_when_it_is_unlikely() -> None:
    assert _second(LEAST, -0.1)
    assert not _second(LEAST, 0.1)
    assert not _second(LEAST - 0.01, -1.0)


def test_a_claim_that_differs_rivals_only_when_closer_without_the_difference() -> None:
    assert _second(0.95, 0.0, differs=True)
    assert not _second(0.85, 0.0, differs=True)
    assert not _second(0.95, CLEAR, differs=True)


def test_a_claim_that_differs_rivals_when_the_message_is_much_nearer_to_it() -> None:
    assert _second(LEAST, -NEARER, differs=True)
    assert not _second(LEAST, -NEARER + 0.01, differs=True)
    assert not _second(LEAST - 0.01, -1.0, differs=True)


def test_a_far_claim_rivals_nothing() -> None:
    assert not _second(0.01, 0.0)
    assert not _second(0.09, 0.2, chosen=0.2)


@pytest.mark.parametrize("chosen", [0, 2])
def test_the_first_found_is_named(chosen: int) -> None:
    close = np.array([0.9, 0.8, 0.9, 0.8])
    assert rival(close, np.zeros(4), [False] * 4, chosen) == (1 if chosen == 0 else 0)


def test_what_stands_alone_has_no_rival() -> None:
    assert rival(np.array([0.4]), np.zeros(1), [False], 0) is None


@given(
    st.lists(st.tuples(_ODDS, st.floats(-1, 1), st.booleans()), min_size=1, max_size=10), st.data()
)
def test_the_chosen_one_never_rivals_itself_nor_does_what_is_far(
    found: list[tuple[float, float, bool]], data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, len(found) - 1))
    close, edge = np.array([one[0] for one in found]), np.array([one[1] for one in found])
    at = rival(close, edge, [one[2] for one in found], chosen)
    assert at != chosen
    if at is not None:
        assert close[at] >= LEAST or close[at] >= close[chosen]
        assert edge[at] < CLEAR
