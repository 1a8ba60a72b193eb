"""Secrets come from the environment or from a key file that only its owner can read; never from
code.
"""

import os
import secrets
import stat
from pathlib import Path

from cryptography.fernet import Fernet


class KeyRefused(Exception):
    """A key file is missing or can be read by others; the text says what to do."""


def make(folder: Path) -> None:
    """Create the key files that are missing under `folder`, mode 0600 in a 0700 folder."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(folder / "secret.key", secrets.token_urlsafe(64))
    _write(folder / "reply.key", Fernet.generate_key().decode())


def _write(path: Path, value: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(value + "\n")


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
