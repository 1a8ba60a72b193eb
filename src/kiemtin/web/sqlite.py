"""Puts the bundled SQLite library in the place of Python's own before Django loads it.

Debian's library is older than 3.51.3, and releases before that can corrupt a WAL database
(the WAL-reset bug); the desk refuses to start on one.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

NEEDED = (3, 51, 3)


def install() -> None:
    """Make `import sqlite3` mean the bundled library from here on; safe to call twice."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version() -> tuple[int, ...]:
    """The version of the library in use, such as (3, 53, 4)."""
    return tuple(int(part) for part in pysqlite3.sqlite_version.split("."))


def too_old() -> str | None:
    """What is wrong with the library and how to mend it, or None when it will do."""
    if version() >= NEEDED:
        return None
    found = ".".join(map(str, version()))
    needed = ".".join(map(str, NEEDED))
    return (
        f"SQLite {found} found, {needed} or newer needed (older ones can damage a WAL database). "
        "Run: pip install --upgrade pysqlite3"
    )
