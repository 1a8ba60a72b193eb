from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.restore.path import FREE, Step, cheapest
from kiemtin.text.restore.table import Runs, Table

# Classes: 0 stop (.), 1 ba (ba, bà), 2 con (con, còn), 3 ma (ma, mà).
_WORDS = (".", "ba", "bà", "con", "còn", "ma", "mà")
_NONE = Runs([], [0], [], b"")


def _table(pairs: Runs = _NONE, backoffs: bytes = b"", triples: Runs = _NONE) -> Table:
    return Table(
        _WORDS, [0, 1, 3, 5, 7], bytes([0, 5, 9, 5, 6, 4, 4]), bytes(7), pairs, backoffs, triples
    )


def test_alone_the_cheapest_reading_wins_and_the_first_of_equals() -> None:
    steps = [Step(1, FREE), Step(2, FREE), Step(3, FREE)]
    assert cheapest(_table(), steps) == [0, 0, 0]


def test_a_known_pair_wins_over_cheap_syllables() -> None:
    table = _table(Runs([1 * 4 + 2], [0, 1], [1 << 4 | 0], bytes([0])), bytes([0]))
    assert cheapest(table, [Step(1, FREE), Step(2, FREE)]) == [1, 0]


def test_a_known_run_of_three_wins_over_pairs() -> None:
    pairs = Runs([1 * 4 + 2, 2 * 4 + 3], [0, 2, 4], [0x00, 0x11, 0x00, 0x11], bytes([2, 2, 2, 3]))
    steps = [Step(1, FREE), Step(2, FREE), Step(3, FREE)]
    assert cheapest(_table(pairs, bytes(4)), steps) == [0, 0, 0]
    triples = Runs([(1 * 4 + 2) * 4 + 3], [0, 1], [0x111], bytes([0]))
    dear = bytes([9, 9, 9, 9])
    assert cheapest(_table(pairs, dear, triples), steps) == [1, 1, 1]


def test_a_given_place_is_kept_and_no_steps_give_none() -> None:
    assert cheapest(_table(), [Step(1, 1), Step(2, FREE)]) == [1, 0]
    assert cheapest(_table(), []) == []


@pytest.mark.parametrize("length", [1, 2, 4])
@given(data=st.data())
def test_no_reading_is_cheaper_when_only_pairs_count(length: int, data: st.DataObject) -> None:
    cost = st.integers(0, 20)
    costs = data.draw(st.lists(cost, min_size=36, max_size=36))
    keys = [left * 4 + right for left, right in product((1, 2, 3), repeat=2)]
    links = [left << 4 | right for left, right in product((0, 1), repeat=2)]
    table = _table(Runs(keys, range(0, 40, 4), links * len(keys), bytes(costs)), bytes(len(costs)))
    groups = data.draw(st.lists(st.integers(1, 3), min_size=length, max_size=length))

    def total(places: tuple[int, ...]) -> int:
        first = table.costs[table.firsts[groups[0]] + places[0]]
        steps = zip(groups, groups[1:], places, places[1:], strict=False)
        return first + sum(
            min(
                costs[4 * keys.index(left * 4 + right) + 2 * one + other],
                table.costs[table.firsts[right] + other],
            )
            for left, right, one, other in steps
        )

    found = cheapest(table, [Step(group, FREE) for group in groups])
    assert total(tuple(found)) == min(map(total, product((0, 1), repeat=length)))
