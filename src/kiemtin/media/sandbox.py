"""Run the picture decoder apart: no environment, no open files, hard limits, a doubted answer."""

import json
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from kiemtin.media.magic import kind_of
from kiemtin.media.refusal import PictureRefused

MIB = 1024 * 1024
DECODER = Path(__file__).with_name("decode.py")
HEAVY = 3
"""The exit status that the decoder is asked to give when its memory runs out."""
_OUT = {"image/jpeg": "jpeg", "image/png": "png"}
_KILLED_BY_LIMIT = {-signal.SIGXCPU, -signal.SIGKILL}
# Each decoder may take a core and `Limits.memory`; more at once would starve the server itself.
_SLOTS = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Limits:
    """What a picture may cost: bytes of the file, pixels, the result's longest side in pixels,
    bytes of address space, seconds of processor and of waiting."""

    file_bytes: int = 10 * MIB
    pixels: int = 52_000_000  # a 50-megapixel telephone camera makes 8160 × 6144
    longest: int = 2048
    memory: int = 768 * MIB
    cpu_seconds: int = 10
    wait_seconds: float = 20.0


@dataclass(frozen=True)
class Decoded:
    """What the decoder made: JPEG or PNG bytes, and the size in pixels."""

    data: bytes
    content_type: str
    width: int
    height: int


def run_decoder(data: bytes, kind: str, limits: Limits) -> Decoded:
    """Return the re-encoded picture; raises PictureRefused (bomb, too_heavy, broken, busy)."""
    if not _SLOTS.acquire(timeout=limits.wait_seconds):
        raise PictureRefused("busy")
    try:
        done = _run(data, kind, limits)
    except subprocess.TimeoutExpired:
        raise PictureRefused("too_heavy") from None
    finally:
        _SLOTS.release()
    if done.returncode == HEAVY or done.returncode in _KILLED_BY_LIMIT:
        raise PictureRefused("too_heavy")
    if done.returncode != 0:
        raise PictureRefused("broken")
    return _read(done.stdout, limits)


def _run(data: bytes, kind: str, limits: Limits) -> subprocess.CompletedProcess[bytes]:
    settings = {
        "kind": kind,
        "pixels": limits.pixels,
        "longest": limits.longest,
        "memory": limits.memory,
        "cpu_seconds": limits.cpu_seconds,
        "heavy": HEAVY,
    }
    return subprocess.run(
        [sys.executable, "-I", "-B", str(DECODER), json.dumps(settings)],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=limits.wait_seconds,
        env={},
        cwd="/",
        check=False,
    )


def _read(answer: bytes, limits: Limits) -> Decoded:
    """The decoder has handled hostile bytes: take nothing from it that does not fit."""
    line, _, body = answer.partition(b"\n")
    try:
        head = json.loads(line)
        width, height = int(head["width"]), int(head["height"])
        code, content_type = head.get("refused"), str(head.get("content_type"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PictureRefused("broken") from None
    if code == "bomb":
        limit = limits.pixels // 1_000_000
        raise PictureRefused("bomb", {"width": width, "height": height, "limit": limit})
    fits = 0 < width <= limits.longest and 0 < height <= limits.longest
    if not fits or _OUT.get(content_type) != kind_of(body):
        raise PictureRefused("broken")
    return Decoded(body, content_type, width, height)
