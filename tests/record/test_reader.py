"""A log is read from its folder; a partial file that is gone is cut from the full one."""

from pathlib import Path

import pytest

from kiemtin.record import merkle
from kiemtin.record.checkpoint import open_checkpoint
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import LogFolder, tile_or_none
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.tiles import ENTRIES, Tile, pack
from tests.support.logs import KEY, entries, make


def test_every_entry_is_found(tmp_path: Path) -> None:
    folder = LogFolder(make(tmp_path, 300))
    assert [folder.entry(index, 300) for index in (0, 255, 256, 299)] == [
        entries(index, 1)[0] for index in (0, 255, 256, 299)
    ]
    with pytest.raises(RecordRefused, match="from 0 to 299"):
        folder.entry(300, 300)


def test_every_kept_checkpoint_is_the_root_of_its_time(tmp_path: Path) -> None:
    folder = LogFolder(make(tmp_path, 1, 200, 256, 300))
    kept = folder.kept()
    assert list(kept) == [0, 1, 200, 256, 300]
    nodes = folder.nodes(300)
    for size, name in kept.items():
        checkpoint = open_checkpoint(folder.file(name), [KEY.verifier])
        assert (checkpoint.size, checkpoint.root) == (size, merkle.root(nodes, size))


def test_a_partial_file_is_cut_from_the_full_one(tmp_path: Path) -> None:
    folder = LogFolder(make(tmp_path, 100, 300))
    assert folder.tile(Tile(ENTRIES, 0, 100)) == pack(entries(0, 100))
    assert folder.tile(Tile(0, 0, 100)) == folder.tile(Tile(0, 0))[:3200]
    assert merkle.root(folder.nodes(100), 100) == merkle.root(folder.nodes(300), 100)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LogRefused, match="checkpoint of the log is missing"):
        LogFolder(tmp_path).file("checkpoint")
    with pytest.raises(LogRefused) as caught:
        LogFolder(tmp_path).file("")
    assert caught.value.code == "cannot_read"


def test_a_bundle_has_its_number_of_entries(tmp_path: Path) -> None:
    make(tmp_path, 3)
    (tmp_path / "tile/entries/000.p/3").write_bytes(pack([b"one"]))
    with pytest.raises(LogRefused, match="must have 3 entries, but has 1"):
        LogFolder(tmp_path).entries(Tile(ENTRIES, 0, 3))


def test_names_that_are_no_checkpoints_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, 3)
    for name in ("checkpoint.new", "checkpoint.", "checkpoint.-1", "checkpoint.old"):
        (tmp_path / name).write_bytes(b"")
    assert list(LogFolder(tmp_path).kept()) == [0, 3]


def test_a_file_is_a_tile_by_its_name() -> None:
    assert tile_or_none("tile/0/000.p/5") == Tile(0, 0, 5)
    assert tile_or_none("tile/readme.txt") is None
