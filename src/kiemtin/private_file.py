"""Small secrets in files that only their owner can read."""

import os
import stat
from pathlib import Path
from typing import ClassVar

from kiemtin.refusal import Refusal, Say

OWNER_ONLY = 0o600


class KeyRefused(Refusal):
    """A key file can be read by others; the sentence says what to do."""

    sentences: ClassVar = {
        "open_to_others": Say(
            "Người khác đọc được {path} (quyền {mode}, cần 0600). Hãy chạy: chmod 600 {path}",
            "{path} may be read by others (mode {mode}, expected 0600). Run: chmod 600 {path}",
        )
    }


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
        fields = {"path": path, "mode": f"{stat.S_IMODE(mode):04o}"}
        raise KeyRefused("open_to_others", fields)
    return path.read_text().strip()
