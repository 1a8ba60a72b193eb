"""Writing that survives a power cut: what a function here has done is on the disk when it returns.

Names are durable only after `sync_folder` of their folder.
"""

import os
from pathlib import Path

NEW = ".new"
"""Ends the name of a file that is being written and will take another's place."""


def write(path: Path, data: bytes) -> None:
    """Write a whole file and bring its bytes to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def prepare(path: Path, data: bytes) -> Path:
    """Write what will take the place of `path`, and return where it waits."""
    waiting = path.with_name(path.name + NEW)
    # A second name that a crash left it would see the new bytes too.
    remove(waiting)
    write(waiting, data)
    return waiting


def link(existing: Path, path: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no second names."""
    remove(path)
    try:
        path.hardlink_to(existing)
    except OSError:
        write(path, existing.read_bytes())


def replace(waiting: Path, path: Path) -> None:
    """Let a waiting file take the place of `path`, in one step for every reader."""
    waiting.replace(path)


def sync_folder(path: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, their names on the disk too."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    path.unlink(missing_ok=True)
