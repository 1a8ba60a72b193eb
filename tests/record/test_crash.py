"""After a kill at any step of an append, or a power cut at any call, the log opens and holds; the
same for the lines that witnesses add.
"""

import os
import random
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from kiemtin.record.writer import LogWriter
from tests.support.logs import KEY, add_cosignature, entries, make, quick_folder, require_sound
from tests.support.power import Call, Disk, written_down
from tests.support.tree import ROOT

HOW = ("all", "synced", "names", "mixed", "mixed", "mixed")


@pytest.mark.parametrize(
    ("start", "added", "kind", "stride", "least"),
    [(-1, 2, "lines", 1, 150), (254, 3, "lines", 2, 200), (5, 1, "opcodes", 9, 120)],
    ids=["a new log", "over the end of a tile", "any instruction"],
)
def test_an_append_may_be_killed_at_any_step(
    start: int, added: int, kind: str, stride: int, least: int
) -> None:
    words = ["-m", "tests.support.kill_every_step", str(start), str(added), kind, str(stride)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    run = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
    assert int(run.stdout) >= least


@pytest.mark.parametrize(
    ("start", "added"), [(0, 2), (254, 3), (5, 1)], ids=["first entries", "end of a tile", "one"]
)
def test_the_power_may_fail_at_any_call(
    start: int, added: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with quick_folder() as folder:
        log = folder / "log"
        log.mkdir()
        if start:
            make(log, start // 2, start)
        disk = Disk.of(log)
        with written_down(log, monkeypatch) as calls, LogWriter(log, KEY) as writer:
            writer.append(entries(start, added))
            add_cosignature(writer)
        assert _after(disk, calls).names.keys() == Disk.of(log).names.keys()
        for count in range(len(calls) + 1):
            _cut(folder / "cut", _after(disk, calls[:count]), calls[:count], start, added)


def _after(disk: Disk, calls: list[Call]) -> Disk:
    """The disk after some calls."""
    later = deepcopy(disk)
    for call in calls:
        later.do(call)
    return later


def _cut(folder: Path, disk: Disk, calls: list[Call], start: int, added: int) -> None:
    """Let the power fail now: whatever is left, the log opens and holds."""
    sizes = (start + added,) if _published(calls) else (start, start + added)
    for seed, how in enumerate(HOW):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk.picture(folder, how, random.Random(f"{len(calls)} {seed}"))
        require_sound(folder, *sizes)


def _published(calls: list[Call]) -> bool:
    """Whether a reader may have seen the new checkpoint; in a new log the first is of size 0."""
    seen = [call for call in calls if call[0] == "rename" and call[1][1] == Path("checkpoint")]
    first = any(call == ("create", (Path("lock"), call[1][-1])) for call in calls)
    return len(seen) > int(first)
