"""One connection to a message centre: octets in and out, answers found, breaks told.

smpplib packs and unpacks; the connection is our own, so that a stop, a length out of measure and a
broken PDU are ours to decide. Nothing that goes over it is logged.
"""

import socket
import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from smpplib import consts, exceptions, smpp

from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.smpp.settings import Settings

CONNECT, ANSWER, GOODBYE = 5.0, 10.0, 1.0
"""Seconds to wait: for a connection, for an answer, for the answer to unbind."""

MOST_OCTETS = 70_000
"""A PDU: message_payload holds 64 KB at the most (5.3.2.32)."""

BIND_FAILURES = {
    consts.SMPP_ESME_RBINDFAIL: "token",
    consts.SMPP_ESME_RINVPASWD: "token",
    consts.SMPP_ESME_RINVSYSID: "token",
    consts.SMPP_ESME_RALYBND: "busy",
    consts.SMPP_ESME_RTHROTTLED: "busy",
    consts.SMPP_ESME_RSYSERR: "server",
}
_BROKEN = (
    struct.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    exceptions.PDUError,
    exceptions.UnknownCommandError,
)


class LinkLost(Exception):
    """The connection is gone, or what comes over it is no SMPP."""


class Link:
    """A connection; `tick` is how long `read` waits, in seconds."""

    def __init__(self, connection: socket.socket, tick: float) -> None:
        self.sequence = 0
        self._socket = connection
        self._socket.settimeout(tick)
        self._buffer = b""

    def next_sequence(self) -> int:
        """Return the next number of a request (smpplib asks for it)."""
        self.sequence += 1
        return self.sequence

    def ask(self, command: str, **fields: object) -> int:
        """Send a request and return its number; raises LinkLost."""
        pdu = smpp.make_pdu(command, client=self, **fields)
        self._send(pdu.generate())
        return int(pdu.sequence)

    def reply(self, command: str, sequence: int, status: int = 0) -> None:
        """Answer a request; raises LinkLost."""
        pdu = smpp.make_pdu(command, client=self, status=status)
        pdu.sequence = sequence
        self._send(pdu.generate())

    def read(self) -> Any:
        """Return the next PDU, or None when none came within the tick; raises LinkLost.

        What cannot be unpacked is answered with generic_nack and passed over.
        """
        raw = self._next()
        if raw is None:
            return None
        try:
            return smpp.parse_pdu(raw, client=self, allow_unknown_opt_params=True)
        except _BROKEN:
            sequence = int.from_bytes(raw[12:16])
            self.reply("generic_nack", sequence, consts.SMPP_ESME_RINVCMDID)
            return None

    def wait(self, sequence: int, seconds: float, other: Callable[[Any], None]) -> Any:
        """Return the answer to a request, None after so many seconds; `other` gets what comes
        before it. Raises LinkLost."""
        until = monotonic() + seconds
        while monotonic() < until:
            pdu = self.read()
            if pdu is None:
                continue
            if pdu.sequence == sequence and pdu.is_response():
                return pdu
            other(pdu)
        return None

    def _next(self) -> bytes | None:
        while True:
            length = int.from_bytes(self._buffer[:4]) if len(self._buffer) >= 4 else 16
            if not 16 <= length <= MOST_OCTETS:
                raise LinkLost("length")
            if len(self._buffer) >= max(length, 4) and len(self._buffer) >= 16:
                raw, self._buffer = self._buffer[:length], self._buffer[length:]
                return raw
            try:
                came = self._socket.recv(65536)
            except TimeoutError:
                return None
            except OSError:
                raise LinkLost("read") from None
            if not came:
                raise LinkLost("closed")
            self._buffer += came

    def _send(self, octets: bytes) -> None:
        try:
            self._socket.sendall(octets)
        except OSError:
            raise LinkLost("write") from None


def ignore_others(link: Link) -> Callable[[Any], None]:
    """Return what a sending connection does with requests: questions are answered, messages are
    put off (the centre gives them to the connection that listens)."""

    def other(pdu: Any) -> None:
        if pdu.command == "enquire_link":
            link.reply("enquire_link_resp", pdu.sequence)
        elif pdu.command == "deliver_sm":
            link.reply("deliver_sm_resp", pdu.sequence, consts.SMPP_ESME_RX_T_APPN)
        elif pdu.command == "unbind":
            link.reply("unbind_resp", pdu.sequence)
            raise LinkLost("unbind")

    return other


@contextmanager
def bound(settings: Settings, role: str, tick: float = 1.0) -> Iterator[Link]:
    """Connect and bind as `transmitter` or `receiver`, unbind and close at the end.

    Raises SendingFailed (unreachable, token, busy, server, refused) before it is bound; LinkLost
    while it is used is for the caller.
    """
    with _connect(settings) as connection:
        link = Link(connection, tick)
        _bind(link, settings, "transceiver" if settings.transceiver else role)
        yield link
        with suppress(LinkLost):
            link.wait(link.ask("unbind"), GOODBYE, ignore_others(link))


def _bind(link: Link, settings: Settings, role: str) -> None:
    try:
        asked = link.ask(
            f"bind_{role}",
            system_id=settings.system_id,
            password=settings.password,
            system_type=settings.system_type,
        )
        answer = link.wait(asked, ANSWER, lambda pdu: None)
    except LinkLost:
        raise SendingFailed("unreachable") from None
    if answer is None:
        raise SendingFailed("unreachable")
    if answer.status:
        code = BIND_FAILURES.get(answer.status, "refused")
        raise SendingFailed(code, f"0x{answer.status:08X}")


def _connect(settings: Settings) -> socket.socket:
    try:
        plain = socket.create_connection((settings.host, settings.port), CONNECT)
    except OSError:
        raise SendingFailed("unreachable") from None
    if not settings.tls:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=settings.host)
    except OSError:
        plain.close()
        raise SendingFailed("unreachable") from None
