"""Runs Python programs in processes of their own that begin with the large packages imported.

A command of the desk spends three quarters of its time on importing packages, the same each time.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from select import select
from threading import Lock
from typing import IO

SERVER = Path(__file__).with_name("fork_server.py")
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Server:
    """A running fork server and what it is asked and says."""

    process: subprocess.Popen[str]
    asked: IO[str]
    said: IO[str]


def run(
    words: list[str],
    environ: Mapping[str, str],
    typed: str | bytes,
    patience: float,
    folder: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `python WORDS` in `folder`, as `subprocess.run` would; `typed` is its standard input.

    Raises `subprocess.TimeoutExpired` when it did not end within `patience` seconds.
    """
    asked = {"words": words, "environ": dict(environ), "folder": str(folder or Path.cwd())}
    with tempfile.TemporaryDirectory() as apart, ONE_AT_A_TIME:
        files = {name: Path(apart, name) for name in ("stdin", "stdout", "stderr")}
        for file in files.values():
            file.touch()
        files["stdin"].write_bytes(typed.encode() if isinstance(typed, str) else typed)
        status = _status(asked, files, patience)
        out, err = (files[name].read_text(encoding="utf-8") for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess([sys.executable, *words], status, out, err)


def _status(asked: Mapping[str, object], files: Mapping[str, Path], patience: float) -> int:
    server = _server()
    paths = {name: str(path) for name, path in files.items()}
    print(json.dumps(dict(asked) | paths), file=server.asked)
    server.asked.flush()
    child = int(server.said.readline())
    if not select([server.said], [], [], patience)[0]:
        os.kill(child, signal.SIGKILL)
        server.said.readline()
        raise subprocess.TimeoutExpired(str(asked), patience)
    return int(server.said.readline())


@cache
def _server() -> Server:
    """The fork server of this process."""
    process = subprocess.Popen(
        [sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return Server(process, process.stdin, process.stdout)


def close() -> None:
    """Let the fork server end, where there is one."""
    if _server.cache_info().currsize:
        with _server().process as process:
            process.communicate()
        _server.cache_clear()
