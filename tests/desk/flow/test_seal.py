"""What the database logged follows into the signed files, once, and never against them."""

from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.desk import log_folder
from kiemtin.desk.flow import keys, record, seal
from kiemtin.desk.flow.seal import SealRefused
from kiemtin.desk.models import LogEntry
from kiemtin.record.entry import read_entry
from kiemtin.record.keys import SignerKey
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.writer import LogWriter

FIRST = SignerKey("desk.example/log", b"\x01" * 32)
SECOND = SignerKey("desk.example/log", b"\x02" * 32)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.LOG_FOLDER = tmp_path / "log"
    settings.LOG_KEYS = [FIRST.secret_text()]
    return tmp_path / "log"


def act(number: int) -> LogEntry:
    return record.append("holding_line", {"number": number})


def holds() -> bool:
    return verify_folder(log_folder.folder(), [SECOND.verifier, FIRST.verifier]).holds


def test_without_a_key_nothing_is_sealed_and_nothing_is_lost() -> None:
    act(1)
    assert seal.catch_up() == 0
    assert log_folder.size() == 0
    keys.begin(FIRST)
    assert seal.catch_up() == 2
    assert log_folder.size() == 2
    assert holds()


def test_each_entry_is_sealed_once_with_the_bytes_of_the_database() -> None:
    keys.begin(FIRST)
    for number in range(3):
        act(number)
    assert seal.catch_up() == 4
    assert seal.catch_up() == 0
    kept = [read_entry(log_folder.folder().entry(index, 4)) for index in range(4)]
    logged = list(LogEntry.objects.order_by("number"))
    assert [one.commitment.hex() for one in kept] == [one.commitment for one in logged]
    assert [one.made_at for one in kept] == [one.made_at for one in logged]
    assert [one.kind for one in kept] == ["key_change"] + ["holding_line"] * 3


def test_many_entries_are_sealed_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "AT_ONCE", 2)
    keys.begin(FIRST)
    for number in range(4):
        act(number)
    assert seal.catch_up() == 5
    assert sorted(log_folder.folder().kept()) == [0, 2, 4, 5]
    assert holds()


def test_a_new_key_goes_on_and_the_one_before_signs_the_step(settings: Settings) -> None:
    keys.begin(FIRST)
    seal.catch_up()
    keys.rotate(FIRST, SECOND)
    settings.LOG_KEYS = [FIRST.secret_text(), SECOND.secret_text()]
    assert seal.catch_up() == 1
    for key in (FIRST, SECOND):
        assert verify_folder(log_folder.folder(), [key.verifier]).checkpoint is not None
    settings.LOG_KEYS = [SECOND.secret_text()]
    act(1)
    assert seal.catch_up() == 1
    assert holds()


def test_a_database_from_an_older_copy_is_refused() -> None:
    keys.begin(FIRST)
    seal.catch_up()
    with LogWriter(log_folder.folder().path, FIRST) as writer:
        writer.append([b"what the database forgot"])
    with pytest.raises(SealRefused) as refused:
        seal.catch_up()
    assert refused.value.code == "log_ahead"
    act(1)
    act(2)
    with pytest.raises(SealRefused) as refused:
        seal.catch_up()
    assert refused.value.code == "log_differs"
    assert log_folder.size() == 2


def test_while_another_process_seals_this_one_waits() -> None:
    keys.begin(FIRST)
    with LogWriter(log_folder.folder().path, FIRST):
        assert seal.catch_up() == 0
    assert seal.catch_up() == 1


def test_the_whole_log_is_compared_with_the_database() -> None:
    keys.begin(FIRST)
    for number in range(300):
        act(number)
    seal.catch_up()
    assert seal.require_whole() == 301
    bundle = log_folder.folder().path / "tile/entries/001.p/45"
    bundle.write_bytes(bundle.read_bytes().replace(b"holding_line", b"holding_lane", 1))
    with pytest.raises(SealRefused) as refused:
        seal.require_whole()
    assert (refused.value.code, refused.value.params) == ("log_differs", {"number": 256})
