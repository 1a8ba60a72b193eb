"""The desk that is called."""

from tests.desk.conftest import copies, desk, noon

__all__ = ["copies", "desk", "noon"]
