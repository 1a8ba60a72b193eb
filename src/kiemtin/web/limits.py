"""Limits how often one address may send, without storing the address: a keyed hash, in memory, for
a day.
"""

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 50_000
DAY = 86_400


@dataclass
class Limiter:
    """A token bucket an address: `a_minute` posts a minute, as many at once.

    The key is an HMAC under a random secret that is replaced every day and never leaves memory.
    """

    a_minute: int
    clock: Callable[[], float] = time.monotonic
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _born: float = 0.0
    _buckets: OrderedDict[bytes, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allow(self, address: str) -> bool:
        """True when this address may send now; counts the attempt."""
        now = self.clock()
        with self._lock:
            self._rotate(now)
            key = hmac.new(self._secret, address.encode(), hashlib.sha256).digest()
            tokens, at = self._buckets.pop(key, (float(self.a_minute), now))
            tokens = min(self.a_minute, tokens + (now - at) * self.a_minute / 60)
            self._buckets[key] = (max(0.0, tokens - 1), now)
            if len(self._buckets) > KEPT:
                self._buckets.popitem(last=False)
            return tokens >= 1

    def _rotate(self, now: float) -> None:
        if now - self._born > DAY:
            self._secret, self._born = secrets.token_bytes(32), now
            self._buckets.clear()
