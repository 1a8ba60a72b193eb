"""Kills an append before each of its steps and requires a sound log each time.

`python -m tests.support.kill_every_step START COUNT lines|opcodes STRIDE`: the log has START
entries (-1: there is none yet) and COUNT are appended. Prints how often it killed. It is a process
of its own, because it forks and runs under a trace function.
"""

import shutil
import sys
from itertools import count

from tests.support.killed import died
from tests.support.logs import make, quick_folder, require_sound


def main(start: int, added: int, opcodes: bool, stride: int) -> int:
    """Return how many kills the log outlived."""
    kills = 0
    with quick_folder() as folder:
        before = folder / "before"
        if start >= 0:
            make(before, start // 2, start)
        for step in count(0, stride):
            log = folder / "log"
            shutil.rmtree(log, ignore_errors=True)
            if before.is_dir():
                shutil.copytree(before, log)
            if not died(log, step, added, opcodes):
                require_sound(log, max(start, 0) + added)
                return kills
            kills += 1
            require_sound(log, max(start, 0), max(start, 0) + added)
    raise AssertionError


if __name__ == "__main__":
    first, more, kind, wide = sys.argv[1:]
    sys.stdout.write(str(main(int(first), int(more), kind == "opcodes", int(wide))))
