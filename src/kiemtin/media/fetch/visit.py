"""Fetch one page or file that a checker names, and every step on the way, within limits.

Redirects are judged like the first address. Nothing is kept between visits but good manners: no
cookie, no connection, no sign-in; proxies of the environment are not used.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from threading import BoundedSemaphore
from time import monotonic

from kiemtin.media.apart.unpack import accepted
from kiemtin.media.fetch.exchange import REDIRECTS, Answer, Question, authorities, exchange
from kiemtin.media.fetch.found import agree, found_type, is_two_things, said_type
from kiemtin.media.fetch.limits import LIMITS, Limits, refused
from kiemtin.media.fetch.manners import Identity, Manners
from kiemtin.media.fetch.network import Network, reach
from kiemtin.media.fetch.refusal import FetchRefused
from kiemtin.media.fetch.robots import MAX_BYTES as MAX_ROBOTS
from kiemtin.media.fetch.target import Target, follow, read

NETWORK = Network()
MANNERS = Manners()
# Each process apart may take `Limits.memory`; more at once would starve the desk itself.
_SLOTS = BoundedSemaphore(4)
_WAIT_FOR_SLOT = 30.0


@dataclass(frozen=True)
class Hop:
    """One request on the way: the address, the status that came, the number that was asked, and
    what the answer said about itself, by lower-case name."""

    url: str
    status: int
    number: str
    headers: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Fetched:
    """What came of an address. `status` may be any final one, 404 too: that a page is gone is
    evidence. `body` is unpacked, `sha256` its digest in hex, `fetched_at` aware; `headers` by
    lower-case name; `said_type` and `found_type` are media types without parameters, the one from
    the server and the one from the bytes, either may be empty; `hops` has every request in order.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    said_type: str
    found_type: str
    sha256: str
    fetched_at: datetime
    hops: tuple[Hop, ...] = field(repr=False)

    @property
    def types_agree(self) -> bool:
        """Whether the file can be what the server says it is."""
        return agree(self.said_type, self.found_type)

    @property
    def is_two_things(self) -> bool:
        """Whether an archive hides behind what the file begins with."""
        return is_two_things(self.body, self.found_type)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Means:
    """What a fetch works with; the defaults are the real ones, shared by the whole process."""

    limits: Limits = LIMITS
    network: Network = NETWORK
    manners: Manners = MANNERS
    now: Callable[[], datetime] = _now


MEANS = Means()


def fetch(address: str, who: Identity, *, automatic: bool = False, means: Means = MEANS) -> Fetched:
    """Return what the address has now; waits its turn at each host.

    `automatic`: no person asked for this visit, so robots.txt decides. Raises FetchRefused with a
    code of its `sentences`.
    """
    visit = _Visit(who, automatic, means)
    target, answer = visit.go(read(address, means.network.loopback))
    return Fetched(
        address,
        target.url,
        answer.status,
        answer.headers,
        answer.body,
        said_type(answer.headers.get("content-type", "")),
        found_type(answer.body),
        sha256(answer.body).hexdigest(),
        means.now(),
        tuple(visit.hops),
    )


class _Visit:
    """The requests that one address leads to, and the seconds left for them together."""

    def __init__(self, who: Identity, automatic: bool, means: Means) -> None:
        self._who, self._automatic, self._means = who, automatic, means
        self._limits = means.limits
        self._left = means.limits.seconds
        self.hops: list[Hop] = []

    def go(self, target: Target) -> tuple[Target, Answer]:
        """Ask, and follow where it leads; return the last address and its answer."""
        for _hop in range(self._limits.hops + 1):
            if self._automatic:
                self._means.manners.require_welcome(target, self._robots)
            answer = self._ask(target)
            location = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not location:
                return target, answer
            target = follow(target, location, self._means.network.loopback)
            # Without cookies an address says the same again.
            if target.url in {hop.url for hop in self.hops}:
                break
        raise refused("redirect", self._limits)

    def _ask(self, target: Target) -> Answer:
        self._means.manners.wait(target.host)
        if not _SLOTS.acquire(timeout=_WAIT_FOR_SLOT):
            raise refused("busy")
        began = monotonic()
        try:
            return self._ask_now(target)
        finally:
            _SLOTS.release()
            self._left -= monotonic() - began

    def _ask_now(self, target: Target) -> Answer:
        if self._left <= 0:
            raise refused("too_slow", self._limits)
        began = monotonic()
        network = self._means.network
        connection, number = reach(target, network, self._limits, self._left)
        left = self._left - (monotonic() - began)
        host = target.host if target.scheme == "https" else ""
        question = Question(request(target, self._who), host, network.authorities or authorities())
        answer = exchange(connection, question, self._limits, left)
        self.hops.append(Hop(target.url, answer.status, number, answer.headers))
        return answer

    def _robots(self, target: Target) -> tuple[int, bytes] | None:
        """Read a site's robots.txt by a visit of its own, with the same rules for redirects."""
        limits = replace(self._limits, most=min(self._limits.most, MAX_ROBOTS))
        visit = _Visit(self._who, False, replace(self._means, limits=limits))
        try:
            _last, answer = visit.go(replace(target, path="/robots.txt"))
        except FetchRefused:
            return None
        return answer.status, answer.body


def request(target: Target, who: Identity) -> str:
    """Return a request as a reader in Vietnam would send it, but under our own name."""
    headers = {
        "Host": target.authority,
        "User-Agent": who.agent,
        "From": who.mail,
        "Accept": "text/html,application/xhtml+xml,application/pdf,image/*;q=0.9,*/*;q=0.8",
        "Accept-Language": "vi,en;q=0.5",
        "Accept-Encoding": accepted(),
        "Connection": "close",
    }
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join([f"GET {target.path} HTTP/1.1", *lines, "", ""])
