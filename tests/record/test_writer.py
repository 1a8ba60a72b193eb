"""One writer: appends in order, publishes what it signed, never goes backwards."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.record.checkpoint import open_checkpoint
from kiemtin.record.keys import SignerKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.reader import LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.writer import LogWriter
from tests.support.logs import KEY, entries, logged, make, quick_folder, require_sound


def code(folder: Path, key: SignerKey = KEY) -> str:
    """Why the log does not open; it is left as it is."""
    before = contents(folder)
    with pytest.raises(RecordRefused) as caught:
        LogWriter(folder, key)
    assert contents(folder) == before
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_log_is_empty_and_signed(tmp_path: Path) -> None:
    with LogWriter(tmp_path / "log", KEY) as log:
        assert log.size == 0
    data = (tmp_path / "log/checkpoint").read_bytes()
    assert open_checkpoint(data, [KEY.verifier]).size == 0


def test_appended_entries_are_published(tmp_path: Path) -> None:
    with LogWriter(tmp_path, KEY) as log:
        checkpoint = log.append([b"one", b"two"])
        assert checkpoint.size == log.size == 2
        assert open_checkpoint(log.folder.file("checkpoint"), [KEY.verifier]) == checkpoint
        assert list(log.folder.kept()) == [0, 2]
    assert logged(tmp_path, 2) == [b"one", b"two"]


def test_nothing_appended_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, 3)
    before = contents(tmp_path)
    with LogWriter(tmp_path, KEY) as log:
        assert log.append([]).size == 3
    assert contents(tmp_path) == before


@settings(max_examples=25)
@given(st.lists(st.integers(0, 700), min_size=1, max_size=5).map(sorted), st.booleans())
def test_a_log_holds_however_it_grew(sizes: list[int], reopened: bool) -> None:
    with quick_folder() as folder:
        for step in [[size] for size in sizes] if reopened else [sizes]:
            make(folder, *step)
        assert verify_folder(LogFolder(folder), [KEY.verifier]).holds
        require_sound(folder, sizes[-1])


def test_partial_files_go_when_the_full_one_is_there(tmp_path: Path) -> None:
    make(tmp_path, 100, 256, 257)
    names = set(LogFolder(tmp_path).tile_files())
    assert "tile/0/000" in names
    assert not [name for name in names if name.startswith(("tile/0/000.p", "tile/entries/000.p"))]
    assert {"tile/0/001.p/1", "tile/1/000.p/1"} <= names


def test_the_same_append_again_is_refused(tmp_path: Path) -> None:
    with LogWriter(tmp_path, KEY) as log:
        log.append([b"one"], first=0)
        with pytest.raises(LogRefused, match="must be number 1") as caught:
            log.append([b"one"], first=0)
        assert caught.value.code == "other_place"
        assert log.append([b"two"], first=1).size == 2


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with LogWriter(tmp_path, KEY):
        assert code(tmp_path) == "busy"
    LogWriter(tmp_path, KEY).close()


def test_a_closed_log_takes_nothing(tmp_path: Path) -> None:
    log = LogWriter(tmp_path, KEY)
    log.close()
    log.close()
    with pytest.raises(LogRefused) as caught:
        log.append([b"one"])
    assert caught.value.code == "not_open"


def test_too_long_an_entry_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    make(tmp_path, 3)
    before = contents(tmp_path)
    with LogWriter(tmp_path, KEY) as log:
        with pytest.raises(LogRefused, match="65535"):
            log.append([b"fine", bytes(65_536)])
        assert contents(tmp_path) == before
        assert log.append(entries(3, 1)).size == 4


def test_a_full_disk_leaves_a_log_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, 3)
    with LogWriter(tmp_path, KEY) as log:

        def full(*_: Any) -> int:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full)
            with pytest.raises(LogRefused, match="No space left"):
                log.append(entries(3, 2))
        with pytest.raises(LogRefused, match="Open the log again"):
            log.append(entries(3, 2))
    assert require_sound(tmp_path, 3) == 3


def test_an_old_copy_is_not_written_on(tmp_path: Path) -> None:
    make(tmp_path, 3)
    state, old = (tmp_path / "state").read_bytes(), (tmp_path / "checkpoint").read_bytes()
    make(tmp_path, 5)
    (tmp_path / "state").write_bytes(state)
    assert code(tmp_path) == "backwards"
    (tmp_path / "checkpoint").unlink()
    (tmp_path / "checkpoint").write_bytes(old)
    assert code(tmp_path) == "backwards"


def test_a_lost_state_is_not_guessed(tmp_path: Path) -> None:
    make(tmp_path, 3)
    (tmp_path / "state").unlink()
    assert code(tmp_path) == "state_missing"


@pytest.mark.parametrize("name", ["state", "tile/entries/000.p/3", "tile/0/000.p/3"])
def test_a_damaged_file_is_not_written_on(tmp_path: Path, name: str) -> None:
    make(tmp_path, 3)
    path = tmp_path / name
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    assert code(tmp_path) == "damaged"
    path.write_bytes(data[:5])
    assert code(tmp_path) in {"damaged", "tile_length", "bundle_torn"}
    path.unlink()
    assert code(tmp_path) in {"state_missing", "file_missing"}


def test_a_forged_checkpoint_is_not_written_on(tmp_path: Path) -> None:
    make(tmp_path / "log", 3)
    forged = tmp_path / "forged"
    with LogWriter(forged, KEY) as log:
        log.append([b"other", b"entries", b"here"])
    shutil.copy(forged / "checkpoint", tmp_path / "log/checkpoint")
    assert code(tmp_path / "log") == "damaged"


def test_another_key_does_not_write_on(tmp_path: Path) -> None:
    make(tmp_path, 3)
    with pytest.raises(NoteRefused) as caught:
        LogWriter(tmp_path, SignerKey(KEY.name, b"\x02" * 32))
    assert caught.value.code == "not_signed"
    (tmp_path / "checkpoint").unlink()
    assert code(tmp_path, SignerKey("other.example/log", b"\x02" * 32)) == "other_log"


def test_a_lost_publication_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, 3, 5)
    before = contents(tmp_path)
    (tmp_path / "checkpoint").unlink()
    (tmp_path / "checkpoint.5").unlink()
    make(tmp_path)
    assert contents(tmp_path) == before


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LogRefused) as caught:
        LogWriter(tmp_path / "file", KEY)
    assert caught.value.code == "cannot_write"


def test_a_log_goes_on_under_another_key_when_the_earlier_one_is_known(tmp_path: Path) -> None:
    after = SignerKey(KEY.name, b"\x07" * 32)
    with LogWriter(tmp_path, KEY) as log:
        log.append([b"one"])
    with LogWriter(tmp_path, after, earlier=[KEY.verifier], also=[KEY]) as log:
        log.append([b"two"])
        both = log.folder.file("checkpoint")
    with LogWriter(tmp_path, after) as log:
        log.append([b"three"])
        alone = log.folder.file("checkpoint")
    for key in (KEY, after):
        assert open_checkpoint(both, [key.verifier]).size == 2
    with pytest.raises(NoteRefused) as refused:
        open_checkpoint(alone, [KEY.verifier])
    assert refused.value.code == "not_signed"
    assert verify_folder(LogFolder(tmp_path), [after.verifier, KEY.verifier]).holds
    assert not verify_folder(LogFolder(tmp_path), [after.verifier]).holds
