"""Keeps the last rendered pages in memory, each under everything it depends on, so that a page that
changed is never served from here.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable


class Kept:
    """The `size` bodies used last; safe for many threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._bodies: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The body under `key`, made when it is not there."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
                return self._bodies[key]
        body = make()
        with self._lock:
            self._bodies[key] = body
            while len(self._bodies) > self._size:
                self._bodies.popitem(last=False)
        return body
