"""Asking an address over HTTP within limits: https, or http on this machine; no redirects.

What comes back is bounded in bytes and in time, however slowly it drips. No proxy is used, no
cookie kept, and nothing of this machine told but its address.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from threading import Timer
from typing import Self
from urllib.parse import SplitResult, urlsplit

from kiemtin.record.fetch_refusal import FetchRefused

SECONDS = 10.0
"""How long one answer may take, from connecting to its last byte."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the media type without parameters, the bytes."""

    status: int
    media_type: str
    body: bytes


class Site:
    """One address and the connection to it, which is kept between requests. For one thread.

    `context` replaces the system's certificates. Raises FetchRefused (address).
    """

    def __init__(
        self, address: str, *, seconds: float = SECONDS, context: ssl.SSLContext | None = None
    ) -> None:
        url = split_address(address)
        self.host = url.netloc
        self._base = url.path.rstrip("/")
        self._seconds = seconds
        self._connection = _connection(url, seconds, context)
        self._socket: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection; a later request opens it again."""
        self._connection.close()

    def get(self, path: str, limit: int) -> Answer:
        """Fetch `path` below the address; raises FetchRefused as `post` does."""
        return self._ask("GET", path, limit, None, {})

    def post(self, path: str, body: bytes, limit: int) -> Answer:
        """Send `body` to `path` below the address and return at most `limit` bytes of answer.

        Raises FetchRefused (no_answer, too_slow, too_much, redirected).
        """
        return self._ask("POST", path, limit, body, {"Content-Type": "text/plain; charset=utf-8"})

    def _ask(
        self, method: str, path: str, limit: int, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        kept = self._connection.sock is not None
        try:
            return self._once(method, path, limit, body, headers)
        except FetchRefused as refused:
            # A server may have closed the kept connection meanwhile: that is no answer yet.
            if not kept or refused.code != "no_answer":
                raise
        return self._once(method, path, limit, body, headers)

    def _once(
        self, method: str, path: str, limit: int, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        try:
            with self._deadline():
                self._connection.request(method, f"{self._base}/{path}", body, dict(headers))
                # The connection forgets its socket when the server will close it.
                self._socket = self._connection.sock
                with self._connection.getresponse() as response:
                    data = self._read(response, limit)
        except (OSError, HTTPException) as error:
            self.close()
            problem = getattr(error, "strerror", None) or type(error).__name__
            raise FetchRefused("no_answer", {"host": self.host, "problem": problem}) from None
        except BaseException:
            self.close()
            raise
        return self._answer(response, data, path, limit)

    def _read(self, response: HTTPResponse, limit: int) -> bytes:
        data = response.read(limit + 1)
        if response.length and len(data) <= limit:
            raise IncompleteRead(data, response.length)
        if not response.isclosed():
            # Bytes that nobody read would be taken for the next answer.
            self.close()
        return data

    def _answer(self, response: HTTPResponse, data: bytes, path: str, limit: int) -> Answer:
        where = {"host": self.host, "path": path}
        if 300 <= response.status < 400:
            raise FetchRefused("redirected", {**where, "status": response.status})
        if len(data) > limit:
            raise FetchRefused("too_much", {**where, "limit": limit})
        kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
        return Answer(response.status, kind, data)

    @contextmanager
    def _deadline(self) -> Iterator[None]:
        """Cut the connection when the time is over: a timeout of the socket counts pauses only."""
        late: list[bool] = []

        def cut() -> None:
            late.append(True)
            with suppress(OSError):
                if self._socket is not None:
                    self._socket.shutdown(socket.SHUT_RDWR)

        timer = Timer(self._seconds, cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, HTTPException) as error:
            if late or isinstance(error, TimeoutError):
                self.close()
                raise self._slow() from None
            raise
        finally:
            timer.cancel()
        if late:
            self.close()
            raise self._slow()

    def _slow(self) -> FetchRefused:
        return FetchRefused("too_slow", {"host": self.host, "seconds": f"{self._seconds:g}"})


def split_address(address: str) -> SplitResult:
    """Return the parts of an address that may be asked; raises FetchRefused (address)."""
    try:
        url = urlsplit(address)
        port_is_right = url.port is None or url.port > 0
    except ValueError:
        raise _no_address(address) from None
    secure = url.scheme == "https" or (url.scheme == "http" and is_loopback(url.hostname or ""))
    plain = not (url.username or url.password or "?" in address or "#" in address)
    clean = address.isascii() and address.isprintable() and " " not in address
    if not (secure and url.hostname and plain and clean and port_is_right):
        raise _no_address(address)
    return url


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its own name or number; no name server is asked."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _no_address(address: str) -> FetchRefused:
    # What stands before @ may be a password.
    return FetchRefused("address", {"address": ascii(address.rpartition("@")[2][:100])})


def _connection(url: SplitResult, seconds: float, context: ssl.SSLContext | None) -> HTTPConnection:
    host = url.hostname or ""
    if url.scheme == "http":
        return HTTPConnection(host, url.port, timeout=seconds)
    trusted = context or ssl.create_default_context()
    return HTTPSConnection(host, url.port, timeout=seconds, context=trusted)
