"""One drill for the whole run: told once, copied for each process, served by the real command."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.live import Home, Homes
from tests.support.tree import ROOT

PATIENCE = 240  # seconds until a drill that is not told counts as hanging
# Every visitor of a test has the same address; each writes as often as it likes.
SETTINGS = {
    "KIEMTIN_DRILL": "true",
    "KIEMTIN_POSTS_A_MINUTE": "100000",
    "KIEMTIN_LOG_LEVEL": "WARNING",
}


@dataclass(frozen=True)
class Site:
    """A desk that is being served: its address, and what is in it."""

    address: str
    told: dict[str, Any]

    def account(self, name: str) -> dict[str, str]:
        """Name, password and secret of a demo account, with its e-mail."""
        email = f"{name}@example.vn"
        return {"email": email, **self.told["accounts"][email]}


@contextmanager
def serving(homes: Homes, shared: Path) -> Iterator[Site]:
    """Serve a copy of the drill; whoever comes first to the folder `shared` tells it."""
    pattern, told = drill(homes, shared)
    home = homes.copy(pattern, **SETTINGS)
    with home.serving("--threads", "4") as address:
        yield Site(address, told)


def drill(homes: Homes, shared: Path) -> tuple[Home, dict[str, Any]]:
    """The home in which the drill was told, and what was."""
    made = shared / "drill.json"
    with (shared / "drill.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            home = homes.blank(**SETTINGS)
            told = tell(home)
            made.write_text(json.dumps([str(home.path), home.database, told]))
    path, database, told = json.loads(made.read_text())
    return Home(Path(path), database, SETTINGS), told


def tell(home: Home) -> dict[str, Any]:
    """Make the tables, tell the drill in a process of its own."""
    migrated = home.run("migrate")
    assert migrated.returncode == 0, migrated.stderr
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.told"],
        cwd=ROOT,
        env=home.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told
