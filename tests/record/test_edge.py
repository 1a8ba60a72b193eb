"""The right edge makes exactly the files that the whole log has, however it grew."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record.edge import Edge
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.merkle import EMPTY_ROOT, leaf_hash
from kiemtin.record.tiles import ENTRIES, Tile, pack, tiles_between, tiles_of
from kiemtin.record.tree import Tree
from tests.support.logs import entries

MOST = 1100
ALL = entries(0, MOST)
TREE = Tree(map(leaf_hash, ALL))


def content(tile: Tile) -> bytes:
    start = tile.index * 256
    if tile.level == ENTRIES:
        return pack(ALL[start : start + tile.width])
    return b"".join(TREE.node(8 * tile.level, start + place) for place in range(tile.width))


def test_an_empty_edge_has_the_root_of_nothing() -> None:
    edge = Edge(0, [], [])
    assert edge.root() == EMPTY_ROOT
    assert edge.grown([])[1] == {}


@given(st.lists(st.integers(0, MOST), min_size=1, max_size=5).map(sorted))
def test_each_step_makes_the_new_tiles_and_the_root(sizes: list[int]) -> None:
    edge = Edge(0, [], [])
    for old, new in pairwise([0, *sizes]):
        edge, files = edge.grown(ALL[old:new])
        assert edge.size == new
        assert edge.root() == TREE.root(new)
        assert set(files) == set(tiles_between(old, new))
        assert all(data == content(tile) for tile, data in files.items())


def test_entries_come_before_the_tiles_that_name_them() -> None:
    levels = [tile.level for tile in Edge(0, [], []).grown(ALL)[1]]
    assert levels == sorted(levels, key=lambda level: level != ENTRIES)
    assert {ENTRIES, 0, 1} == set(levels)


def test_growing_leaves_the_edge_as_it_was() -> None:
    edge, _ = Edge(0, [], []).grown(ALL[:300])
    edge.grown(ALL[300:])
    assert edge.root() == TREE.root(300)
    assert set(edge.grown(ALL[300:301])[1]) == set(tiles_between(300, 301))


def test_too_long_an_entry_is_refused() -> None:
    with pytest.raises(LogRefused, match="65535"):
        Edge(0, [], []).grown([b"x" * 65_536])


def test_all_tiles_of_a_log_are_known() -> None:
    assert set(Edge(0, [], []).grown(ALL)[1]) == set(tiles_of(MOST))
