"""A pytest plugin under which Django is not there: shows that the plain library works without it.

usage: pytest -p no:django -p tests.support.no_django tests/text tests/matching ...
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

ABSENT = ("django", "allauth", "ninja", "csp", "django_htmx", "granian", "psycopg", "pysqlite3")


class Absent(MetaPathFinder):
    """Makes the packages of the extra `desk` impossible to import."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse what is absent, and leave the rest to the next finder."""
        if fullname.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {fullname!r} (absent here)", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-django, which is not loaded here."""
    parser.addini("DJANGO_SETTINGS_MODULE", "read by pytest-django")


def pytest_configure(config: pytest.Config) -> None:
    """Put the finder first."""
    loaded = sorted(name for name in ABSENT if name in sys.modules)
    if loaded:
        raise pytest.UsageError(f"{', '.join(loaded)} loaded already; add -p no:django")
    sys.meta_path.insert(0, Absent())
