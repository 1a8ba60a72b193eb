"""What an append that was cut off left is cleared away, and nothing else."""

from pathlib import Path

import pytest

from kiemtin.record.reader import LogFolder
from kiemtin.record.recovery import clean, read_state
from tests.support.logs import KEY, make, require_sound

LEFT = [
    "tile/entries/000.p/7",
    "tile/entries/000",
    "tile/0/000.p/7",
    "tile/0/001.p/1",
    "tile/1/000.p/1",
    "checkpoint.new",
    "state.new",
]


@pytest.mark.parametrize("name", LEFT)
def test_what_was_never_signed_goes(tmp_path: Path, name: str) -> None:
    make(tmp_path, 3)
    left = tmp_path / name
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"torn")
    clean(LogFolder(tmp_path), 3)
    assert not left.exists()
    assert require_sound(tmp_path, 3) == 3


def test_a_partial_file_goes_when_its_full_one_is_there(tmp_path: Path) -> None:
    make(tmp_path, 300)
    left = tmp_path / "tile/0/000.p/9"
    left.parent.mkdir()
    left.write_bytes((tmp_path / "tile/0/000").read_bytes()[: 9 * 32])
    clean(LogFolder(tmp_path), 300)
    assert not left.exists()


def test_what_is_part_of_the_log_or_of_no_log_stays(tmp_path: Path) -> None:
    make(tmp_path, 3, 300)
    (tmp_path / "tile/notes.txt").write_bytes(b"of a person")
    before = sorted(tmp_path.rglob("*"))
    clean(LogFolder(tmp_path), 300)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_new_folder_says_nothing(tmp_path: Path) -> None:
    assert read_state(LogFolder(tmp_path), [KEY.verifier]) == (None, None)


def test_written_and_published_are_told_apart(tmp_path: Path) -> None:
    make(tmp_path, 3)
    old = (tmp_path / "checkpoint").read_bytes()
    make(tmp_path, 5)
    (tmp_path / "checkpoint").unlink()
    (tmp_path / "checkpoint").write_bytes(old)
    state, published = read_state(LogFolder(tmp_path), [KEY.verifier])
    assert state
    assert published
    assert (state.size, published.size) == (5, 3)
