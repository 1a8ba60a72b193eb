"""A whole log is checked: no byte of it can change unseen, and what is wrong is said in words."""

import shutil
from pathlib import Path

import pytest

from kiemtin.record.checkpoint import Checkpoint, sign_checkpoint
from kiemtin.record.keys import SignerKey, read_verifier
from kiemtin.record.merkle import EMPTY_ROOT, leaf_hash
from kiemtin.record.reader import LogFolder
from kiemtin.record.tiles import pack, unpack
from kiemtin.record.tree import Tree
from kiemtin.record.verify_folder import Report, verify_folder
from tests.record.test_keys import TESTDATA
from tests.record.test_tiles import LOGS
from tests.support.logs import KEY, entries, make, quick_folder

BUNDLE, LEAVES = "tile/entries/000.p/5", "tile/0/000.p/5"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of five entries with the checkpoints of 0, 2 and 5."""
    return make(tmp_path / "log", 2, 5)


def verified(folder: Path, **known: bytes) -> Report:
    return verify_folder(LogFolder(folder), [KEY.verifier], known=known)


def codes(folder: Path, **known: bytes) -> set[str]:
    report = verified(folder, **known)
    assert all(one.vi() != one.en() for one in report.findings)
    assert report.holds is not bool(report.findings)
    return {one.code for one in report.findings}


def rewrite(folder: Path, name: str, data: bytes) -> None:
    """Change a file without changing another that shares its bytes."""
    (folder / name).unlink()
    (folder / name).write_bytes(data)


def test_a_sound_log_holds(log: Path) -> None:
    report = verified(log)
    assert report.holds
    assert report.checkpoint
    assert (report.checkpoint.size, report.kept) == (5, 3)


def test_a_served_copy_holds_without_what_is_the_writers(log: Path) -> None:
    (log / "state").unlink()
    (log / "lock").unlink()
    assert verified(log).holds


@pytest.mark.parametrize("folder", LOGS, ids=lambda folder: folder.name)
def test_a_published_log_of_others_holds(folder: Path) -> None:
    report = verify_folder(LogFolder(folder), [read_verifier(TESTDATA)])
    assert report.holds
    assert report.kept == len(list(folder.glob("checkpoint.*")))


@pytest.mark.parametrize("sizes", [(2, 5), (300,)], ids=["with partial files", "over two tiles"])
def test_no_byte_can_change_unseen(sizes: tuple[int, ...]) -> None:
    with quick_folder() as folder:
        make(folder / "log", *sizes)
        files = [path for path in (folder / "log").rglob("*") if path.is_file()]
        seen = 0
        for path in files:
            data = path.read_bytes()
            # Every byte of a small log; of a large one each 61st.
            for place in range(0, len(data), 1 if sizes[-1] < 100 else 61):
                altered = bytearray(data)
                altered[place] ^= 1 << (place % 8)
                rewrite(folder / "log", str(path.relative_to(folder / "log")), bytes(altered))
                assert not verified(folder / "log").holds, f"{path.name} at {place}"
                seen += 1
            rewrite(folder / "log", str(path.relative_to(folder / "log")), data)
        assert verified(folder / "log").holds
        assert seen > 200


def test_no_byte_can_be_lost_or_added_unseen(log: Path) -> None:
    for path in [one for one in log.rglob("*") if one.is_file() and one.name != "lock"]:
        data, name = path.read_bytes(), str(path.relative_to(log))
        for altered in (data[:-1], data[1:], data + b"\n", data + data, b""):
            rewrite(log, name, altered)
            assert not verified(log).holds, name
        rewrite(log, name, data)
    assert verified(log).holds


def test_an_altered_entry_is_named(log: Path) -> None:
    bundle = unpack((log / BUNDLE).read_bytes())
    bundle[3] = bundle[3].upper()
    (log / BUNDLE).write_bytes(pack(bundle))
    report = verified(log)
    assert "entry_altered" in codes(log)
    assert any("number 3" in str(one) for one in report.findings)


def test_reordered_entries_are_named(log: Path) -> None:
    bundle = unpack((log / BUNDLE).read_bytes())
    bundle[1], bundle[3] = bundle[3], bundle[1]
    (log / BUNDLE).write_bytes(pack(bundle))
    assert "reordered" in codes(log)


def test_a_log_rewritten_with_its_tiles_is_caught(log: Path) -> None:
    bundle = unpack((log / BUNDLE).read_bytes())
    bundle[1] = b"rewritten"
    (log / BUNDLE).write_bytes(pack(bundle))
    (log / LEAVES).write_bytes(b"".join(map(leaf_hash, bundle)))
    assert "checkpoint_differs" in codes(log)


def test_a_log_rewritten_with_its_key_is_caught_by_kept_checkpoints(log: Path) -> None:
    forged = log.parent / "forged"
    shutil.copytree(log, forged)
    bundle = [*unpack((log / BUNDLE).read_bytes())[:4], b"rewritten"]
    leaves = [leaf_hash(entry) for entry in bundle]
    (forged / BUNDLE).write_bytes(pack(bundle))
    (forged / LEAVES).write_bytes(b"".join(leaves))
    new = Checkpoint(KEY.name, 5, Tree(leaves).root())
    rewrite(forged, "checkpoint", sign_checkpoint(new, [KEY]))
    rewrite(forged, "state", str(new).encode())
    assert codes(forged) == {"checkpoint_differs"}
    rewrite(forged, "checkpoint.5", sign_checkpoint(new, [KEY]))
    for partial in ("tile/entries/000.p/2", "tile/0/000.p/2"):
        assert (forged / partial).exists()
    # Entries 0 to 3 stand, so checkpoint 2 fits; who kept the old checkpoint of 5 sees it.
    assert codes(forged) == set()
    kept = (log / "checkpoint").read_bytes()
    assert codes(forged, mine=kept) == {"checkpoint_differs"}


def test_a_log_cut_short_is_caught(log: Path) -> None:
    kept = (log / "checkpoint").read_bytes()
    older = make(log.parent / "older", 2)
    assert codes(older) == set()
    assert codes(older, mine=kept) == {"cut_short"}
    rewrite(log, "checkpoint", (older / "checkpoint").read_bytes())
    assert codes(log) == {"cut_short", "beyond", "state_differs"}


@pytest.mark.parametrize("name", [BUNDLE, LEAVES, "checkpoint"])
def test_a_missing_file_is_named(log: Path, name: str) -> None:
    (log / name).unlink()
    report = verified(log)
    assert "file_missing" in {one.code for one in report.findings}
    assert any(name in str(one) for one in report.findings)


def test_files_that_are_no_part_of_the_log_are_named(log: Path) -> None:
    (log / "tile/note.txt").write_bytes(b"")
    (log / "tile/0/000.p/6").write_bytes(bytes(192))
    assert codes(log) == {"strange_file", "beyond"}


def test_a_checkpoint_under_another_name_is_named(log: Path) -> None:
    shutil.copy(log / "checkpoint.2", log / "checkpoint.4")
    assert codes(log) == {"checkpoint_name"}


def test_a_kept_checkpoint_of_another_key_is_named(log: Path) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32)
    rewrite(log, "checkpoint.0", sign_checkpoint(Checkpoint(KEY.name, 0, EMPTY_ROOT), [other]))
    report = verified(log)
    assert [one.code for one in report.findings] == ["checkpoint_refused"]
    assert "checkpoint.0" in str(report.findings[0])
    assert "there is none" in str(report.findings[0])


def test_a_folder_in_the_place_of_a_file_is_named(log: Path) -> None:
    for name in ("checkpoint.2", "state", LEAVES):
        (log / name).unlink()
        (log / name).mkdir()
    assert codes(log) == {"cannot_read", "file_missing"}


def test_another_key_or_origin_is_refused(log: Path) -> None:
    other = SignerKey("other.example/log", b"\x02" * 32)
    found = verify_folder(LogFolder(log), [other.verifier]).findings
    assert [one.code for one in found] == ["not_signed"]
    found = verify_folder(LogFolder(log), [KEY.verifier], "other.example/log").findings
    assert [one.code for one in found] == ["wrong_origin"]


def test_an_empty_log_holds(tmp_path: Path) -> None:
    assert verified(make(tmp_path / "log")).holds


def test_a_log_of_two_levels_is_checked_to_the_top(tmp_path: Path) -> None:
    folder = make(tmp_path / "log", 256, 700)
    assert verified(folder).holds
    (folder / "tile/1/000.p/2").write_bytes(bytes(64))
    assert codes(folder) == {"tile_altered"}
    assert entries(0, 1) == unpack((folder / "tile/entries/000").read_bytes())[:1]
