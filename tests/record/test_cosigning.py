"""Witnesses are asked after the log has grown: what they sign is published, and nobody who is
silent or lies holds anything back or spoils anything.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiemtin.record.cosignature import witnessed
from kiemtin.record.cosigning import ANSWERS, COSIGNED, cosign, last_answers
from kiemtin.record.keys import SignerKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.witness import Witness
from kiemtin.record.writer import LogWriter
from tests.support.logs import KEY, WITNESS, entries, make
from tests.support.witness import Reply, TestWitness, serving

OTHER = SignerKey("witness.example/w2", b"\x06" * 32)


@contextmanager
def witnesses(*peers: TestWitness) -> Iterator[list[Witness]]:
    """The settings that reach these witnesses, each of an organisation of its own."""
    with ExitStack() as stack:
        yield [
            Witness(one.key, stack.enter_context(serving(one)), f"Organisation {one.key.name}")
            for one in peers
        ]


@pytest.fixture
def log(tmp_path: Path) -> LogFolder:
    return LogFolder(make(tmp_path / "log", 3, 5))


@pytest.fixture
def peers() -> list[TestWitness]:
    return [TestWitness(one, KEY.verifier) for one in (WITNESS, OTHER)]


def run(log: LogFolder, known: list[Witness]) -> list[str]:
    """Ask everyone; the outcomes in their order."""
    answers = cosign(log, known, lambda: LogWriter(log.path, KEY), seconds=2)
    return [answers[str(one.key)].outcome for one in known]


def names(log: LogFolder, known: list[Witness], name: str = CHECKPOINT) -> list[str]:
    return [one.key.name for one in witnessed(log.file(name), [one.key for one in known])]


def require_sound(log: LogFolder) -> None:
    report = verify_folder(log, [KEY.verifier])
    assert report.holds, [str(one) for one in report.findings]


def test_the_checkpoint_is_published_with_every_cosignature(
    log: LogFolder, peers: list[TestWitness]
) -> None:
    with witnesses(*peers) as known:
        assert run(log, known) == [COSIGNED, COSIGNED]
        assert names(log, known) == ["witness.example/w1", "witness.example/w2"]
        assert log.file("checkpoint.5") == log.file(CHECKPOINT)
        said = last_answers(log)[str(known[0].key)]
        assert (said.size, said.is_alarm) == (5, False)
    require_sound(log)


def test_who_is_reading_meanwhile_reads_the_old_or_the_new(
    log: LogFolder, peers: list[TestWitness]
) -> None:
    before = log.file(CHECKPOINT)
    with (
        witnesses(*peers) as known,
        (log.path / CHECKPOINT).open("rb") as reading,
        (log.path / "checkpoint.5").open("rb") as reading_kept,
    ):
        run(log, known)
        assert reading.read() == reading_kept.read() == before
    assert log.file(CHECKPOINT).startswith(before)
    assert list(log.path.glob("*.new")) == []


def test_the_log_goes_on_and_is_cosigned_again(log: LogFolder, peers: list[TestWitness]) -> None:
    with witnesses(*peers) as known:
        run(log, known)
        asked = peers[0].asked
        with LogWriter(log.path, KEY) as writer:
            assert names(log, known) == ["witness.example/w1", "witness.example/w2"]
            writer.append(entries(5, 300))
        assert names(log, known) == []
        assert run(log, known) == [COSIGNED, COSIGNED]
        # The size that it cosigned last is remembered, so one question is enough.
        assert peers[0].asked == asked + 1
    require_sound(log)


def test_a_silent_witness_holds_nothing_back(log: LogFolder, peers: list[TestWitness]) -> None:
    with witnesses(*peers) as known:
        silent = replace(known[0], address="http://127.0.0.1:9")
        assert run(log, [silent, known[1]]) == ["no_answer", COSIGNED]
        assert names(log, known) == ["witness.example/w2"]
        said = last_answers(log)[str(silent.key)]
        assert (said.size, said.cosigned_at) == (0, "")
        assert said.vi
        assert said.vi != said.en
    require_sound(log)


def test_what_was_cosigned_before_is_kept_in_mind(log: LogFolder, peers: list[TestWitness]) -> None:
    with witnesses(*peers) as known:
        run(log, known)
        peers[0].misbehave = lambda reply: Reply(500)
        assert run(log, known) == ["not_cosigned", COSIGNED]
        assert last_answers(log)[str(known[0].key)].size == 5
        assert names(log, known) == ["witness.example/w1", "witness.example/w2"]


def test_a_wrong_cosignature_is_not_published(log: LogFolder, peers: list[TestWitness]) -> None:
    with witnesses(*peers) as known:
        run(log, known)
        lines = [line for line in log.file(CHECKPOINT).splitlines(True) if b"/w1" in line]
        with LogWriter(log.path, KEY) as writer:
            writer.append(entries(5, 1))
        peers[0].misbehave = lambda reply: Reply(200, lines[0])
        assert run(log, known) == ["wrong_signature", COSIGNED]
        assert names(log, known) == ["witness.example/w2"]


def test_two_logs_of_one_name_are_told(
    log: LogFolder, peers: list[TestWitness], tmp_path: Path
) -> None:
    with LogWriter(tmp_path / "fork", KEY) as writer:
        writer.append([b"another history"] * 9)
    with witnesses(*peers) as known:
        assert run(LogFolder(tmp_path / "fork"), known) == [COSIGNED, COSIGNED]
        assert run(log, known) == ["ahead", "ahead"]
        assert all(said.is_alarm for said in last_answers(log).values())
    require_sound(log)


def test_a_log_that_grew_meanwhile_keeps_its_newer_checkpoint(
    log: LogFolder, peers: list[TestWitness]
) -> None:
    def grow(reply: Reply) -> Reply:
        with LogWriter(log.path, KEY) as writer:
            writer.append(entries(5, 1))
        peers[0].misbehave = None
        return reply

    peers[0].misbehave = grow
    with witnesses(*peers) as known:
        assert run(log, known) == [COSIGNED, COSIGNED]
        assert names(log, known) == []
        assert run(log, known) == [COSIGNED, COSIGNED]
        assert names(log, known) == ["witness.example/w1", "witness.example/w2"]
    require_sound(log)


def test_lost_or_torn_answers_cost_a_question_only(
    log: LogFolder, peers: list[TestWitness]
) -> None:
    with witnesses(*peers) as known:
        run(log, known)
        wrong = [{"size": "9"}, {"asked_at": "soon"}, {"cosigned_at": "2026-11-23T08:00:00"}]
        made = [{"outcome": "x", "asked_at": "", **one} for one in wrong]
        torn = [json.dumps({"key": one}).encode() for one in made]
        for data in (b"", b"{", b"[]", b'{"a": 1}', *torn):
            (log.path / ANSWERS).write_bytes(data)
            assert last_answers(log) == {}
        assert run(log, known) == [COSIGNED, COSIGNED]


def test_nothing_is_asked_about_an_empty_log_or_without_witnesses(
    tmp_path: Path, peers: list[TestWitness]
) -> None:
    empty = LogFolder(make(tmp_path / "empty"))
    with witnesses(*peers) as known:
        assert cosign(empty, known, lambda: LogWriter(empty.path, KEY)) == {}
        one = LogFolder(make(tmp_path / "one", 1))
        assert cosign(one, [], lambda: LogWriter(one.path, KEY)) == {}
    assert [one.asked for one in peers] == [0, 0]


def test_a_busy_log_is_left_to_its_writer(log: LogFolder, peers: list[TestWitness]) -> None:
    with (
        witnesses(*peers) as known,
        LogWriter(log.path, KEY),
        pytest.raises(LogRefused) as refused,
    ):
        run(log, known)
    assert refused.value.code == "busy"
