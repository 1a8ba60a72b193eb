"""Which numbers on the Internet anyone could ask, and looking up the numbers of a name.

An address that a stranger hands us must not reach this machine or the network around it: whoever
asks judges every number found here, and then connects to that number and not to the name again.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence

Number = ipaddress.IPv4Address | ipaddress.IPv6Address

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port → the numbers it has; raises OSError when there are none."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")


def look_up(host: str, port: int) -> Sequence[str]:
    """Return the numbers that this machine's name service has for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


def numbers_of(host: str, port: int, resolve: Resolve) -> list[Number]:
    """Return every number of a host, asked for once; none when nobody knows the host."""
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    try:
        return [ipaddress.ip_address(one.partition("%")[0]) for one in resolve(host, port)]
    except (OSError, ValueError):
        return []


def is_public(number: Number) -> bool:
    """Whether a number belongs to a server that anyone on the Internet could ask.

    An IPv4 number inside an IPv6 one (mapped, 6to4, NAT64) is judged as itself (RFC 6890).
    """
    if isinstance(number, ipaddress.IPv6Address):
        inside = number.ipv4_mapped or number.sixtofour
        if number in _NAT64:
            inside = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
        if number not in _UNICAST or number.teredo is not None:
            return False
    return number.is_global and not (number.is_multicast or number.is_reserved)
