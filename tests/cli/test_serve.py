"""`kiemtin serve` answers on its address, keeps no address of a visitor, and stops cleanly."""

import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.support.live import Home, free_port, stop, wait_for_answer


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_and_stops_with_zero(home: Home, how: signal.Signals) -> None:
    port = free_port()
    log = home.path / "serve.log"
    command = [sys.executable, "-m", "kiemtin", "serve", "--port", str(port)]
    with log.open("wb") as file:
        process = subprocess.Popen(command, env=home.environ, stdout=file, stderr=file)
        wait_for_answer(process, port, log)
        assert stop(process, how) == 0
    said = log.read_text()
    assert said.splitlines()[0] == f"Kiểm Tin: http://127.0.0.1:{port}/  Ctrl-C stops."
    assert said.splitlines()[-1] == "Stopped."
    assert "Traceback" not in said


def test_no_request_is_logged(home: Home) -> None:
    with home.serving() as address, urlopen(f"{address}/robots.txt") as page:
        assert page.status == 200
    assert "robots.txt" not in (home.path / "serve.log").read_text()


def test_styles_are_gathered_once(home: Home) -> None:
    with home.serving():
        pass
    mark = home.path / "static/.made-from"
    made = mark.stat().st_mtime_ns
    with home.serving():
        pass
    assert mark.stat().st_mtime_ns == made
