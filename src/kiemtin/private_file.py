"""Small secrets in files that only their owner can read."""

import os
import stat
from pathlib import Path

OWNER_ONLY = 0o600


class KeyRefused(Exception):
    """A key file can be read by others; the text says what to do."""


def write_new(path: Path, value: str) -> bool:
    """Write a secret that is not there yet, mode 0600; False when the file is there already."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w") as file:
        file.write(value + "\n")
        file.flush()
        os.fsync(file.fileno())
    return True


def read(path: Path) -> str:
    """The secret in `path`, or "" when there is none.

    Raises KeyRefused when group or others may read it.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return ""
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyRefused(
            f"{path} may be read by others (mode {stat.S_IMODE(mode):04o}, expected 0600). "
            f"Run: chmod 600 {path}"
        )
    return path.read_text().strip()
