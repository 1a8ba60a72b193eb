"""The bundled SQLite library is the one in use, and an old one is refused with the remedy."""

import sqlite3

import pysqlite3
import pytest
from django.db import connection

from kiemtin.web import sqlite


def test_django_works_on_the_bundled_library() -> None:
    assert sqlite3.sqlite_version == pysqlite3.sqlite_version
    assert sqlite.version() >= sqlite.NEEDED
    assert sqlite.too_old() is None


def test_installing_twice_changes_nothing() -> None:
    sqlite.install()
    sqlite.install()
    assert sqlite3.connect is pysqlite3.connect


@pytest.mark.parametrize(
    ("found", "fits"), [("3.51.2", False), ("3.40.1", False), ("3.51.3", True)]
)
def test_a_library_with_the_wal_fault_is_refused(
    monkeypatch: pytest.MonkeyPatch, found: str, fits: bool
) -> None:
    monkeypatch.setattr(pysqlite3, "sqlite_version", found)
    problem = sqlite.too_old()
    assert (problem is None) is fits
    if problem:
        assert problem.startswith(f"SQLite {found} found, 3.51.3 or newer needed")
        assert "pip install --upgrade pysqlite3" in problem


@pytest.mark.django_db
def test_a_connection_has_what_the_settings_promise() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found = {
                name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
            }
        assert found == {
            "journal_mode": "wal",
            "synchronous": 2,
            "secure_delete": 1,
            "foreign_keys": 1,
        }
