"""Which addresses of others may be asked: public servers only, and exactly the one looked at.

An address that a browser or a feed hands us must not reach this machine or the network around it.
The name is looked up once, every number found is judged, and the connection goes to that number:
a second answer of the name server (DNS rebinding) changes nothing.
"""

import ipaddress
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import SplitResult, urlsplit, urlunsplit

from kiemtin.media.addresses import Number, Resolve, is_public, look_up, numbers_of
from kiemtin.refusal import Refusal, Say

MAX_ADDRESS = 2048
"""Characters; longer ones are refused by many servers, and push services stay below 600."""

_PORTS = {"https": 443, "http": 80}


class AddressRefused(Refusal):
    """An address that is not asked; `params` never carries it, for it may name a person."""

    sentences: ClassVar = {
        "form": Say(
            "Địa chỉ không phải dạng {schemes}://máy-chủ/đường-dẫn.",
            "The address is not of the form {schemes}://host/path.",
        ),
        "private": Say(
            "Địa chỉ không dẫn tới một máy chủ công khai trên Internet.",
            "The address does not lead to a public server on the Internet.",
        ),
        "unknown": Say(
            "Không tìm được máy chủ của địa chỉ này.", "The address's server cannot be found."
        ),
    }


@dataclass(frozen=True)
class Reach:
    """How far asking may go. `loopback` lets this machine be asked, in any port and without TLS:
    for tests with a peer of their own, never read from a setting."""

    schemes: tuple[str, ...] = ("https",)
    resolve: Resolve = look_up
    loopback: bool = False


@dataclass(frozen=True)
class Pinned:
    """An address with its number in the host's place; give all of it to httpx.

    Each request takes a connection of its own: a kept one could have been made for another name
    with the same number, and its certificate would not have been checked for this one.
    """

    url: str = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    extensions: dict[str, str] = field(repr=False)


def pin(address: str, reach: Reach) -> Pinned:
    """Return the address as it may be asked now; raises AddressRefused."""
    url = require_form(address, reach)
    host = url.hostname or ""
    port = url.port or _PORTS[url.scheme]
    numbers = numbers_of(host, port, reach.resolve)
    if not numbers:
        raise AddressRefused("unknown")
    if not all(_may_ask(one, reach) for one in numbers):
        raise AddressRefused("private")
    number = str(numbers[0])
    where = f"[{number}]" if ":" in number else number
    parts = (url.scheme, f"{where}:{port}", url.path or "/", url.query, "")
    headers = {"Host": url.netloc, "Connection": "close"}
    return Pinned(urlunsplit(parts), headers, {"sni_hostname": host})


def require_form(address: str, reach: Reach) -> SplitResult:
    """Return the parts of an address that could be asked, nothing looked up; raises AddressRefused.

    Only names and numbers in their plain form, the scheme's own port, no user and no fragment.
    """
    refused = AddressRefused("form", {"schemes": "/".join(reach.schemes)})
    if len(address) > MAX_ADDRESS or not (address.isascii() and address.isprintable()):
        raise refused
    try:
        url = urlsplit(address)
        port = url.port
    except ValueError:
        raise refused from None
    host = url.hostname or ""
    local = reach.loopback and _is_loopback(host)
    scheme = url.scheme in reach.schemes or (local and url.scheme in _PORTS)
    own_port = local or port in (None, _PORTS.get(url.scheme))
    plain = not ({"@", "%", "\\"} & set(url.netloc) or " " in address or url.fragment)
    if not (scheme and host and own_port and plain):
        raise refused
    return url


def _may_ask(number: Number, reach: Reach) -> bool:
    return is_public(number) or (reach.loopback and number.is_loopback)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
