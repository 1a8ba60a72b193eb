"""Files are written whole, replaced in one step, and removed without fuss."""

from pathlib import Path

import pytest

from kiemtin.record import disk


def test_a_file_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a"
    disk.write(path, b"long before")
    disk.write(path, b"now")
    assert path.read_bytes() == b"now"


def test_a_waiting_file_takes_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    waiting = disk.prepare(path, b"now")
    assert path.read_bytes() == b"before"
    disk.replace(waiting, path)
    assert path.read_bytes() == b"now"
    assert list(tmp_path.iterdir()) == [path]


def test_a_second_name_outlives_the_first(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    second.write_bytes(b"old")
    disk.write(first, b"kept")
    disk.link(first, second)
    disk.replace(disk.prepare(first, b"next"), first)
    assert (first.read_bytes(), second.read_bytes()) == (b"next", b"kept")


def test_what_waited_before_is_not_written_through(tmp_path: Path) -> None:
    path, kept = tmp_path / "a", tmp_path / "kept"
    disk.link(disk.prepare(path, b"signed"), kept)
    disk.prepare(path, b"other")
    assert kept.read_bytes() == b"signed"


def test_where_files_have_one_name_only_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    disk.write(tmp_path / "a", b"kept")
    disk.link(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"kept"


def test_folders_are_made_with_those_above(tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "a/b/c")
    disk.make_folder(tmp_path / "a/b/c")
    assert (tmp_path / "a/b/c").is_dir()


def test_what_is_gone_may_be_removed(tmp_path: Path) -> None:
    disk.remove(tmp_path / "a")
