"""A desk of its own for a test: a folder, a database, the real command and the real server.

The database is of the kind the run is for: a SQLite file, or a database made in the PostgreSQL
server of DATABASE_URL. A migrated one with its styles gathered is made once a
process and copied for each test.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import ProxyHandler, build_opener

GATHER = """
from kiemtin.cli.start import load_desk
from kiemtin.cli.static import gather

load_desk()
gather()
"""
PATIENCE = 60  # seconds until a command that should have ended counts as hanging


@dataclass
class Home:
    """A desk's folder with the environment of its commands; `settings` come on top."""

    path: Path
    database: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        """The environment: nothing of another desk, English, plain HTTP."""
        clean = {name: value for name, value in os.environ.items() if not _of_a_desk(name)}
        clean |= {"KIEMTIN_HOME": str(self.path), "KIEMTIN_LANG": "en", "KIEMTIN_HTTPS": "false"}
        clean |= {"KIEMTIN_VOICES": "none"}
        if self.database:
            clean["DATABASE_URL"] = self.database
        return clean | dict(self.settings)

    def run(self, *words: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run `kiemtin WORDS` to its end; `typed` is its standard input, which is no terminal."""
        return self._process("-m", "kiemtin", *words, typed=typed)

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        """Run Python code in a process of its own, in this desk's environment."""
        return self._process("-c", code)

    def _process(self, *words: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            env=self.environ,
            input=typed or "",
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @contextmanager
    def serving(self, *words: str) -> Iterator[str]:
        """Run `kiemtin serve` while the block runs; gives the address without the last slash."""
        port = free_port()
        command = [sys.executable, "-m", "kiemtin", "serve", "--port", str(port), *words]
        log = self.path / "serve.log"
        with (
            log.open("wb") as file,
            subprocess.Popen(command, env=self.environ, stdout=file, stderr=file) as process,
        ):
            try:
                wait_for_answer(process, port, log)
                yield f"http://127.0.0.1:{port}"
            finally:
                stop(process)


def _must_succeed(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise AssertionError(f"{done.args} failed:\n{done.stdout}{done.stderr}")


def _of_a_desk(name: str) -> bool:
    return name.startswith("KIEMTIN_") or name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_answer(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once the server answers; raise AssertionError with its log when it ended instead."""
    while not _answers(port):
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"the server ended with {process.returncode}:\n{log.read_text()}")


def _answers(port: int) -> bool:
    opener = build_opener(ProxyHandler({}))
    try:
        opener.open(f"http://127.0.0.1:{port}/robots.txt", timeout=PATIENCE).close()
    except HTTPError as answered:
        answered.close()
    except OSError:
        return False
    return True


def stop(process: subprocess.Popen[Any], how: signal.Signals = signal.SIGTERM) -> int:
    """Ask the process to stop and give its exit status."""
    if process.poll() is None:
        process.send_signal(how)
    return process.wait(timeout=PATIENCE)


class Homes:
    """Makes homes: blank ones, and copies of one that was migrated once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = os.environ.get("DATABASE_URL", "")
        self.made: list[str] = []
        self._pattern: Home | None = None

    def blank(self, **settings: str) -> Home:
        """A folder that is not there yet and, on PostgreSQL, an empty database."""
        name = f"kiemtin_{secrets.token_hex(6)}"
        return Home(self.root / name, self._create(name, "template1"), settings)

    def migrated(self, **settings: str) -> Home:
        """A desk's folder with keys and every table."""
        return self.copy(self._migrated_once(), **settings)

    def copy(self, pattern: Home, **settings: str) -> Home:
        """A desk like another, which nobody is at work on."""
        name = f"kiemtin_{secrets.token_hex(6)}"
        shutil.copytree(pattern.path, self.root / name)
        source = urlsplit(pattern.database).path[1:]
        return Home(self.root / name, self._create(name, source), settings)

    def drop(self) -> None:
        """Remove every database that was made."""
        for name in self.made:
            self._sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _migrated_once(self) -> Home:
        if self._pattern is None:
            pattern = self.blank()
            _must_succeed(pattern.run("migrate"))
            _must_succeed(pattern.python(GATHER))
            self._pattern = pattern
        return self._pattern

    def _create(self, name: str, source: str) -> str:
        if not self.server:
            return ""
        self._sql(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        self.made.append(name)
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{name}"))

    def _sql(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement.encode())
