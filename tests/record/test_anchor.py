"""A checkpoint is asked to be stamped, the answer is kept beside the log, and it binds the log."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography.x509 import Certificate

from kiemtin.record.anchor import Anchor, add, anchors, names, request
from kiemtin.record.anchor_refusal import AnchorRefused
from kiemtin.record.keys import SignerKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.reader import LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.timestamp import read_request
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.writer import LogWriter
from tests.record.test_timestamp import HELD, RESPONSE, ROOTS, SENT
from tests.support.logs import KEY, make


@pytest.fixture
def log(tmp_path: Path) -> LogFolder:
    """A log that asked for the stamp in the vectors."""
    folder = LogFolder(make(tmp_path / "log", 2, 5))
    request(folder)
    (folder.path / "anchors/5.tsq").write_bytes(SENT.to_bytes())
    return folder


def found(log: LogFolder, roots: Sequence[Certificate] = ROOTS) -> list[Anchor | RecordRefused]:
    report = verify_folder(log, [KEY.verifier])
    assert report.holds
    return list(anchors(log, report.text_at, roots))


def code(log: LogFolder, data: bytes = RESPONSE) -> str:
    with pytest.raises(AnchorRefused) as refused:
        add(log, data, ROOTS, "answer.tsr")
    assert names(log) == []
    return refused.value.code


def test_the_present_checkpoint_is_asked_about_once(log: LogFolder) -> None:
    assert request(log) == (5, log.path / "anchors/5.tsq")
    assert read_request(log.file("anchors/5.tsq")) == SENT
    make(log.path, 7)
    assert request(log)[0] == 7
    assert read_request(log.file("anchors/7.tsq")).imprint != SENT.imprint


def test_an_answer_is_kept_and_found_again(log: LogFolder) -> None:
    anchor = add(log, RESPONSE, ROOTS)
    assert (anchor.size, anchor.stamp) == (5, HELD)
    assert log.file(anchor.path) == RESPONSE
    assert add(log, RESPONSE, ROOTS) == anchor
    make(log.path, 300)
    assert found(log) == [anchor]
    assert [one.stamp.authority for one in found(log, []) if isinstance(one, Anchor)] == [""]


def test_a_log_that_was_rewritten_does_not_fit_its_anchor(log: LogFolder, tmp_path: Path) -> None:
    anchor = add(log, RESPONSE, ROOTS)
    other = LogFolder(tmp_path / "other")
    with LogWriter(other.path, KEY) as writer:
        writer.append([b"another history"] * 9)
    (other.path / "anchors").mkdir()
    (other.path / anchor.path).write_bytes(RESPONSE)
    (refused,) = found(other)
    assert isinstance(refused, AnchorRefused)
    assert refused.code == "other_text"
    (shorter,) = anchors(log, lambda size: None, ROOTS)
    assert isinstance(shorter, AnchorRefused)


def test_what_answers_nothing_is_not_kept(log: LogFolder, tmp_path: Path) -> None:
    (log.path / "anchors/5.tsq").unlink()
    assert code(log) == "no_request"
    request(log)
    assert code(log) == "other_nonce"
    assert code(log, b"x") == "response_unreadable"
    stranger = SignerKey("other.example/log", b"\x02" * 32)
    other = LogFolder(tmp_path / "stranger")
    with LogWriter(other.path, stranger) as writer:
        writer.append([b"entry"])
    request(other)
    assert code(other) == "no_request"


def test_strange_files_are_left_alone(log: LogFolder) -> None:
    for name in ("x.tsr", "5.tsr", "05-00000000.tsr", "notes.txt", "x.tsq", "9.tsq"):
        (log.path / "anchors" / name).write_bytes(b"")
    assert names(log) == []
    assert add(log, RESPONSE, ROOTS).size == 5


def test_an_empty_log_has_nothing_to_stamp(tmp_path: Path) -> None:
    with pytest.raises(AnchorRefused) as refused:
        request(LogFolder(make(tmp_path / "log")))
    assert refused.value.code == "nothing_to_anchor"
    with pytest.raises(LogRefused):
        request(LogFolder(tmp_path / "nothing"))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = make(tmp_path / "log", 1)
    (folder / "anchors").write_bytes(b"")
    with pytest.raises(LogRefused) as refused:
        request(LogFolder(folder))
    assert refused.value.code == "cannot_write"
