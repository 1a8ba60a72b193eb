"""The drill, told once for the whole run and copied by whoever needs it.

On SQLite the first start of `kiemtin demo` tells it, which always has a SQLite file of its own; on
PostgreSQL, what that command calls.
"""

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.support.live import Home, Homes, free_port, must_succeed, stop, wait_for_answer
from tests.support.once import once

TELL = """
from kiemtin.cli.start import load_desk
load_desk()
from django.utils import translation
from kiemtin.desk.demo.load import load
with translation.override("vi"):
    load()
"""


@dataclass(frozen=True)
class Drill:
    """A home in which the drill was told, to copy from; `said`: what `kiemtin demo` printed."""

    home: Home
    said: str

    def settings(self) -> dict[str, str]:
        """What a desk that goes on from it must be told."""
        return dict(self.home.settings)


def told(homes: Homes) -> Drill:
    """The drill, without anything else."""

    def made() -> tuple[str, str, dict[str, str], str]:
        drill = _told_by_its_parts(homes) if homes.server else _told_by_the_command(homes)
        return str(drill.home.path), drill.home.database, drill.settings(), drill.said

    path, database, settings, said = once(homes.shared, "told", made)
    return Drill(Home(Path(path), database, settings), said)


def _told_by_its_parts(homes: Homes) -> Drill:
    home = homes.of_the_run().copy(homes.tables(), KIEMTIN_DRILL="true")
    must_succeed(home.python(TELL))
    return Drill(home, "")


def _told_by_the_command(homes: Homes) -> Drill:
    folder, port = homes.shared / "demo", free_port()
    settings = {"KIEMTIN_DRILL": "true", "KIEMTIN_PUBLIC_URL": f"http://127.0.0.1:{port}"}
    return Drill(Home(folder, settings=settings), started(folder, port))


def started(home: Path, port: int) -> str:
    """What one start of `kiemtin demo` prints: until the home page answers, then Ctrl-C."""
    log = home.parent / f"demo-{port}.log"
    command = [sys.executable, "-m", "kiemtin", "demo", "--home", str(home), "--port", str(port)]
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, env=Home(home).environ, stdout=file, stderr=file, cwd=home.parent
        )
        wait_for_answer(process, port, log)
        with urlopen(f"http://127.0.0.1:{port}/") as page:
            assert page.status == 200
        assert stop(process, signal.SIGINT) == 0, log.read_text()
    return log.read_text()
