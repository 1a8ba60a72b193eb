"""A desk of its own for a test: a folder, a database, the real command and the real server.

The database is of the kind the run is for: a SQLite file, or a database made in the PostgreSQL
server of DATABASE_URL. A migrated one with its styles gathered is made once a run
and copied for each test.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import ProxyHandler, build_opener

from tests.support import forked
from tests.support.once import keep, once

GATHER = """
from kiemtin.cli.start import load_desk
from kiemtin.cli.static import gather

load_desk()
gather()
"""
# Seconds until a command that should have ended counts as hanging, on a busy machine too.
PATIENCE = 300


@dataclass
class Home:
    """A desk's folder with the environment of its commands; `settings` come on top."""

    path: Path
    database: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def database_name(self) -> str:
        """Its name in the PostgreSQL server; empty on SQLite."""
        return urlsplit(self.database).path[1:]

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
        return forked.run(["-m", "kiemtin", *words], self.environ, typed or "", PATIENCE)

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        """Run Python code in a process of its own, in this desk's environment."""
        return forked.run(["-c", code], self.environ, "", PATIENCE)

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


def must_succeed(done: subprocess.CompletedProcess[str]) -> None:
    """Raise AssertionError with what the command said when it failed."""
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
    """Makes homes: blank ones, and copies of those that were made once for the whole run.

    `shared` is the folder of the run; `note` is told each database that is made.
    """

    def __init__(self, root: Path, shared: Path, note: Callable[[str], None]) -> None:
        self.root = root
        self.shared = shared
        self.note = note
        self.server = os.environ.get("DATABASE_URL", "")

    def of_the_run(self) -> "Homes":
        """Makes homes that stay until every process has ended."""
        return Homes(self.shared, self.shared, partial(keep, self.shared))

    def blank(self, **settings: str) -> Home:
        """A folder that is not there yet and, on PostgreSQL, an empty database."""
        name = f"kiemtin_{secrets.token_hex(6)}"
        return Home(self.root / name, self._create(name, "template1"), settings)

    def copy(self, pattern: Home, **settings: str) -> Home:
        """A desk like another, which nobody is at work on."""
        name = f"kiemtin_{secrets.token_hex(6)}"
        shutil.copytree(pattern.path, self.root / name)
        return Home(self.root / name, self._create(name, pattern.database_name), settings)

    def migrated(self, **settings: str) -> Home:
        """A desk's folder with keys, every table and the styles gathered."""
        return self.copy(self._once("gathered", self._gathered), **settings)

    def tables(self) -> Home:
        """A desk's folder with keys and every table, to copy from; nobody works on it."""
        return self._once("tables", self._tables)

    def _once(self, name: str, make: Callable[["Homes"], Home]) -> Home:
        def made() -> list[str]:
            home = make(self.of_the_run())
            return [str(home.path), home.database]

        path, database = once(self.shared, name, made)
        return Home(Path(path), database)

    def _tables(self, homes: "Homes") -> Home:
        home = homes.blank()
        must_succeed(home.run("migrate"))
        return home

    def _gathered(self, homes: "Homes") -> Home:
        home = homes.copy(self.tables())
        must_succeed(home.python(GATHER))
        return home

    def _create(self, name: str, source: str) -> str:
        if not self.server:
            return ""
        sql(self.server, f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        self.note(name)
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{name}"))


def drop(databases: Iterable[str]) -> None:
    """Remove databases from the server of DATABASE_URL, unless it is thrown away with them."""
    if "POSTGRES_IS_THROWN_AWAY" in os.environ:
        return
    for name in databases:
        sql(os.environ["DATABASE_URL"], f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def sql(server: str, statement: str) -> None:
    """Run one statement outside any transaction."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement.encode())
