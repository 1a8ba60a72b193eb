"""`kiemtin verify` of a log at an address, with witnesses and with time-stamps: it claims what was
shown and says what was not.
"""

from pathlib import Path

import pytest

from kiemtin.cli.main import main
from kiemtin.record.anchor import add, request
from kiemtin.record.cosignature import witness_key
from kiemtin.record.cosigning import cosign
from kiemtin.record.keys import SignerKey
from kiemtin.record.reader import LogFolder
from kiemtin.record.witness import Witness
from kiemtin.record.writer import LogWriter
from tests.record.test_remote import Site
from tests.record.test_timestamp import RESPONSE, ROOTS, SENT, VECTORS
from tests.support.logs import KEY, WITNESS, entries, make
from tests.support.witness import TestWitness, served, serving

VERIFIER = str(KEY.verifier)
OTHER = SignerKey("witness.example/w2", b"\x06" * 32)
W1, W2 = (f"{witness_key(one)} {name}" for one, name in ((WITNESS, "University"), (OTHER, "Press")))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


@pytest.fixture
def log(tmp_path: Path) -> LogFolder:
    """A log of five entries with two cosignatures."""
    folder = LogFolder(make(tmp_path / "log", 2, 5))
    for signer in (WITNESS, OTHER):
        witness = TestWitness(signer, KEY.verifier)
        with serving(witness) as address:
            cosign(
                folder, [Witness(witness.key, address, "x")], lambda: LogWriter(folder.path, KEY)
            )
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["verify", *map(str, words), "--key", VERIFIER])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_a_log_at_an_address(log: LogFolder, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(log.path)
    with served(site.answer) as address:
        status, text = said(capsys, f"{address}/log", "--known", log.path / "checkpoint.2")
        assert status == 0
        assert "✓ desk.example/log signed: 5 entries" in text
        assert "every entry and every file fits" in text
        assert "✓ 1 kept checkpoints fit" in text
        newer = make(log.path.parent / "newer", 9)
        status, text = said(capsys, f"{address}/log", "--known", newer / "checkpoint")
        assert status == 1
        assert "has 9 entries, but the log has only 5" in text
    assert said(capsys, "http://desk.example/log")[0] == 1
    status, text = said(capsys, "https://u:p@desk.example/log")
    assert "Expected an address https://" in text


def test_what_only_a_revoked_key_signed_shows_nothing_and_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = SignerKey(KEY.name, b"\x02" * 32)
    make(tmp_path / "log", 3)
    with LogWriter(tmp_path / "log", new, earlier=[KEY.verifier]) as writer:
        writer.append(entries(3, 2))
    with LogWriter(tmp_path / "other", KEY) as writer:
        writer.append([b"another history"])
    (tmp_path / "khoa").write_text(f"{new.verifier}\n# revoked 2026-11-23: {KEY.verifier}\n")
    asked = ["verify", str(tmp_path / "log"), "--key", str(tmp_path / "khoa")]
    status = main(asked)
    text = capsys.readouterr().out
    assert status == 0
    assert "! The checkpoint checkpoint.3 (3 entries) is signed by a revoked key" in text
    assert "Its root still fits" in text
    assert "✓ 1 kept checkpoints fit" in text
    status = main([*asked, "--known", str(tmp_path / "other/checkpoint")])
    text = capsys.readouterr().out
    assert status == 0
    assert "Its root does not fit the log." in text
    stranger = SignerKey(KEY.name, b"\x03" * 32)
    with LogWriter(tmp_path / "third", stranger) as writer:
        writer.append([b"another history"])
    assert main([*asked, "--known", str(tmp_path / "third/checkpoint")]) == 1


def test_two_organisations_show_that_all_see_one_log(
    log: LogFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, log.path, "--witness", W1, "--witness", W2)
    assert status == 0
    assert "✓ witnesses of 2 organisations cosigned (University, Press)" in text
    assert "Not shown by this: that everyone" not in text
    for path in (log.path, log.path / "checkpoint"):
        status, text = said(capsys, path, "--witness", W1)
        assert status == 0
        assert "! Not shown by this: that everyone is shown the same log. Only" in text
        assert "1 more signatures" in text
    status, text = said(capsys, log.path)
    assert "! Not shown by this: that everyone is shown the same log (that takes" in text
    assert "2 more signatures" in text


def test_a_wrong_cosignature_of_a_known_witness_is_a_finding(
    log: LogFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    make(log.path.parent / "other", 4)
    wrong = log.file("checkpoint").splitlines(keepends=True)[-1]
    note = (log.path.parent / "other/checkpoint").read_bytes() + wrong
    (log.path.parent / "note").write_bytes(note)
    status, text = said(capsys, log.path.parent / "note", "--witness", W2)
    assert status == 1
    assert "✕ The signature in the name of witness.example/w2" in text
    assert "✓ witnesses" not in text


def test_a_time_stamp_shows_since_when(log: LogFolder, capsys: pytest.CaptureFixture[str]) -> None:
    request(log)
    (log.path / "anchors/5.tsq").write_bytes(SENT.to_bytes())
    kept = add(log, RESPONSE, ROOTS)
    make(log.path, 8)
    status, text = said(capsys, log.path, "--anchor-ca", VECTORS / "ca.pem")
    assert status == 0
    assert "✓ the first 5 entries existed before 2026-11-2" in text
    assert "CN=tsa.example" in text
    assert "Not checked: the time-stamp" in said(capsys, log.path)[1]
    status, text = said(capsys, log.path, "--anchor-ca", VECTORS / "other.pem")
    assert status == 1
    assert "does not lead to the given certificate" in text
    (log.path / kept.path).rename(log.path / "anchors/4-00000000.tsr")
    status, text = said(capsys, log.path, "--anchor-ca", VECTORS / "ca.pem")
    assert status == 1
    assert "is of another log than this one at 4 entries" in text
