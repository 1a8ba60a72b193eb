"""`kiemtin anchor` writes what is to be stamped and keeps only an answer that holds."""

import subprocess
from pathlib import Path

import pytest

from kiemtin.cli.main import main
from tests.record.test_timestamp import SENT, VECTORS
from tests.support.logs import KEY, make

CA = ("--anchor-ca", VECTORS / "ca.pem")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences in English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return make(tmp_path / "log", 2, 5)


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = main(["anchor", *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def test_from_request_to_verify(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, "request", "--log", log)
    assert status == 0
    assert f"Request for 5 entries: {log / 'anchors/5.tsq'}" in text
    assert "curl -H" in text
    (log / "anchors/5.tsq").write_bytes(SENT.to_bytes())
    status, text = said(capsys, "add", VECTORS / "5.tsr", "--log", log, *CA)
    assert status == 0
    assert "✓ the first 5 entries existed before 2026-11-2" in text
    assert main(["verify", str(log), "--key", str(KEY.verifier), *map(str, CA)]) == 0
    assert "time-stamped by CN=tsa.example" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["add"], "Name the answer's file"),
        (["add", VECTORS / "5.tsr"], "add --anchor-ca"),
        (["add", VECTORS / "ca.pem", *CA], "is no time-stamp response"),
        (["add", VECTORS / "5.tsr", "--anchor-ca", VECTORS / "5.tsq"], "holds no certificate"),
        (["add", VECTORS / "5.tsr", *CA], "answers no request of this log"),
        (["add", "missing.tsr", *CA], "Cannot read missing.tsr"),
        (["request", "x"], "request takes no file"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    log: Path, words: list[object], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, *words, "--log", log)
    assert status == 1
    assert expected in text
    assert not list(log.glob("anchors/*.tsr"))


def test_the_desks_own_log_is_taken_without_a_folder(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIEMTIN_LOG", str(log))
    assert said(capsys, "request")[0] == 0
    monkeypatch.delenv("KIEMTIN_LOG")
    monkeypatch.setenv("KIEMTIN_HOME", str(log.parent))
    assert said(capsys, "request")[0] == 0
    monkeypatch.setenv("KIEMTIN_LOG", "relative")
    status, text = said(capsys, "request")
    assert (status, "KIEMTIN_LOG" in text) == (1, True)


@pytest.mark.system
def test_an_authority_run_by_openssl(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    authority = make_authority(tmp_path / "authority")
    said(capsys, "request", "--log", log)
    answer = ["ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-out", "5.tsr"]
    openssl(authority, *answer, "-queryfile", str(log / "anchors/5.tsq"))
    add = ("add", authority / "5.tsr", "--log", log, "--anchor-ca")
    assert said(capsys, *add, VECTORS / "ca.pem")[0] == 1
    status, text = said(capsys, *add, authority / "ca.pem")
    assert status == 0, text
    assert "CN=stamps.example" in text


def openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def make_authority(folder: Path) -> Path:
    """A certificate authority and a time-stamping certificate of it."""
    folder.mkdir()
    (folder / "serial").write_text("01")
    (folder / "tsa.cnf").write_text(CONFIG)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    same = ["-config", "tsa.cnf", *key]
    root = ["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Root", "-extensions", "ca"]
    openssl(folder, "req", "-x509", *same, *root, "-days", "9")
    leaf = ["-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=stamps.example"]
    openssl(folder, "req", *same, *leaf)
    sign = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extensions", "leaf"]
    openssl(
        folder, "x509", "-req", "-in", "tsa.csr", *sign, "-out", "tsa.pem", "-days", "9",
        "-extfile", "tsa.cnf",
    )  # fmt: skip
    return folder


CONFIG = """
[tsa]
serial = ./serial
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[leaf]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
"""
