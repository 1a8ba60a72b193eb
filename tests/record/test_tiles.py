"""Tiles: the paths and widths of the standard, and proofs from tiles as from a tree in memory."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.record import merkle
from kiemtin.record.checkpoint import open_checkpoint
from kiemtin.record.keys import read_verifier
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.merkle import leaf_hash
from kiemtin.record.tiles import (
    ENTRIES,
    MAX_ENTRY_BYTES,
    WIDTH,
    Tile,
    TileNodes,
    fold,
    number_path,
    pack,
    read_path,
    split_hashes,
    tiles_between,
    tiles_of,
    unpack,
)
from kiemtin.record.tree import Tree
from kiemtin.record.verify import check_consistency, check_inclusion
from tests.record.test_keys import TESTDATA

TREE = Tree(leaf_hash(number.to_bytes(4, "big")) for number in range(70_000))
# The log of transparency-dev/tessera may lie beside a checkout; see vectors/README.md.
LOGS = [
    folder
    for folder in (
        Path(__file__).parent / "vectors" / "log",
        Path(__file__).parents[3] / "shared" / "vectors" / "tlog-tiles",
    )
    if folder.is_dir()
]


def from_tree(tile: Tile) -> bytes:
    """The bytes of a tile of TREE."""
    start = tile.index * WIDTH
    return b"".join(TREE.node(8 * tile.level, start + place) for place in range(tile.width))


@pytest.mark.parametrize(
    ("number", "path"),
    [(0, "000"), (67, "067"), (999, "999"), (1000, "x001/000"), (1234067, "x001/x234/067")],
)
def test_numbers_become_folders_of_three_digits(number: int, path: str) -> None:
    assert number_path(number) == path
    assert read_path(f"tile/0/{path}") == Tile(0, number)


@given(st.integers(ENTRIES, 63), st.integers(0, (1 << 63) - 1), st.integers(1, 256))
def test_a_path_comes_back(level: int, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert read_path(tile.path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile/0",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/00",
        "tile/0/x000/001",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/0/000.p/",
        "tile/0/000/",
        "tile/0/000\n",
        "/tile/0/000",
        "tile/0/../0/000",
        "tile/Entries/000",
        "tile/0/٠٠٠",
        "tile/0/" + "x999/" * 20 + "999",
    ],
)
def test_what_is_no_path_of_a_tile_is_refused(path: str) -> None:
    with pytest.raises(LogRefused) as caught:
        read_path(path)
    assert caught.value.code == "no_tile"


def test_a_log_of_70000_has_the_tiles_of_the_standard() -> None:
    tiles = list(tiles_of(70_000))
    assert [tile.width for tile in tiles if tile.level == 0] == [256] * 273 + [112]
    assert [tile.width for tile in tiles if tile.level == 1] == [256, 17]
    assert [tile.width for tile in tiles if tile.level == 2] == [1]
    assert [tile.width for tile in tiles if tile.level == ENTRIES] == [256] * 273 + [112]
    assert {tile.level for tile in tiles} == {ENTRIES, 0, 1, 2}


@pytest.mark.parametrize(
    ("size", "paths"),
    [
        (0, []),
        (1, ["tile/entries/000.p/1", "tile/0/000.p/1"]),
        (255, ["tile/entries/000.p/255", "tile/0/000.p/255"]),
        (256, ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]),
    ],
)
def test_small_logs_have_these_files(size: int, paths: list[str]) -> None:
    assert [tile.path for tile in tiles_of(size)] == paths


@given(st.lists(st.integers(0, 70_000), min_size=1, max_size=5).map(sorted))
def test_growing_in_steps_makes_every_file_that_growing_at_once_does(sizes: list[int]) -> None:
    made: set[Tile] = set()
    for old, new in pairwise([0, *sizes]):
        made |= set(tiles_between(old, new))
    assert set(tiles_of(sizes[-1])) <= made


@given(st.lists(st.binary(max_size=9), max_size=12))
def test_a_bundle_comes_back(entries: list[bytes]) -> None:
    assert unpack(pack(entries)) == entries


@given(st.binary(max_size=30))
def test_a_bundle_has_one_meaning_or_none(bundle: bytes) -> None:
    try:
        entries = unpack(bundle)
    except LogRefused:
        return
    assert pack(entries) == bundle


def test_a_torn_bundle_is_named() -> None:
    with pytest.raises(LogRefused, match="tile/entries/000"):
        unpack(pack([b"one"])[:-1], "tile/entries/000")


def test_an_entry_has_a_longest_length() -> None:
    longest = bytes(MAX_ENTRY_BYTES)
    assert unpack(pack([longest, b""])) == [longest, b""]
    with pytest.raises(LogRefused, match="65535"):
        pack([bytes(MAX_ENTRY_BYTES + 1)])


@pytest.mark.parametrize("length", [0, 31, 33, 63, 65])
def test_a_tile_has_its_length(length: int) -> None:
    with pytest.raises(LogRefused, match="must have 64 bytes"):
        split_hashes(bytes(length), Tile(0, 0, 2))


@given(st.integers(1, 70_000), st.data())
def test_proofs_from_tiles_are_those_of_the_tree(size: int, data: st.DataObject) -> None:
    nodes = TileNodes(from_tree, size)
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size))
    assert merkle.root(nodes, size) == TREE.root(size)
    assert merkle.inclusion_proof(nodes, index, size) == TREE.inclusion(index, size)
    assert merkle.consistency_proof(nodes, old, size) == TREE.consistency(old, size)


@given(st.integers(1, 70_000), st.data())
def test_a_proof_reads_few_tiles_each_once(size: int, data: st.DataObject) -> None:
    read: list[Tile] = []

    def counted(tile: Tile) -> bytes:
        read.append(tile)
        return from_tree(tile)

    index = data.draw(st.integers(0, size - 1))
    merkle.inclusion_proof(TileNodes(counted, size), index, size)
    assert len(read) == len(set(read)) <= 6
    assert set(read) <= set(tiles_of(size))


@pytest.mark.parametrize("folder", LOGS, ids=lambda folder: folder.name)
def test_a_published_log_holds_with_all_its_checkpoints(folder: Path) -> None:
    key = read_verifier((Path(__file__).parent / "vectors" / "log.vkey").read_text().strip())
    assert str(key) == TESTDATA
    found = [open_checkpoint(path.read_bytes(), [key]) for path in folder.glob("checkpoint*")]
    newest = max(checkpoint.size for checkpoint in found)
    nodes = TileNodes(lambda tile: (folder / tile.path).read_bytes(), newest)
    for checkpoint in found:
        size = checkpoint.size
        assert merkle.root(nodes, size) == checkpoint.root
        if size:
            proof = merkle.consistency_proof(nodes, size, newest)
            roots = checkpoint.root, merkle.root(nodes, newest)
            check_consistency(size, newest, proof, *roots)
        for tile in tiles_of(size):
            partial = (folder / tile.path).read_bytes()
            hashes = (
                [leaf_hash(entry) for entry in unpack(partial)]
                if tile.level == ENTRIES
                else split_hashes(partial, tile)
            )
            assert hashes == [nodes(0, place) for place in range(size)]
            for place, leaf in enumerate(hashes):
                proof = merkle.inclusion_proof(nodes, place, size)
                check_inclusion(leaf, place, size, proof, checkpoint.root)


def test_a_whole_tile_folds_to_the_hash_above() -> None:
    assert fold([TREE.node(0, place) for place in range(WIDTH)]) == TREE.node(8, 0)
