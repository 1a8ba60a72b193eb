"""What time it is for the desk; a drill or a test can tell a story of another day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The current moment, aware."""
    return _told.get() or timezone.now()


def today() -> date:
    """The current day in the desk's time zone."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within the block it is `moment`; nothing outside this thread of work notices."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
