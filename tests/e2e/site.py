"""The drill with what it leaves out, for each process a copy served by the real command."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.drill import told
from tests.support.live import Home, Homes
from tests.support.once import once
from tests.support.tree import ROOT

PATIENCE = 240  # seconds until a drill that is not told counts as hanging
# Every visitor of a test has the same address; each writes as often as it likes.
SETTINGS = {
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
def serving(homes: Homes) -> Iterator[Site]:
    """Serve a copy of the drill."""
    pattern, more = drill(homes)
    home = homes.copy(pattern, **pattern.settings)
    with home.serving("--threads", "4") as address:
        yield Site(address, more)


def drill(homes: Homes) -> tuple[Home, dict[str, Any]]:
    """The home in which the drill was told, and what was."""

    def made() -> tuple[str, str, dict[str, Any]]:
        plain = told(homes).home
        home = homes.of_the_run().copy(plain, **SETTINGS, **plain.settings)
        return str(home.path), home.database, tell(home)

    path, database, more = once(homes.shared, "drill", made)
    return Home(Path(path), database, SETTINGS | dict(told(homes).home.settings)), more


def tell(home: Home) -> dict[str, Any]:
    """Tell, in a process of its own, what the drill leaves out."""
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
    more: dict[str, Any] = json.loads(done.stdout)
    return more
