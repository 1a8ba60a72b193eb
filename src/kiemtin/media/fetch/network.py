"""Reach a server by its number: looked up once, every number judged, connected to as judged."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from kiemtin.media.addresses import Number, Resolve, is_public, look_up, numbers_of
from kiemtin.media.fetch.limits import PORTS, Limits, refused
from kiemtin.media.fetch.target import Target

Connect = Callable[[str, int, float], socket.socket]
"""Number, port and seconds → an open connection; raises OSError."""

TRIED = 4
"""Of many numbers of one name only the first are tried, within the time for connecting each."""


def connect(number: str, port: int, seconds: float) -> socket.socket:
    """Return a connection to a number; no name is looked up on the way."""
    family = socket.AF_INET6 if ip_address(number).version == 6 else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.settimeout(seconds)
        made.connect((number, port))
    except BaseException:
        made.close()
        raise
    return made


@dataclass(frozen=True)
class Network:
    """How the outside is reached. `loopback` lets this machine be asked, in any port; it and the
    other fields are for tests with a server of their own and never read from a setting.
    `authorities`: whose certificates are trusted, the system's when None."""

    resolve: Resolve = look_up
    connect: Connect = connect
    loopback: bool = False
    authorities: Path | None = None


def reach(
    target: Target, network: Network, limits: Limits, seconds: float
) -> tuple[socket.socket, str]:
    """Return a connection to the server and its number.

    Raises FetchRefused (unknown, address, port, no_answer, too_slow).
    """
    numbers = _look_up(target, network, limits, seconds)
    if not numbers:
        raise refused("unknown")
    for number in numbers:
        _judge(number, target.port, network)
    slow = False
    for number in numbers[:TRIED]:
        try:
            made = network.connect(str(number), target.port, min(limits.connect, seconds))
            return made, str(number)
        except OSError as error:
            slow = isinstance(error, TimeoutError)
    raise refused("too_slow" if slow else "no_answer", limits)


def _judge(number: Number, port: int, network: Network) -> None:
    """One number that is not public is enough: the next answer could be that one alone."""
    own = network.loopback and number.is_loopback
    if not own and not is_public(number):
        raise refused("address")
    if not own and port not in PORTS:
        raise refused("port")


def _look_up(target: Target, network: Network, limits: Limits, seconds: float) -> list[Number]:
    """Look the numbers up in a thread, because a name service has no time limit of ours."""
    found: SimpleQueue[list[Number]] = SimpleQueue()

    def ask() -> None:
        found.put(numbers_of(target.host, target.port, network.resolve))

    Thread(target=ask, daemon=True, name="look-up").start()
    try:
        return found.get(timeout=max(seconds, 0.001))
    except Empty:
        raise refused("too_slow", limits) from None
