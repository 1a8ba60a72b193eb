"""What an address asks for, once it is known to be one that may be asked; nothing is looked up.

The same rules hold for what a person typed and for where a server redirects to.
"""

import ipaddress
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kiemtin.media.fetch.limits import MAX_ADDRESS, PORTS, refused

_OWN_PORT = {"https": 443, "http": 80}
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
# A name whose last part is a number is meant as an IPv4 address (WHATWG URL, 3.5).
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?[]|{}^"


@dataclass(frozen=True)
class Target:
    """An address taken apart: all of it ASCII, `host` without brackets, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as the Host header has it, with a port that is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _OWN_PORT[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority, without a last slash."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.path


def read(address: str, any_port: bool = False) -> Target:
    """Return what an address asks for; a part after # is never sent and is dropped.

    Raises FetchRefused (form, scheme, port, credentials, address). `any_port` leaves the judgement
    of the port to whoever knows the number.
    """
    text = address.strip()
    if len(text) > MAX_ADDRESS or not text.isprintable() or "\\" in text:
        raise refused("form")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise refused("form") from None
    if parts.scheme not in _OWN_PORT:
        raise refused("scheme")
    if "@" in parts.netloc:
        raise refused("credentials")
    host = _host(parts)
    return Target(parts.scheme, host, _port(parts, any_port), _path(parts))


def follow(target: Target, location: str, any_port: bool = False) -> Target:
    """Return where a redirect leads; raises FetchRefused (downgrade) and what `read` raises."""
    # http.client reads headers as Latin-1, while servers that write other letters mean UTF-8.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = urljoin(target.url, location.strip())
    except ValueError:
        raise refused("form") from None
    found = read(joined, any_port)
    if target.scheme == "https" and found.scheme != "https":
        raise refused("downgrade")
    return found


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if "%" in parts.netloc or not host:
        raise refused("form")
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return _name(host)


def _name(host: str) -> str:
    try:
        # IDNA turns other digits and dots into plain ones, so it comes before every check.
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise refused("form") from None
    if not _NAME.fullmatch(name):
        raise refused("form")
    if not _ENDS_IN_NUMBER.fullmatch(name):
        return name
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError:
        # 127.1, 0x7f000001 and the like: only ever written to hide where they lead.
        raise refused("address") from None


def _port(parts: SplitResult, any_port: bool) -> int:
    try:
        port = parts.port
    except ValueError:
        raise refused("port") from None
    port = _OWN_PORT[parts.scheme] if port is None else port
    if port not in PORTS and not (any_port and port > 0):
        raise refused("port")
    return port


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PATH)
    path = path if path.startswith("/") else f"/{path}"
    return f"{path}?{quote(parts.query, safe=_QUERY)}" if parts.query else path
