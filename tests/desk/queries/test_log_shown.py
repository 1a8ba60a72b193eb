"""The site says of the log what was shown, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.desk.queries import log_shown
from kiemtin.desk.queries.log_shown import log_statements
from kiemtin.record.anchor import add, kept_roots, request
from kiemtin.record.cosigning import cosign
from kiemtin.record.reader import LogFolder
from kiemtin.record.witness import Witness
from kiemtin.record.writer import LogWriter
from tests.record.test_cosigning import OTHER
from tests.record.test_timestamp import RESPONSE, ROOTS, SENT
from tests.support.logs import KEY, WITNESS, make
from tests.support.witness import TestWitness, serving


@pytest.fixture
def log(settings: Settings, tmp_path: Path) -> LogFolder:
    settings.LOG_FOLDER = tmp_path / "log"
    return LogFolder(make(tmp_path / "log", 2, 5))


@pytest.fixture
def witnesses(log: LogFolder) -> Iterator[list[Witness]]:
    """Two witnesses that have cosigned."""
    peers = [TestWitness(one, KEY.verifier) for one in (WITNESS, OTHER)]
    with serving(peers[0]) as first, serving(peers[1]) as second:
        known = [
            Witness(peers[0].key, first, "University"),
            Witness(peers[1].key, second, "Press council"),
        ]
        cosign(log, known, lambda: LogWriter(log.path, KEY))
        yield known


def proven() -> str:
    return " | ".join(one.en for one in log_statements() if one.proven)


def test_a_log_that_is_not_there_shows_nothing(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_FOLDER = tmp_path / "none"
    assert proven() == ""
    assert len(log_statements()) == 3


def test_two_organisations_in_the_settings_show_one_log(
    witnesses: list[Witness], settings: Settings
) -> None:
    assert proven() == ""
    settings.WITNESSES = witnesses[:1]
    assert "is shown the same log" not in proven()
    settings.WITNESSES = witnesses
    assert "witnesses of 2 organisations cosigned" in proven()


def test_a_wrong_cosignature_counts_for_nothing(
    log: LogFolder, witnesses: list[Witness], settings: Settings
) -> None:
    settings.WITNESSES = witnesses
    make(log.path, 6)
    wrong = log.file("checkpoint.5").splitlines(keepends=True)[-1]
    (log.path / "checkpoint").write_bytes(log.file("checkpoint") + wrong)
    assert proven() == ""


def test_a_time_stamp_that_was_checked_when_it_came_is_told(log: LogFolder) -> None:
    request(log)
    (log.path / "anchors/5.tsq").write_bytes(SENT.to_bytes())
    add(log, RESPONSE, ROOTS)
    add(log, RESPONSE, ROOTS)
    assert kept_roots(log) == ROOTS
    make(log.path, 9)
    assert "the first 5 entries existed before" in proven()


def test_a_time_stamp_is_not_checked_anew_for_every_reader(log: LogFolder) -> None:
    assert proven() == ""
    request(log)
    (log.path / "anchors/5.tsq").write_bytes(SENT.to_bytes())
    add(log, RESPONSE, ROOTS)
    assert "the first 5 entries" in proven()
    before = log_shown._checked.cache_info().misses
    assert "the first 5 entries" in proven()
    assert log_shown._checked.cache_info().misses == before
    for answer in (log.path / "anchors").glob("*.tsr"):
        answer.unlink()
    assert proven() == ""
