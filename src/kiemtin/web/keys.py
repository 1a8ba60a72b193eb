"""Secrets come from the environment or from a key file that only its owner can read; never from
code.
"""

import secrets
from pathlib import Path

from cryptography.fernet import Fernet

from kiemtin.private_file import KeyRefused, read, write_new

__all__ = ["KeyRefused", "make", "read"]


def make(folder: Path) -> None:
    """Create the key files that are missing under `folder`, mode 0600 in a 0700 folder."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_new(folder / "secret.key", secrets.token_urlsafe(64))
    write_new(folder / "reply.key", Fernet.generate_key().decode())
