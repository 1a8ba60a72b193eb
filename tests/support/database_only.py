"""A pytest plugin that keeps the tests which can reach a database, and leaves out all others.

usage: pytest -p tests.support.database_only tests

A test reaches a database by the mark `django_db`, or by a fixture that gives it one; pytest-django
refuses all others, so that what they show does not depend on which database it is.
"""

import pytest

GIVING = frozenset({"db", "transactional_db", "live_server", "homes"})
"""Fixtures that give a database; `homes` those of commands and servers."""


def reaches(item: pytest.Item) -> bool:
    """Whether the test can reach a database."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or not GIVING.isdisjoint(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what reaches a database."""
    config.hook.pytest_deselected(items=[item for item in items if not reaches(item)])
    items[:] = [item for item in items if reaches(item)]
