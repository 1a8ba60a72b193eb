"""What is made once for the whole run, by whichever process comes first, and used by all.

The process that sums up keeps a folder for it, tells the others where it is, and clears it away
after the last of them, with the databases that were named in it.
"""

import fcntl
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xdist.workermanage import WorkerController

FOLDER = "folder_of_the_run"
DATABASES = "databases"


def once(folder: Path, name: str, make: Callable[[], Any]) -> Any:
    """What `make` gave to the first who asked for `name`; something that JSON can say.

    What could not be made is not tried again by each who asks: they are told why.
    """
    made, failed = folder / f"{name}.json", folder / f"{name}.failed"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if failed.exists():
            raise AssertionError(f"{name} could not be made: {failed.read_text()}")
        if not made.exists():
            try:
                made.write_text(json.dumps(make()))
            except BaseException as error:
                failed.write_text(f"{error!r}")
                raise
    return json.loads(made.read_text())


def keep(folder: Path, database: str) -> None:
    """Name a database of the PostgreSQL server that goes when the whole run has ended."""
    with (folder / DATABASES).open("a") as file:
        file.write(f"{database}\n")


class Run:
    """The folder of the run, in this process and in those that it starts."""

    def __init__(self, config: pytest.Config, drop: Callable[[list[str]], None]) -> None:
        told = getattr(config, "workerinput", {}).get(FOLDER)
        self.mine = told is None
        self.folder = Path(told or tempfile.mkdtemp(prefix="kiemtin-run-"))
        self.drop = drop

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: WorkerController) -> None:
        """Tell another process where the folder is."""
        node.workerinput[FOLDER] = str(self.folder)

    def pytest_unconfigure(self) -> None:
        """Clear away, after all processes have ended."""
        if self.mine:
            named = self.folder / DATABASES
            self.drop(named.read_text().split() if named.exists() else [])
            shutil.rmtree(self.folder, ignore_errors=True)
