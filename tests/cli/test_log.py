"""A working desk shows its log to its witnesses, and `kiemtin log` says what they answered."""

import re
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kiemtin.record.keys import VerifierKey, read_verifier
from tests.record.test_cosigning import OTHER
from tests.support.live import Home, stop
from tests.support.logs import WITNESS
from tests.support.witness import Reply, TestWitness, serving


def made_key(home: Home) -> VerifierKey:
    made = home.run("key", "new")
    assert made.returncode == 0, made.stderr
    found = re.search(r"\S+/log\+[0-9a-f]{8}\+\S+", made.stdout)
    assert found
    return read_verifier(found[0])


def with_witnesses(home: Home, *lines: str) -> Home:
    return replace(home, settings={"KIEMTIN_WITNESSES": ", ".join(lines)})


def test_a_desk_without_witnesses_claims_nothing(home: Home) -> None:
    made_key(home)
    shown = home.run("log")
    assert shown.returncode == 0
    assert re.search(r"✓ \d+ entries are signed", shown.stdout)
    assert "! KIEMTIN_WITNESSES names no witness" in shown.stdout
    assert "! Not shown by this: that everyone is shown the same log (that" in shown.stdout


def test_the_worker_asks_and_two_organisations_are_said(home: Home) -> None:
    key = made_key(home)
    peers = [TestWitness(one, key) for one in (WITNESS, OTHER)]
    asked = threading.Semaphore(0)

    def tell(reply: Reply) -> Reply:
        asked.release()
        return reply

    with serving(peers[0]) as first, serving(peers[1]) as second:
        lines = [f"{peers[0].key} {first} University", f"{peers[1].key} {second} Press council"]
        desk = with_witnesses(home, *lines)
        assert "not asked yet" in desk.run("log").stdout
        for peer in peers:
            peer.misbehave = tell
        command = [sys.executable, "-m", "kiemtin", "worker"]
        with subprocess.Popen(
            command, env=desk.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            assert all(asked.acquire(timeout=30) for _ in peers)
            assert stop(process) == 0
        shown = desk.run("log")
    assert shown.returncode == 0
    assert "✓ witness.example/w1 (University): cosigned" in shown.stdout
    assert "✓ witnesses of 2 organisations cosigned (University, Press council)" in shown.stdout
    words = ["verify", str(home.path / "log"), "--key", str(key)]
    believed = [f"--witness={peers[0].key} University", f"--witness={peers[1].key} Press council"]
    assert "whoever asks for these cosignatures" in home.run(*words, *believed).stdout


def test_an_alarm_is_told_and_ends_with_1(home: Home) -> None:
    peer = TestWitness(WITNESS, made_key(home))
    peer.seen = {next(iter(peer.logs)): (10_000, bytes(32))}
    with serving(peer) as address:
        desk = with_witnesses(home, f"{peer.key} {address} University")
        shown = desk.run("log", "witnesses")
    assert shown.returncode == 1
    assert "✕ witness.example/w1 (University)" in shown.stdout
    assert "saw this log with 10000 entries" in shown.stdout


@pytest.mark.parametrize("value", ["w1", "w1+00000000+AAAA https://w.example org"])
def test_a_setting_that_cannot_be_used_stops_the_start(home: Home, value: str) -> None:
    refused = with_witnesses(home, value).run("log")
    assert refused.returncode == 1
    assert "KIEMTIN_WITNESSES=" in refused.stderr
    assert "expected NAME+ID+BASE64 https://… ORGANISATION" in refused.stderr
    assert Path(home.path).is_dir()
