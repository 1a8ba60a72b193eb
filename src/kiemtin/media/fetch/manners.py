"""How a fetcher behaves: it says who it is, waits its turn at each host, and heeds robots.txt.

robots.txt speaks to machines that visit by themselves (RFC 9309, 1), so it holds for the desk's
automatic visits. A single page that a person asked for is opened as their browser would open it:
a site could otherwise keep its false claims out of every archive by one line.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from kiemtin import __version__
from kiemtin.media.fetch import robots
from kiemtin.media.fetch.limits import refused
from kiemtin.media.fetch.target import Target

PRODUCT = "KiemTin"
"""The word by which a robots.txt names us."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

LONGEST_WAIT = 30.0
KNOWN = 24 * 3600.0
"""RFC 9309, 2.4: rules are read again after a day."""

UNKNOWN = 600.0
"""Seconds after which a robots.txt that could not be read is tried again."""

_HOSTS, _SITES = 4096, 256


@dataclass(frozen=True)
class Identity:
    """Who fetches: the address of the desk's site, and its mail address where there is one."""

    site: str
    mail: str = ""

    def __post_init__(self) -> None:
        for value in (self.site, self.mail):
            if not (value.isascii() and value.isprintable()) or set(value) & set(" ()<>"):
                raise ValueError(f"expected an address in plain ASCII, got {value!r}")

    @property
    def agent(self) -> str:
        """The User-Agent header."""
        return f"{PRODUCT}/{__version__} (Kiem Tin fact-checking desk; +{self.site})"


V = TypeVar("V")
ReadRobots = Callable[[Target], tuple[int, bytes] | None]
"""Reads a /robots.txt: status and body, or None when the server gives no answer."""


class Manners:
    """Remembers, for one process, when each host was last asked and what its robots.txt says."""

    def __init__(
        self,
        pause: float = PAUSE,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pause, self._now, self._sleep = pause, now, sleep
        self._turns: OrderedDict[str, float] = OrderedDict()
        self._rules: OrderedDict[str, tuple[robots.Rules, float]] = OrderedDict()
        self._one = Lock()

    def wait(self, host: str) -> None:
        """Wait until the host may be asked again; raises FetchRefused (busy) when the queue for it
        is longer than LONGEST_WAIT."""
        with self._one:
            now = self._now()
            turn = max(now, self._turns.get(host, now))
            if turn - now > LONGEST_WAIT:
                raise refused("busy")
            _remember(self._turns, host, turn + self.pause, _HOSTS)
        if turn > now:
            self._sleep(turn - now)

    def require_welcome(self, target: Target, read: ReadRobots) -> None:
        """Raise FetchRefused (robots) unless the site lets machines visit this page."""
        with self._one:
            rules, until = self._rules.get(target.origin, (robots.NO_RULES, 0.0))
        if until <= self._now():
            rules, seconds = _rules(read(target))
            with self._one:
                _remember(self._rules, target.origin, (rules, self._now() + seconds), _SITES)
        if not rules.allow(target.path):
            raise refused("robots")


def _rules(answer: tuple[int, bytes] | None) -> tuple[robots.Rules, float]:
    """RFC 9309, 2.3.1: no file means all is allowed, a server in trouble that nothing is."""
    status, body = answer or (599, b"")
    if status < 300:
        return robots.read(body, PRODUCT), KNOWN
    return (robots.NO_RULES, KNOWN) if status < 500 else (robots.NOTHING, UNKNOWN)


def _remember(kept: OrderedDict[str, V], key: str, value: V, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
