"""Kills an append, or the cosigning after it, at a chosen step, as `kill -9` would.

Steps are counted in the modules that touch the disk: while the others hash, nothing changes there.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from kiemtin.record import disk, recovery, writer
from tests.support.logs import KEY, add_cosignature, entries

OURS = {module.__file__ for module in (disk, recovery, writer)}


class Killer:
    """A trace function that counts and then kills."""

    def __init__(self, step: int, opcodes: bool) -> None:
        self.step, self.opcodes = step, opcodes
        self.counted = 0

    def __call__(self, frame: FrameType, event: str, arg: Any) -> Any:
        """Follow our own code only, and die at the chosen event."""
        if frame.f_code.co_filename not in OURS:
            return None
        frame.f_trace_opcodes = self.opcodes
        if event == ("opcode" if self.opcodes else "line"):
            if self.counted == self.step:
                os.kill(os.getpid(), signal.SIGKILL)
            self.counted += 1
        return self


def append(folder: Path, step: int, count: int, opcodes: bool) -> int:
    """Append and cosign under the eyes of a Killer; return how many events there were."""
    killer = Killer(step, opcodes)
    sys.settrace(killer)
    try:
        with writer.LogWriter(folder, KEY) as log:
            log.append(entries(log.size, count))
            add_cosignature(log)
    finally:
        sys.settrace(None)
    return killer.counted


def died(folder: Path, step: int, count: int, opcodes: bool) -> bool:
    """Let a child of this process be killed at `step`; False when it got to the end before."""
    child = os.fork()
    if child == 0:
        append(folder, step, count, opcodes)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
