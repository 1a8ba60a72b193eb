"""A desk's proof is checked by itself, and the text beside it is the one that was signed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.cli.main import main
from kiemtin.record.commitment import canonical_body, commit
from kiemtin.record.entry import Entry
from kiemtin.record.opening import Opening
from kiemtin.record.proof import make_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.writer import LogWriter
from tests.support.logs import KEY

SALT = bytes(range(32))
CONTENT = {"claim": "Đập Nậm Mít vỡ", "verdict": "false", "fact": "Đập \x1b[2J còn nguyên."}
BODY = {"fact_check": 7, "version": 1, "content_hash": content_hash(CONTENT)}
WHEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ENTRY = Entry("publication", WHEN, commit(SALT, canonical_body(BODY))).to_bytes()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def proof(folder: Path, opening: Opening) -> Path:
    """A proof that carries `opening`, of a log whose one entry is the opening's."""
    with LogWriter(folder / "log", KEY) as writer:
        writer.append([opening.entry])
    path = folder / "0.tlog-proof"
    path.write_bytes(make_proof(LogFolder(folder / "log"), 0, opening.to_bytes()).to_bytes())
    return path


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["verify", *map(str, words), "--key", str(KEY.verifier)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_it_says_what_was_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, proof(tmp_path, Opening(ENTRY, SALT, BODY, CONTENT)))
    assert status == 0
    assert "the entry: publication, at 2026-11-23T08:00:00+00:00" in text
    assert "about fact-check number 7, version 1" in text
    assert "claim: Đập Nậm Mít vỡ" in text
    assert "verdict: False" in text


def test_what_is_printed_never_speaks_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _status, text = said(capsys, proof(tmp_path, Opening(ENTRY, SALT, BODY, CONTENT)))
    assert "\x1b" not in text
    assert "[2J còn nguyên." in text


def test_another_text_beside_a_right_proof_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Opening(ENTRY, SALT, BODY, CONTENT | {"verdict": "true"})
    status, text = said(capsys, proof(tmp_path, other))
    assert status == 1
    assert "✕ The text beside the proof is not the one that was signed" in text


def test_another_body_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, proof(tmp_path, Opening(ENTRY, SALT, BODY | {"version": 2})))
    assert status == 1
    assert "do not fit the commitment" in text or "does not fit" in text


def test_an_erased_entry_is_still_proven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, proof(tmp_path, Opening(ENTRY)))
    assert status == 0
    assert "! what this entry was about is not shown with this proof; the log's server says" in text
    told = said(capsys, proof(tmp_path / "more", Opening(ENTRY, erased_by=7)))[1]
    assert "fetch the proof of entry 7 to see" in told


def test_a_tombstone_says_what_it_erased_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = {"entry": 3, "reason": "tên người bệnh"}
    entry = Entry("erasure", WHEN, commit(SALT, canonical_body(body))).to_bytes()
    text = said(capsys, proof(tmp_path, Opening(entry, SALT, body)))[1]
    assert "what entry number 3 was about was erased, because: tên người bệnh" in text


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [("Giờ đo đúng.", 0, "answer: Giờ đo đúng."), ("Chưa ai nói thế.", 1, "Do not trust this")],
)
def test_the_answer_to_an_objection_is_the_one_that_was_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, status: int, told: str
) -> None:
    body = {"objection": 1, "content_hash": content_hash({"answer": "Giờ đo đúng."})}
    entry = Entry("objection_answered", WHEN, commit(SALT, canonical_body(body))).to_bytes()
    opening = Opening(entry, SALT, body, {"answer": words})
    ended, text = said(capsys, proof(tmp_path, opening))
    assert ended == status
    assert told in text


def test_an_entry_given_beside_must_be_the_one_carried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "e").write_bytes(ENTRY + b" ")
    status, text = said(capsys, proof(tmp_path, Opening(ENTRY)), "--entry", tmp_path / "e")
    assert status == 1
    assert "not the one that the proof carries" in text
