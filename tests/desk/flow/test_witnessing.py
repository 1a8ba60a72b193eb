"""The desk's log is shown to its witnesses when there is something new, and no oftener."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.desk import log_folder
from kiemtin.desk.flow import keys, record, seal, witnessing
from kiemtin.record.cosignature import witnessed
from kiemtin.record.cosigning import COSIGNED, last_answers
from kiemtin.record.keys import SignerKey
from kiemtin.record.reader import CHECKPOINT
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.witness import Witness
from tests.support.logs import WITNESS
from tests.support.witness import Reply, TestWitness, serving

KEY = SignerKey("desk.example/log", b"\x01" * 32)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> None:
    """A log with one entry, the change of key that begins it."""
    settings.LOG_FOLDER = tmp_path / "log"
    settings.LOG_KEYS = [KEY.secret_text()]
    keys.begin(KEY)
    seal.catch_up()


@pytest.fixture
def peer(settings: Settings) -> Iterator[TestWitness]:
    """A witness that knows the log, and is in the settings."""
    witness = TestWitness(WITNESS, KEY.verifier)
    with serving(witness) as address:
        settings.WITNESSES = [Witness(witness.key, address, "University")]
        yield witness


def later(**span: int) -> datetime:
    return datetime.now(UTC) + timedelta(**span)


def cosigned(peer: TestWitness) -> bool:
    return bool(witnessed(log_folder.folder().file(CHECKPOINT), [peer.key]))


def test_the_published_log_is_cosigned(peer: TestWitness) -> None:
    (said,) = witnessing.ask_due().values()
    assert (said.outcome, said.size) == (COSIGNED, 1)
    assert cosigned(peer)
    assert verify_folder(log_folder.folder(), [KEY.verifier]).holds


def test_nobody_is_asked_twice_about_the_same(peer: TestWitness) -> None:
    witnessing.ask_due()
    assert witnessing.ask_due() == {}
    assert peer.asked == 1
    assert witnessing.due(later(hours=23)) == []
    assert len(witnessing.due(later(hours=25))) == 1


def test_a_clock_that_was_set_back_stops_nobody(peer: TestWitness) -> None:
    witnessing.ask_due()
    assert len(witnessing.due(later(hours=-1))) == 1


def test_what_is_new_is_shown_after_a_minute(peer: TestWitness) -> None:
    witnessing.ask_due()
    record.append("holding_line", {"number": 1})
    assert seal.catch_up() == 1
    assert not cosigned(peer)
    assert witnessing.due(later(seconds=30)) == []
    assert len(witnessing.due(later(seconds=61))) == 1


def test_a_refusal_is_not_repeated_at_once(
    peer: TestWitness, caplog: pytest.LogCaptureFixture
) -> None:
    peer.misbehave = lambda reply: Reply(500)
    with caplog.at_level(logging.WARNING):
        witnessing.ask_due()
    assert "log.witness name=witness.example/w1 outcome=not_cosigned" in caplog.text
    assert witnessing.due(later(minutes=9)) == []
    assert len(witnessing.due(later(minutes=11))) == 1


def test_another_log_of_this_name_is_an_alarm(
    peer: TestWitness, caplog: pytest.LogCaptureFixture
) -> None:
    peer.seen[KEY.name] = (1, bytes(32))
    with caplog.at_level(logging.CRITICAL):
        (said,) = witnessing.ask_due().values()
    assert said.is_alarm
    assert "outcome=inconsistent" in caplog.text
    assert last_answers(log_folder.folder())[str(peer.key)] == said


def test_nobody_is_asked_without_witnesses_or_key(peer: TestWitness, settings: Settings) -> None:
    settings.LOG_KEYS = [replace(KEY, seed=b"\x02" * 32).secret_text()]
    assert witnessing.ask_due() == {}
    settings.WITNESSES = []
    assert witnessing.ask_due() == {}
    assert witnessing.start(threading.Event()) is None
    assert peer.asked == 0


def test_the_log_is_waited_for_while_it_is_written(
    peer: TestWitness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witnessing, "BUSY_SECONDS", 0.01)
    with seal.open_log() as held:
        threading.Timer(0.05, held.close).start()
        assert witnessing.ask_due()
    assert cosigned(peer)
