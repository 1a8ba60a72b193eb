"""No small count is told, neither by itself nor by what a table shows around it."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.desk.few import FEW, How, Shown, Tally, cells_of_known, shown, tally, told

counts = st.dictionaries(st.sampled_from("abc"), st.integers(0, 16), min_size=1)


@pytest.mark.parametrize(
    ("count", "how", "value"),
    [
        (0, How.ROUNDED, 0),
        (1, How.FEW, None),
        (4, How.FEW, None),
        (5, How.ROUNDED, 5),
        (7, How.ROUNDED, 5),
        (8, How.ROUNDED, 10),
        (123, How.ROUNDED, 125),
    ],
)
def test_one_count(count: int, how: How, value: int | None) -> None:
    assert shown(count) == Shown(how, value)


@given(st.integers(0, 10_000))
def test_a_count_lies_within_its_bounds(count: int) -> None:
    low, high = shown(count).bounds
    assert low <= count <= high


def possible(seen: Tally, most: int) -> list[dict[str, int]]:
    """Every table of counts up to `most` that is shown as this one is."""
    codes = sorted(seen.cells)
    tables = (dict(zip(codes, row, strict=True)) for row in product(range(most), repeat=len(codes)))
    return [one for one in tables if _looks_like(one, seen)]


def _looks_like(table: Mapping[str, int], seen: Tally) -> bool:
    fits = all(_may_be(count, seen.cells[code]) for code, count in table.items())
    return fits and shown(sum(table.values())) == seen.total


def _may_be(count: int, cell: Shown) -> bool:
    return count >= 1 if cell.how is How.WITHHELD else shown(count) == cell


@given(counts)
@example({"a": 8, "b": 8, "c": 1})
@example({"a": 4, "b": 4})
@example({"a": 5, "b": 5, "c": 1})
def test_a_small_count_has_more_than_one_value_whatever_is_shown_around_it(
    table: dict[str, int],
) -> None:
    seen = tally(table)
    others = possible(seen, 24)
    assert table in others
    for code, count in table.items():
        if 0 < count < FEW:
            assert len({one[code] for one in others}) > 1


@given(counts)
def test_small_counts_are_under_5_or_withheld_and_zero_is_zero(table: dict[str, int]) -> None:
    cells = tally(table).cells
    assert cells.keys() == table.keys()
    for code, count in table.items():
        assert (cells[code].value == 0) == (count == 0)
        if 0 < count < FEW:
            assert cells[code].how in (How.FEW, How.WITHHELD)


def test_rounding_alone_would_tell_and_a_further_cell_is_withheld() -> None:
    table = {"a": 8, "b": 8, "c": 5, "d": 1}
    assert told({code: shown(count) for code, count in table.items()}, shown(22))
    assert [one.how.value for one in tally(table).cells.values()] == [
        "withheld",
        "rounded",
        "rounded",
        "under_5",
    ]


def test_without_anything_left_to_withhold_no_cell_is_shown() -> None:
    assert {one.how for one in tally({"a": 4, "b": 4}).cells.values()} == {How.WITHHELD}


def test_an_empty_table_has_nothing() -> None:
    assert tally({}) == Tally({}, Shown(How.ROUNDED, 0))


KINDS = "abcdefg"


def of_kinds(*row: int) -> dict[str, int]:
    """A table of seven cells, the last ones zero."""
    return dict(zip(KINDS, [*row, *[0] * (len(KINDS) - len(row))], strict=True))


def hidden(table: Mapping[str, int]) -> bool:
    """Whether no cell of the table is shown where its total is known."""
    return {one.how for one in cells_of_known(table).values()} == {How.WITHHELD}


@given(st.lists(st.integers(0, 9), max_size=len(KINDS)))
@example([1])
@example([5, 1])
@example([4, 4])
@example([1] * 7)
def test_where_the_total_is_known_a_small_count_has_more_than_one_value_too(row: list[int]) -> None:
    table = of_kinds(*row)
    cells = cells_of_known(table)
    if hidden(table):
        assert sum(table.values())
        return
    room = [range(one.bounds[0], one.bounds[1] + 1) for one in cells.values()]
    alike = [one for one in product(*room) if sum(one) == sum(table.values())]
    for place, count in enumerate(table.values()):
        assert not 0 < count < FEW or len({one[place] for one in alike}) > 1


@pytest.mark.parametrize(("every", "other"), [(1, (5, 1, 1)), (4, (8, 8, 8, 1, 1, 1, 1))])
def test_what_is_hidden_may_be_another_table_of_the_same_total(
    every: int, other: tuple[int, ...]
) -> None:
    alike, another = of_kinds(*[every] * 7), of_kinds(*other)
    assert sum(alike.values()) == sum(another.values())
    assert hidden(alike)
    assert hidden(another), "unequal cells can change places, equal ones be this"


@pytest.mark.parametrize("every", [2, 3])
def test_these_equal_cells_leave_room(every: int) -> None:
    assert not hidden(of_kinds(*[every] * 7))


def test_one_kind_alone_is_not_named_where_the_total_is_known() -> None:
    assert hidden(of_kinds(3))
    assert hidden(of_kinds(0, 3))
    assert not hidden(of_kinds(2, 1))
    assert cells_of_known(of_kinds(2, 1))["a"] == Shown(How.FEW)
    assert set(cells_of_known(of_kinds()).values()) == {shown(0)}
