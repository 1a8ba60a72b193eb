"""Work that goes on in a thread of its own until the desk's worker stops; no failure ends it."""

import logging
import threading
from collections.abc import Callable

from django.db import connection

log = logging.getLogger(__name__)


def start(
    name: str, step: Callable[[], bool], stop: threading.Event, idle: float
) -> threading.Thread:
    """Begin to take `step` again and again; after one that had nothing to do (False) or failed,
    `idle` seconds pass. The thread ends soon after `stop` is set.
    """
    thread = threading.Thread(target=_run, args=(name, step, stop, idle), name=name, daemon=True)
    thread.start()
    return thread


def _run(name: str, step: Callable[[], bool], stop: threading.Event, idle: float) -> None:
    while not stop.is_set():
        try:
            busy = step()
        except Exception as error:
            log.error("%s.failed error=%s", name, getattr(error, "code", type(error).__name__))
            connection.close()
            busy = False
        if not busy:
            stop.wait(idle)
    connection.close()
