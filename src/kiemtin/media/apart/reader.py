"""Have one file of a stranger read in a process apart, and doubt what it says.

The caller's side: whatever the file does to its reader, the caller gets an answer of bounded size
or a ReaderRefused, and never waits longer than it allowed.
"""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from select import POLLIN, poll
from time import monotonic

from kiemtin.media.apart.refusal import ReaderRefused

__all__ = ["BOUNDS", "Bounds", "ReaderRefused", "read"]

MIB = 1024 * 1024
PACKAGES = Path(__file__).parents[3]
CHILD = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from kiemtin.media.apart.entry import main
main()
"""
# One thread and one heap each: a reader may start no thread, and its address space is counted.
ALONE = {"MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_OVER_TIME = {-signal.SIGALRM, -signal.SIGXCPU}
_STEP = 64 * 1024
# Each reader may take a core and `Bounds.memory`; more at once would starve the server itself.
_SLOTS = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Bounds:
    """What reading may cost: bytes of address space, seconds of processor, seconds of waiting in
    all (for a turn too), bytes of the whole answer."""

    memory: int = 512 * MIB
    cpu_seconds: int = 20
    wait_seconds: float = 30.0
    answer_bytes: int = 16 * MIB


BOUNDS = Bounds()


def read(
    name: str,
    data: bytes,
    settings: Mapping[str, object] | None = None,
    bounds: Bounds = BOUNDS,
) -> tuple[dict[str, object], bytes]:
    """Return what `kiemtin.media.readers.NAME` says of the bytes: facts and a body.

    `settings` can be written as JSON. The facts' types are the reader's word and still to be
    doubted. Raises ReaderRefused (too_heavy, too_slow, broken, busy, or a reader's own code) and
    ValueError for a name that is no reader's.
    """
    if not name.isidentifier():
        raise ValueError(f"no reader is called {name!r}")
    until = monotonic() + bounds.wait_seconds
    if not _SLOTS.acquire(timeout=bounds.wait_seconds):
        raise ReaderRefused("busy")
    try:
        ended, said = _run(name, data, dict(settings or {}), bounds, until)
    finally:
        _SLOTS.release()
    if said is None or ended in _OVER_TIME:
        raise ReaderRefused("too_slow")
    if ended == -signal.SIGKILL:
        raise ReaderRefused("too_heavy")
    if ended != 0:
        raise ReaderRefused("broken")
    return _doubt(said)


def _run(
    name: str, data: bytes, settings: dict[str, object], bounds: Bounds, until: float
) -> tuple[int, bytes | None]:
    """Return how the process ended and what it said; None when it took too long."""
    asked = {
        "reader": name,
        "settings": settings,
        "size": len(data),
        "memory": bounds.memory,
        "cpu_seconds": bounds.cpu_seconds,
        "seconds": max(1.0, until - monotonic()) + 1,
    }
    line = json.dumps(asked).encode() + b"\n"
    process = _start()
    # Reading and telling at once: a reader that stops listening must not hold us.
    telling = threading.Thread(target=_tell, args=(process, line, data), daemon=True)
    telling.start()
    try:
        said = _listen(process, bounds.answer_bytes, until)
    finally:
        ended = _end(process, until)
        telling.join()
    return ended, said


def _start() -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", CHILD, str(PACKAGES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=ALONE,
            cwd="/",
            umask=0o077,
        )
    except OSError:
        raise ReaderRefused("busy") from None


def _tell(process: "subprocess.Popen[bytes]", line: bytes, data: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError), process.stdin as told:
        for part in (line, data):
            left = memoryview(part)
            while left:
                left = left[told.write(left[:_STEP]) or 0 :]


def _listen(process: "subprocess.Popen[bytes]", most: int, until: float) -> bytes | None:
    """Return what the process says, nothing when it says more than `most` bytes."""
    assert process.stdout is not None
    said, waiting = bytearray(), poll()
    waiting.register(process.stdout, POLLIN)
    while len(said) <= most:
        left = until - monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            return None
        piece = process.stdout.read(_STEP)
        if not piece:
            return bytes(said)
        said += piece
    return b""


def _end(process: "subprocess.Popen[bytes]", until: float) -> int:
    """End the process if it does not end by itself, and return with what."""
    assert process.stdout is not None
    process.stdout.close()
    with suppress(subprocess.TimeoutExpired):
        return process.wait(min(1.0, max(0.0, until - monotonic())))
    process.kill()
    process.wait()
    # Ended by us and no limit of its own: whether that matters, what it said tells.
    return 0


def _doubt(said: bytes) -> tuple[dict[str, object], bytes]:
    """Take nothing that does not fit: the process has handled hostile bytes."""
    line, _, body = said.partition(b"\n")
    try:
        head = json.loads(line.decode(), parse_constant=_no_number)
        # Half a surrogate can be read from JSON and then be written nowhere.
        json.dumps(head, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise ReaderRefused("broken") from None
    if not isinstance(head, dict):
        raise ReaderRefused("broken")
    if (code := head.get("refused")) is not None:
        known = isinstance(code, str) and code in ReaderRefused.sentences
        raise ReaderRefused(str(code) if known else "broken")
    return head, body


def _no_number(said: str) -> object:
    raise ValueError(f"{said} is no number of JSON")
