"""Run Tesseract on grey pixels: hard limits, an empty environment, one thread, a bounded wait."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiemtin.media.ocr.refusal import TextUnread

MIB = 1024 * 1024
LIMITED = Path(__file__).with_name("limited.py")
_NAME = re.compile(r"[a-z]{3}(_[a-z]{3,4})?\Z", re.IGNORECASE)
_OVER_TIME = {-signal.SIGXCPU, -signal.SIGALRM}
_SLOTS = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Bounds:
    """What reading may cost: bytes of address space, seconds of processor and of waiting for each
    of at most two passes, pixels of the picture, bytes of the answer."""

    memory: int = 512 * MIB
    cpu_seconds: int = 10
    wait_seconds: float = 20.0
    pixels: int = 4_300_000  # 2,048 × 2,048, the most that a cleaned picture has
    answer_bytes: int = 8 * MIB


BOUNDS = Bounds()


def program() -> str | None:
    """Return where Tesseract is, or None."""
    return shutil.which("tesseract")


def recognise(grey: bytes, languages: Sequence[str], bounds: Bounds = BOUNDS) -> str:
    """Return Tesseract's table (TSV) of a picture in the PGM format; raises TextUnread."""
    found = program()
    if found is None:
        raise TextUnread("absent")
    if not languages or not all(_NAME.match(one) for one in languages):
        raise ValueError("languages are named as Tesseract does: vie, eng")
    if not _SLOTS.acquire(timeout=bounds.wait_seconds):
        raise TextUnread("busy")
    try:
        done = _run(found, grey, languages, bounds)
    except subprocess.TimeoutExpired:
        raise TextUnread("too_slow") from None
    except OSError:
        raise TextUnread("busy") from None
    finally:
        _SLOTS.release()
    return _answer(done, languages, bounds)


def _run(
    found: str, grey: bytes, languages: Sequence[str], bounds: Bounds
) -> "subprocess.CompletedProcess[bytes]":
    limited = [sys.executable, "-I", "-B", "-S", str(LIMITED)]
    limits = [str(bounds.memory), str(bounds.cpu_seconds)]
    asked = [found, "stdin", "stdout", "-l", "+".join(languages), "tsv"]
    data = os.environ.get("TESSDATA_PREFIX")
    return subprocess.run(
        [*limited, *limits, *asked],
        input=grey,
        capture_output=True,
        timeout=bounds.wait_seconds,
        # Threads of its own make it slower, and several at once far slower.
        env={"OMP_THREAD_LIMIT": "1"} | ({"TESSDATA_PREFIX": data} if data else {}),
        cwd="/",
        check=False,
    )


def _answer(
    done: "subprocess.CompletedProcess[bytes]", languages: Sequence[str], bounds: Bounds
) -> str:
    if done.returncode in _OVER_TIME:
        raise TextUnread("too_slow")
    if b"loading language" in done.stderr:
        packages = ", ".join(f"tesseract-ocr-{one.replace('_', '-')}" for one in languages)
        raise TextUnread("language", {"languages": ", ".join(languages), "packages": packages})
    if b"bad_alloc" in done.stderr or done.returncode == -signal.SIGKILL:
        raise TextUnread("too_heavy")
    if done.returncode != 0 or len(done.stdout) > bounds.answer_bytes:
        raise TextUnread("broken")
    return done.stdout.decode("utf-8", "replace")
