"""Logs for tests: a key, entries, and a folder where nothing is synced."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from kiemtin.record.cosignature import cosign
from kiemtin.record.keys import SignerKey
from kiemtin.record.notes import split_note
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.tiles import ENTRIES, tiles_of
from kiemtin.record.verify_folder import verify_folder
from kiemtin.record.writer import LogWriter

KEY = SignerKey("desk.example/log", b"\x01" * 32)
WITNESS = SignerKey("witness.example/w1", b"\x05" * 32)
MEMORY = Path("/dev/shm")


def entries(first: int, count: int) -> list[bytes]:
    """Entries that differ from each other in text and length."""
    return [b"entry %d" % number * (1 + number % 3) for number in range(first, first + count)]


def logged(folder: Path, size: int) -> list[bytes]:
    """What a log of `size` holds."""
    bundles = [tile for tile in tiles_of(size) if tile.level == ENTRIES]
    return [entry for tile in bundles for entry in LogFolder(folder).entries(tile)]


def make(folder: Path, *sizes: int) -> Path:
    """Make a log that grows through these sizes."""
    with LogWriter(folder, KEY) as log:
        for size in sizes:
            log.append(entries(log.size, size - log.size))
    return folder


def add_cosignature(log: LogWriter) -> None:
    """Publish the checkpoint of an open log once more, with the line of WITNESS."""
    text = split_note(log.folder.file(CHECKPOINT))[0]
    assert log.cosigned(text, [cosign(text, WITNESS, 1_790_000_000)])


def require_sound(folder: Path, *allowed: int) -> int:
    """Open a log after a crash: it has one of these sizes, holds, and goes on; return its size."""
    with LogWriter(folder, KEY) as log:
        size = log.size
        assert size in allowed
        assert logged(folder, size) == entries(0, size)
        report = verify_folder(log.folder, [KEY.verifier])
        assert report.holds, [str(one) for one in report.findings]
        assert report.checkpoint
        assert report.checkpoint.size == size
        log.append(entries(size, 4), first=size)
    report = verify_folder(LogFolder(folder), [KEY.verifier])
    assert report.holds, [str(one) for one in report.findings]
    assert logged(folder, size + 4) == entries(0, size + 4)
    return size


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder for hundreds of crashes, in memory where possible, in which nothing is synced.

    A kill loses nothing that was written; what a power cut loses is told by `tests.support.power`.
    """
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, patch.object(os, "fsync"):
        yield Path(folder)
