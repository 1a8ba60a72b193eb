"""What reads the answer has one connection and little memory, and what it says is doubted."""

import json
import os
import re
from pathlib import Path

import pytest

from kiemtin.media.fetch import Limits, exchange
from kiemtin.media.sandbox import MIB
from tests.media.fetch.site import HERE, fetch, named, refusal
from tests.support.peers.tricks import TrickPeer

CHILD = exchange.CHILD.partition("from")[0] + "from kiemtin.media.apart import ask"
# Answers with what the process is, after it has met the trick.
SPY = (
    CHILD
    + """
status = open("/proc/self/status")
met = ask.answer

def answer(asked, wire):
    try:
        met(asked, wire)
    except ask.Refused:
        pass
    status.seek(0)
    return {"status": 200, "headers": {}}, status.read().encode()

ask.answer = answer
ask.main()
"""
)


def field(status: bytes, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", status.decode(), re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.parametrize(
    "trick", ["", "bomb", "brotli-bomb", "flood", "endless", "big", "continue", "chunk-huge"]
)
def test_the_process_stays_small(monkeypatch: pytest.MonkeyPatch, trick: str) -> None:
    monkeypatch.setattr(exchange, "CHILD", SPY)
    with TrickPeer() as site:
        status = fetch(f"{named(site)}/{trick}").body
    for size in ("VmPeak", "VmHWM"):
        assert field(status, size) * 1024 <= 512 * MIB


def test_the_process_has_no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "CHILD", SPY)
    with TrickPeer() as site:
        status = fetch(named(site)).body
    assert (field(status, "NoNewPrivs"), field(status, "Seccomp")) == (1, 2)
    assert field(status, "CapEff") == 0
    assert field(status, "Uid") == (os.getuid() or 65534)


TELL = """
import json, os, sys
asked = json.load(sys.stdin)
files = [n for n in range(64) if os.path.exists(f"/proc/self/fd/{n}")]
said = {"environment": dict(os.environ), "files": files, "folder": os.getcwd(),
        "mine": asked["connection"], "arguments": sys.argv, "mask": os.umask(0)}
print(json.dumps({"status": 200, "headers": {}}))
print(json.dumps(said))
"""


def test_the_process_is_given_one_connection_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_SECRET", "bí mật")
    monkeypatch.setattr(exchange, "CHILD", TELL)
    kept = os.open(tmp_path / "kept", os.O_RDWR | os.O_CREAT)
    os.set_inheritable(kept, True)
    with TrickPeer() as site:
        said = json.loads(fetch(f"{named(site)}/tin").body)
    os.close(kept)
    assert "KIEMTIN_SECRET" not in said["environment"]
    assert said["files"] == [0, 1, 2, said["mine"]]
    assert (said["folder"], said["mask"]) == ("/", 0o077)
    assert not any("bao.example" in one for one in said["arguments"])


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "CHILD", "import signal; signal.pause()")
    with TrickPeer() as site:
        assert refusal(named(site), Limits(seconds=0.5)) == "too_slow"


def test_a_process_that_does_not_stop_talking_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "CHILD", "while True: print('x' * 60000)")
    with TrickPeer() as site:
        assert refusal(named(site), Limits(most=MIB)) == "damaged"


def test_more_than_its_memory_is_a_refusal() -> None:
    with TrickPeer() as site:
        much = Limits(most=256 * MIB, memory=96 * MIB)
        assert refusal(f"{named(site)}/endless", much) == "too_big"
        assert len(fetch(f"{named(site)}/big").body) == 3 * MIB


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ("{}", "damaged"),
        ("[" * 50_000, "damaged"),
        ('{"refused": "tls"}', "tls"),
        ('{"refused": "address"}', "damaged"),
        ('{"refused": ["tls"]}', "damaged"),
        ('{"refused": 1}', "damaged"),
        ('{"status": 20, "headers": {}}', "damaged"),
        ('{"status": true, "headers": {}}', "damaged"),
        ('{"status": "200", "headers": {}}', "damaged"),
        ('{"status": 200, "headers": []}', "damaged"),
        ('{"status": 200, "headers": {"set-cookie": "x"}}', "damaged"),
        ('{"status": 200, "headers": {"etag": 1}}', "damaged"),
        (json.dumps({"status": 200, "headers": {"etag": "x" * 5000}}), "damaged"),
        ('{"status": 302, "headers": {"location": "http://127.1/"}}', "address"),
        ('{"status": 302, "headers": {"location": "file:///x"}}', "scheme"),
    ],
)
def test_an_answer_that_does_not_fit_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, said: str, code: str
) -> None:
    monkeypatch.setattr(exchange, "CHILD", f"print({said!r})")
    with TrickPeer() as site:
        assert refusal(named(site)) == code


def test_without_any_authority_no_certificate_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "own.pem"
    bundle.touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    assert exchange.authorities() == bundle
    monkeypatch.setattr(exchange, "authorities", lambda: None)
    monkeypatch.setattr("kiemtin.media.fetch.visit.authorities", lambda: None)
    with TrickPeer() as site:
        assert refusal(named(site, "https"), network=HERE) == "tls"
