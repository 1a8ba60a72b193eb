"""A log behind an address is checked as one in a folder; whoever serves it is not believed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiemtin.record import remote
from kiemtin.record.fetch_refusal import FetchRefused
from kiemtin.record.keys import SignerKey
from kiemtin.record.reader import LogFolder
from kiemtin.record.remote import RemoteLog
from kiemtin.record.tiles import tiles_of
from kiemtin.record.verify_folder import Report, verify_folder
from tests.support.logs import KEY, make
from tests.support.witness import Reply, served


class Site:
    """Serves a folder; `instead` replaces single answers, `asked` counts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.instead: dict[str, Reply] = {}
        self.asked: list[str] = []

    def answer(self, path: str, body: bytes) -> Reply:
        name = path.removeprefix("/log/")
        self.asked.append(name)
        if name in self.instead:
            return self.instead[name]
        file = self.folder / name
        return Reply(200, file.read_bytes()) if file.is_file() else Reply(404, b"no")

    @contextmanager
    def open(self) -> Iterator[RemoteLog]:
        with served(self.answer) as address, RemoteLog(f"{address}/log", seconds=3) as log:
            yield log


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(make(tmp_path / "log", 2, 300, 700))


def verified(site: Site, **known: bytes) -> Report:
    with site.open() as log:
        return verify_folder(log, [KEY.verifier], known=known)


def codes(site: Site, **known: bytes) -> set[str]:
    return {one.code for one in verified(site, **known).findings}


def test_a_sound_log_holds_and_every_file_is_fetched_once(site: Site) -> None:
    report = verified(site)
    assert report.holds
    assert report.checkpoint
    assert report.checkpoint.size == 700
    expected = ["checkpoint", *(tile.path for tile in tiles_of(700))]
    assert sorted(site.asked) == sorted(expected)


def test_an_empty_log_holds(tmp_path: Path) -> None:
    assert verified(Site(make(tmp_path / "log"))).holds


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tile/entries/001", {"checkpoint_differs", "entry_altered", "tile_altered"}),
        ("tile/0/000", {"tile_altered"}),
        ("tile/1/000.p/2", {"tile_altered"}),
    ],
)
def test_altered_files_are_named(site: Site, name: str, expected: set[str]) -> None:
    data = bytearray((site.folder / name).read_bytes())
    data[-1] ^= 1
    site.instead[name] = Reply(200, bytes(data))
    assert codes(site)
    assert codes(site) <= expected


def test_a_missing_file_is_named(site: Site) -> None:
    site.instead["tile/0/001"] = Reply(404)
    assert codes(site) == {"file_missing"}
    site.instead = {"tile/entries/001": Reply(404)}
    assert codes(site) == {"file_missing"}
    site.instead = {"checkpoint": Reply(404)}
    assert codes(site) == {"file_missing"}


def test_a_partial_file_that_was_replaced_is_cut_from_the_full_one(
    site: Site, tmp_path: Path
) -> None:
    older = Site(make(tmp_path / "older", 300))
    checkpoint = (older.folder / "checkpoint").read_bytes()
    site.instead["checkpoint"] = Reply(200, checkpoint)
    report = verified(site)
    assert report.holds, [str(one) for one in report.findings]
    assert report.checkpoint
    assert report.checkpoint.size == 300


def test_checkpoints_that_somebody_kept_are_compared(site: Site, tmp_path: Path) -> None:
    past = (site.folder / "checkpoint.300").read_bytes()
    future = (make(tmp_path / "future", 701) / "checkpoint").read_bytes()
    assert codes(site, past=past) == set()
    assert codes(site, future=future) == {"cut_short"}
    assert codes(site, strange=b"x\n") == {"checkpoint_refused"}


def test_nothing_is_fetched_for_a_wrong_key_or_name(site: Site) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32)
    with site.open() as log:
        found = verify_folder(log, [other.verifier]).findings
    assert [one.code for one in found] == ["not_signed"]
    with site.open() as log:
        found = verify_folder(log, [KEY.verifier], "else.example/log").findings
    assert [one.code for one in found] == ["wrong_origin"]
    assert site.asked == ["checkpoint", "checkpoint"]


def test_whoever_fails_once_is_not_asked_for_everything_else(site: Site) -> None:
    site.instead["tile/0/000"] = Reply(500)
    assert codes(site) == {"status"}
    assert "tile/0/001" not in site.asked
    site.instead = {"tile/entries/000": Reply(302, headers={"Location": "/log/checkpoint"})}
    assert codes(site) == {"redirected"}
    site.instead = {"tile/0/000": Reply(200, bytes(8193))}
    assert codes(site) == {"too_much"}


def test_too_large_a_log_is_refused_before_it_is_fetched(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_ENTRIES", 699)
    assert codes(site) == {"log_too_large"}
    assert site.asked == ["checkpoint"]


def test_bytes_and_time_are_counted_over_all_files(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_TOTAL_BYTES", 9000)
    assert codes(site) == {"too_much"}
    monkeypatch.undo()
    monkeypatch.setattr(remote, "MAX_SECONDS", -1.0)
    assert codes(site) == {"too_slow"}


def test_a_copy_in_a_folder_is_judged_alike(site: Site, tmp_path: Path) -> None:
    shutil.copytree(site.folder, tmp_path / "copy")
    (tmp_path / "copy/state").unlink()
    local = verify_folder(LogFolder(tmp_path / "copy"), [KEY.verifier])
    far = verified(site)
    assert local.note == far.note
    assert local.text_at(300) == far.text_at(300)
    assert far.text_at(701) is None


def test_only_addresses_of_logs_are_taken() -> None:
    with pytest.raises(FetchRefused):
        RemoteLog("http://desk.example/log")
