"""`kiemtin verify` says in plain words what holds and what does not, and ends with 0 or 1."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiemtin.cli.main import main
from kiemtin.record.entry import KINDS, Entry
from kiemtin.record.keys import SignerKey
from kiemtin.record.proof import make_proof
from kiemtin.record.reader import LogFolder
from kiemtin.record.writer import LogWriter
from tests.support.logs import KEY, make

VERIFIER = str(KEY.verifier)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of five entries."""
    return make(tmp_path / "log", 2, 5)


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["verify", *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_a_sound_log_holds(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, log, "--key", VERIFIER)
    assert status == 0
    assert "✓ desk.example/log signed: 5 entries" in text
    assert "✓ 3 kept checkpoints fit" in text
    assert "Not shown by this: that everyone is shown the same log" in text
    assert text.endswith("Conclusion: it is as the desk signed it.\n")


def test_an_altered_log_does_not(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = log / "tile/entries/000.p/5"
    bundle.write_bytes(bundle.read_bytes().replace(b"entry 3", b"entry X"))
    status, text = said(capsys, log, "--key", VERIFIER)
    assert status == 1
    assert "✕ Entry number 3 is not the one that was logged" in text
    assert "every entry" not in text
    assert "it does NOT hold" in text


def test_it_speaks_vietnamese(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "vi")
    status, text = said(capsys, log, "--key", VERIFIER)
    assert status == 0
    assert "mọi mục và mọi tệp đều khớp với chữ ký" in text


def test_a_checkpoint_of_before_shows_that_the_log_was_cut(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = make(tmp_path / "older", 2)
    status, text = said(capsys, older, "--key", VERIFIER, "--known", log / "checkpoint")
    assert status == 1
    assert "has 5 entries, but the log has only 2" in text
    assert said(capsys, log, "--key", VERIFIER, "--known", older / "checkpoint")[0] == 0


def test_the_key_may_lie_in_a_file(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "desk.vkey").write_text(VERIFIER + "\n")
    assert said(capsys, log, "--key", tmp_path / "desk.vkey")[0] == 0


def test_a_checkpoint_is_checked_by_itself(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, log / "checkpoint", "--key", VERIFIER)
    assert status == 0
    assert "signed: 5 entries" in text


@pytest.mark.parametrize("where", ["folder", "checkpoint"])
def test_another_key_is_told(log: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    other = SignerKey(KEY.name, b"\x02" * 32).verifier
    path = log if where == "folder" else log / "checkpoint"
    status, text = said(capsys, path, "--key", other)
    assert status == 1
    assert "✕ Expected a signature by the key" in text
    status, text = said(capsys, path, "--key", VERIFIER, "--origin", "other.example/log")
    assert status == 1
    assert "Expected a checkpoint of the log other.example/log" in text


def test_a_proof_is_checked_with_its_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    acts = [Entry(kind, moment, bytes(32)).to_bytes() for kind in KINDS]
    with LogWriter(tmp_path / "log", KEY) as writer:
        writer.append(acts)
    for index, act in enumerate(acts):
        proof, entry = tmp_path / f"{index}.tlog-proof", tmp_path / f"{index}.json"
        proof.write_bytes(make_proof(LogFolder(tmp_path / "log"), index).to_bytes())
        entry.write_bytes(act)
    line = (tmp_path / "0.tlog-proof", "--key", VERIFIER, "--entry")
    status, text = said(capsys, *line, tmp_path / "0.json")
    assert status == 0
    assert "✓ entry number 0 is in the log" in text
    assert "✓ the entry: publication, at 2026-11-23T08:00:00+00:00" in text
    status, text = said(capsys, *line, tmp_path / "1.json")
    assert status == 1
    assert "✕ The proof does not lead to the root" in text


def test_an_entry_of_another_log_is_proven_too(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p").write_bytes(make_proof(LogFolder(log), 4).to_bytes())
    (tmp_path / "e").write_bytes(LogFolder(log).entry(4, 5))
    status, text = said(capsys, tmp_path / "p", "--key", VERIFIER, "--entry", tmp_path / "e")
    assert status == 0
    assert "the entry:" not in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["log/nothing", "--key", VERIFIER], "Cannot read"),
        (["log", "--key", "no-file"], "Cannot read no-file"),
        (["log", "--key", "a+b"], "A key must read NAME+ID+BASE64"),
        (["log", "--key", VERIFIER, "--entry", "big"], "--entry goes with a proof"),
        (["log/checkpoint", "--key", VERIFIER, "--entry", "big"], "--entry goes with a proof"),
        (["log/checkpoint", "--key", VERIFIER, "--known", "big"], "--known goes with the folder"),
        (["big", "--key", VERIFIER], "longer than 1000000 bytes"),
        (["proof", "--key", VERIFIER], "add --entry FILE"),
        (["log/state", "--key", VERIFIER], "Expected a signed note"),
        (["empty", "--key", VERIFIER], "checkpoint of the log is missing"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_the_reason(
    log: Path,
    words: list[str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(log.parent)
    Path("empty").mkdir()
    Path("big").write_bytes(bytes(1_000_001))
    Path("proof").write_bytes(make_proof(LogFolder(log), 4).to_bytes())
    status, text = said(capsys, *words)
    assert status == 1
    assert expected in text
