"""The one connection of the process apart, read as a file: plain or TLS, counted, never idle long.

The socket is blocking and its own timeouts end a wait, because a process that may open nothing may
not poll either; TLS therefore runs over memory and not over the socket.
"""

import io
import socket
import ssl
from typing import Any

from kiemtin.media.apart.refused import Refused

_STEP = 64 * 1024


class Wire(io.RawIOBase):
    """Reads at most `most` bytes as they travel; raises Refused (too_big, too_slow, tls)."""

    def __init__(self, connection: socket.socket, most: int, tls: "Tls | None" = None) -> None:
        self._connection, self._left, self._tls = connection, most, tls

    def makefile(self, mode: str) -> io.BufferedReader:
        """Stand in for a socket where http.client reads its answer."""
        return io.BufferedReader(self)

    def allow(self, more: int) -> None:
        """Let that many more bytes travel."""
        self._left += more

    def readable(self) -> bool:
        """A wire is read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what has come, or return 0 at the end."""
        piece = self._receive(len(buffer)) if self._tls is None else self._decrypted(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def say(self, request: bytes) -> None:
        """Send a whole request."""
        if self._tls is None:
            self._send(request)
            return
        self._until(lambda tls: tls.do_handshake())
        self._until(lambda tls: tls.write(request))
        self._send(self._tls.outgoing.read())

    def _decrypted(self, most: int) -> bytes:
        try:
            return bytes(self._until(lambda tls: tls.read(most)))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            # Many servers hang up without saying so; a length that was promised is checked later.
            return b""

    def _until(self, act: Any) -> Any:
        assert self._tls is not None
        while True:
            try:
                return act(self._tls.channel)
            except ssl.SSLWantReadError:
                self._send(self._tls.outgoing.read())
                if piece := self._receive(_STEP):
                    self._tls.incoming.write(piece)
                else:
                    self._tls.incoming.write_eof()

    def _receive(self, most: int) -> bytes:
        try:
            piece = self._connection.recv(most)
        except BlockingIOError:
            raise Refused("too_slow") from None
        self._left -= len(piece)
        if self._left < 0:
            raise Refused("too_big")
        return piece

    def _send(self, data: bytes) -> None:
        try:
            if data:
                self._connection.sendall(data)
        except BlockingIOError:
            raise Refused("too_slow") from None


class Tls:
    """A channel for `host` that trusts the authorities of a file and nothing else."""

    def __init__(self, host: str, authorities: str) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cafile=authorities)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.channel = context.wrap_bio(self.incoming, self.outgoing, server_hostname=host)
