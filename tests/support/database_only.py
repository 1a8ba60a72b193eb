"""A pytest plugin that keeps the tests which a database can make pass or fail.

usage: pytest -p tests.support.database_only tests

A test reaches a database by the mark `django_db`, or by a fixture that gives it one; pytest-django
refuses all others, so that what they show does not depend on which database it is. Nor does what
is marked `in_browser`: how a page that is loaded already prints, reads, keeps and works without a
network. What a browser asks of the desk, stores there and is answered is told on each database.
"""

import pytest

ALIKE = "in_browser"
GIVING = frozenset({"db", "transactional_db", "live_server", "homes"})
"""Fixtures that give a database; `homes` those of commands and servers."""


def depends(item: pytest.Item) -> bool:
    """Whether the test can reach a database, and may show something else on another."""
    return reaches(item) and item.get_closest_marker(ALIKE) is None


def reaches(item: pytest.Item) -> bool:
    """Whether the test can reach a database."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or not GIVING.isdisjoint(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what depends on the database."""
    config.hook.pytest_deselected(items=[item for item in items if not depends(item)])
    items[:] = [item for item in items if depends(item)]
