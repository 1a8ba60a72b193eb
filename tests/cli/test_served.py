"""Processes of the server stop when their parent does, however that ends."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.live import PATIENCE, Home, free_port, wait_for_answer


@contextmanager
def running(home: Home) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server in a session of its own, as at a terminal, and the end of a pipe that it holds.

    The pipe is inherited by every process of the server: it is at its end when all of them are.
    """
    port = free_port()
    log = home.path / "serve.log"
    end, held = os.pipe()
    command = [sys.executable, "-m", "kiemtin", "serve", "--port", str(port)]
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, env=home.environ, stdout=held, stderr=file, start_new_session=True
        )
    os.close(held)
    try:
        wait_for_answer(process, port, log)
        yield process, end
    finally:
        os.close(end)
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


def read_to_the_end(pipe: int) -> str:
    """What was written, once nobody holds the other end any more."""
    parts = [b""]
    while select.select([pipe], [], [], PATIENCE)[0]:
        part = os.read(pipe, 4096)
        if not part:
            return b"".join(parts).decode()
        parts.append(part)
    raise AssertionError("a process of the server still runs")


def test_ctrl_c_at_a_terminal_reaches_everyone_and_all_end_well(home: Home) -> None:
    with running(home) as (process, pipe):
        os.killpg(process.pid, signal.SIGINT)
        said = read_to_the_end(pipe)
        assert process.wait(PATIENCE) == 0
        assert said.endswith("Stopped.\n")
        assert "Killing" not in said + (home.path / "serve.log").read_text()


def test_a_desk_without_its_encoder_serves_and_says_so(home: Home) -> None:
    home.settings = {"KIEMTIN_ENCODER": str(home.path / "model")}
    log = home.path / "serve.log"
    with running(home) as (process, pipe):
        for _ in range(100 * PATIENCE):
            if "none is called the same" in log.read_text():
                break
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        read_to_the_end(pipe)
    said = log.read_text()
    assert said.count("Sentence encoder: there is no folder") == 1
    assert "encoding.only_suggests words_only=True code=no_folder" in said


def test_when_the_parent_is_killed_its_processes_stop(home: Home) -> None:
    with running(home) as (process, pipe):
        process.kill()
        read_to_the_end(pipe)
        assert process.wait(PATIENCE) == -signal.SIGKILL
