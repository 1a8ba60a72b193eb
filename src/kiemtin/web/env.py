"""Reads settings from the environment, typed; a wrong value is named with what is allowed, all at
once.
"""

import os
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from kiemtin.desk import connectors
from kiemtin.matching.encoders import setting as encoders
from kiemtin.record.witness import SETTING_FORM, Witness, read_witnesses

T = TypeVar("T")
_PASSWORD = re.compile(r"(:)(?!//).*@")
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


class SettingsRefused(Exception):
    """One or more settings cannot be used; `problems` holds a sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Env:
    """The process environment, or any mapping; collects problems instead of stopping at the
    first.
    """

    values: Mapping[str, str] = field(default_factory=lambda: os.environ)
    problems: list[str] = field(default_factory=list)

    def _read(self, name: str, default: T, parse: Callable[[str], T], allowed: str) -> T:
        raw = self.values.get(name)
        if raw is None:
            return default
        try:
            return parse(raw.strip())
        except ValueError:
            self.problems.append(
                f"{name}={_shown(raw)!r}: expected {allowed}. Change it or unset it."
            )
            return default

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def flag(self, name: str, default: bool = False) -> bool:
        return self._read(name, default, _flag, "'true' or 'false'")

    def number(self, name: str, default: int, low: int, high: int) -> int:
        return self._read(
            name, default, lambda raw: _between(raw, low, high), f"a whole number {low} to {high}"
        )

    def words(self, name: str, default: list[str]) -> list[str]:
        return self._read(
            name,
            default,
            lambda raw: [w.strip() for w in raw.split(",") if w.strip()],
            "a list a,b",
        )

    def some(self, name: str, all_of_them: list[str]) -> list[str]:
        """Some of these words, or `none` of them; all when it is not set."""
        return self._read(
            name,
            all_of_them,
            lambda raw: _some(raw, all_of_them),
            "none, or " + ",".join(all_of_them),
        )

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        return self._read(
            name, default, lambda raw: _one_of(raw, allowed), "one of " + ", ".join(allowed)
        )

    def folder(self, name: str, default: Path) -> Path:
        return self._read(name, default, _absolute, "an absolute path or one beginning with ~")

    def file(self, name: str) -> Path | None:
        return self._read(name, None, _absolute, "an absolute path or one beginning with ~")

    def program(self, name: str, names: Sequence[str]) -> Path | None:
        """A program's path; the first of `names` on this machine when it is not set, None for
        `none`.
        """
        found = next((path for one in names if (path := shutil.which(one))), None)
        default = Path(found) if found else None
        return self._read(
            name,
            default,
            lambda raw: None if raw == "none" else _absolute(raw),
            "an absolute path, or none",
        )

    def encoder(self, name: str, default: str) -> str:
        return self._read(name, default, encoders.read, encoders.ALLOWED)

    def witnesses(self, name: str) -> list[Witness]:
        return self._read(name, [], read_witnesses, f"{SETTING_FORM}, separated by commas")

    def database(self, name: str, home: Path) -> dict[str, object]:
        return self._read(
            name,
            sqlite(home / "kiemtin.sqlite3"),
            lambda raw: _database(raw, home),
            "postgresql://user:password@host:port/name or sqlite:///absolute/path",
        )

    def channels(self) -> dict[str, Any]:
        """The settings of each channel that is set up."""
        found, problems = connectors.read(self.values)
        self.problems += problems
        return found

    def pairs(self, name: str, allowed: Sequence[str]) -> dict[str, str]:
        form = f"NAME=TEXT, separated by commas, each NAME one of {', '.join(allowed)}"
        return self._read(name, {}, lambda raw: _pairs(raw, allowed), form)

    def settle(self) -> None:
        """Raise SettingsRefused when any value read so far was wrong."""
        if self.problems:
            raise SettingsRefused(self.problems)


def _shown(raw: str) -> str:
    """The value without what may be the password of an address: problems end up in logs."""
    return _PASSWORD.sub(r"\1***@", raw)


def _flag(raw: str) -> bool:
    if raw.lower() in TRUE:
        return True
    if raw.lower() in FALSE:
        return False
    raise ValueError(raw)


def _pairs(raw: str, allowed: Sequence[str]) -> dict[str, str]:
    found = dict(_pair(one) for one in raw.split(",") if one.strip())
    if set(found) - set(allowed):
        raise ValueError(raw)
    return found


def _pair(raw: str) -> tuple[str, str]:
    name, _, text = (part.strip() for part in raw.partition("="))
    if not name or not text or not text.isprintable():
        raise ValueError(raw)
    return name, text


def _between(raw: str, low: int, high: int) -> int:
    value = int(raw)
    if not low <= value <= high:
        raise ValueError(raw)
    return value


def _some(raw: str, allowed: list[str]) -> list[str]:
    words = [] if raw == "none" else [word.strip() for word in raw.split(",")]
    if not set(words) <= set(allowed):
        raise ValueError(raw)
    return words


def _one_of(raw: str, allowed: tuple[str, ...]) -> str:
    if raw not in allowed:
        raise ValueError(raw)
    return raw


def _absolute(raw: str) -> Path:
    path = Path(raw).expanduser()
    if not path.is_absolute():
        raise ValueError(raw)
    return path


def sqlite(path: Path) -> dict[str, object]:
    """Settings of a SQLite database: WAL, every commit synced, deleted bytes overwritten.

    FULL and not NORMAL: a simulated power cut loses acknowledged rows under NORMAL.
    IMMEDIATE: a writer waits at BEGIN instead of failing half way.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA secure_delete=ON;PRAGMA temp_store=MEMORY",
        },
    }


def _database(raw: str, home: Path) -> dict[str, object]:
    url = urlsplit(raw)
    if url.scheme == "sqlite" and url.path.startswith("/"):
        return sqlite(Path(url.path))
    if url.scheme not in ("postgres", "postgresql") or len(url.path) < 2:
        raise ValueError(raw)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(parse_qsl(url.query)),
    }
