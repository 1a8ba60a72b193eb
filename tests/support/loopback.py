"""Nothing a test does in its own process reaches beyond this machine."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Address = tuple[Any, ...] | str | bytes


class LeftTheMachine(AssertionError):
    """A test tried to reach another machine."""


def is_local(address: Address) -> bool:
    """Whether `address` is a Unix socket, a loopback address, or the name localhost."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        return host in ("", "localhost")


class LoopbackSocket(socket.socket):
    """A socket that connects to this machine only."""

    def connect(self, address: Any) -> None:
        """Connect, or raise LeftTheMachine."""
        _refuse_others(address)
        super().connect(address)

    def connect_ex(self, address: Any) -> int:
        """Connect, or raise LeftTheMachine."""
        _refuse_others(address)
        return super().connect_ex(address)


def local_only(lookup: Callable[..., T]) -> Callable[..., T]:
    """`getaddrinfo` that asks no name server."""

    def look(host: Any, *rest: Any, **named: Any) -> T:
        _refuse_others((host.decode() if isinstance(host, bytes) else host or "",))
        return lookup(host, *rest, **named)

    return look


def _refuse_others(address: Address) -> None:
    if not is_local(address):
        raise LeftTheMachine(f"expected a loopback address, got {address!r}; use a fake instead")
