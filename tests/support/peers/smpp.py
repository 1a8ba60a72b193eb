"""A message centre on this machine, by SMPP 3.4; it shares no code with the channel.

It keeps what was submitted, joined as a telephone joins it, gives messages and receipts to whoever
is bound for receiving, and can be told to misbehave: a command_status for the next submit_sm, or a
Fault of tests.support.peers.http.
"""

import itertools
import socket
import socketserver
import struct
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from tests.support.peers.http import CLOSED, HANG, LOST, Fault

SYSTEM_ID, PASSWORD = "kiemtin", "gate-pwd"
THROTTLED, INVALID_DESTINATION, WRONG_PASSWORD = 0x58, 0x0B, 0x0E
BINDS = {1: "receiver", 2: "transmitter", 9: "transceiver"}
SUBMIT, DELIVER, UNBIND, ENQUIRE, ANSWER = 4, 5, 6, 0x15, 0x80000000
Tlvs = dict[int, bytes]


@dataclass(frozen=True)
class Submitted:
    """One submit_sm as it came."""

    source: str
    destination: str
    esm_class: int
    registered: int
    coding: int
    octets: bytes


class Smpp:
    """Listens while it is entered; `sent` is who got which text, whole messages only."""

    __test__ = False

    def __init__(self) -> None:
        self.submitted: list[Submitted] = []
        self.sent: list[tuple[str, str]] = []
        self.binds: list[str] = []
        self.asked_whether_there = 0
        self.silent = False
        self.hex_ids = False
        self._faults: deque[int | Fault] = deque()
        self._parts: dict[tuple[str, int], dict[int, str]] = {}
        self._receivers: list[_Connection] = []
        self._changed = threading.Condition()
        self._everyone: list[_Connection] = []
        self._ids = itertools.count(0xABC1)
        self._server = _Server(("127.0.0.1", 0), _Connection)
        self._server.centre = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def environ(self) -> dict[str, str]:
        """Return the settings that lead here."""
        return {
            "KIEMTIN_SMPP_HOST": "127.0.0.1",
            "KIEMTIN_SMPP_PORT": str(self._server.server_address[1]),
            "KIEMTIN_SMPP_SYSTEM_ID": SYSTEM_ID,
            "KIEMTIN_SMPP_PASSWORD": PASSWORD,
            "KIEMTIN_SMPP_SENDER": "KIEMTIN",
        }

    def fail(self, *faults: int | Fault) -> None:
        """Answer the next submit_sm with these, one each."""
        self._faults.extend(faults)

    def deliver(
        self,
        source: str,
        octets: bytes,
        coding: int = 0,
        esm_class: int = 0,
        tlvs: Tlvs | None = None,
        ton: int = 1,
    ) -> int:
        """Give a message to the receiver, waiting for one; return the status of its answer."""
        body = b"\0" + bytes([ton, 1]) + source.encode() + b"\0" + b"\1\1" + b"1900\0"
        body += bytes([esm_class, 0, 0]) + b"\0\0" + bytes([0, 0, coding, 0, len(octets)]) + octets
        for tag, value in (tlvs or {}).items():
            body += struct.pack(">HH", tag, len(value)) + value
        return self.receiver().ask(DELIVER, body)

    def receipt(self, ours: str, state: str = "DELIVRD") -> int:
        """Give a receipt for a message of ours."""
        text = f"id:{ours} sub:001 dlvrd:001 submit date:2611231200 done date:2611231201 "
        text += f"stat:{state} err:000 text:"
        return self.deliver("84900000001", text.encode(), esm_class=4)

    def receiver(self) -> "_Connection":
        """Return the connection that is bound for receiving, once there is one."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._receivers, 10)
            return self._receivers[-1]

    def drop(self) -> None:
        """End the receivers' connections."""
        with self._changed:
            for one in self._receivers:
                one.end()
            self._receivers.clear()

    def came(self, connection: "_Connection") -> None:
        """Remember a connection, to end it at the end."""
        self._everyone.append(connection)

    def bound(self, connection: "_Connection", role: str) -> None:
        """Remember who is bound how."""
        with self._changed:
            self.binds.append(role)
            if role != "transmitter":
                self._receivers.append(connection)
            self._changed.notify_all()

    def submit(self, one: Submitted) -> tuple[int, str] | None:
        """Return status and id for a submit_sm, None for no answer; raises OSError to break off."""
        with self._changed:
            fault = self._faults.popleft() if self._faults else 0
            if fault is CLOSED:
                raise ConnectionAbortedError
            if fault is HANG:
                return None
            if isinstance(fault, int) and fault:
                return fault, ""
            self.submitted.append(one)
            self._read(one)
            number = next(self._ids)
        if fault is LOST:
            raise ConnectionAbortedError
        return 0, f"{number:08X}" if self.hex_ids else str(number)

    def _read(self, one: Submitted) -> None:
        octets = one.octets
        if not one.esm_class & 0x40:
            self.sent.append((one.destination, _text(octets, one.coding)))
            return
        reference, total, number = octets[3:6]
        parts = self._parts.setdefault((one.destination, reference), {})
        parts[number] = _text(octets[6:], one.coding)
        if len(parts) == total:
            text = "".join(parts[place] for place in sorted(parts))
            self.sent.append((one.destination, text))
            del self._parts[one.destination, reference]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in self._everyone:
            one.end()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _text(octets: bytes, coding: int) -> str:
    """What the tests send is ASCII or UCS-2."""
    return octets.decode("utf-16-be" if coding == 8 else "ascii")


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = False
    allow_reuse_address = True
    request_queue_size = 64
    centre: Smpp


class _Connection(socketserver.BaseRequestHandler):
    server: _Server
    request: socket.socket

    def setup(self) -> None:
        self._writing = threading.Lock()
        self._numbers = itertools.count(1)
        self._answers: dict[int, int] = {}
        self._answered = threading.Condition()
        self.server.centre.came(self)

    def handle(self) -> None:
        try:
            while (head := self._octets(16)) is not None:
                length, command, status, number = struct.unpack(">LLLL", head)
                body = self._octets(length - 16) if length > 16 else b""
                if body is None or not self._meet(command, status, number, body):
                    return
        except OSError:
            return

    def _meet(self, command: int, status: int, number: int, body: bytes) -> bool:
        centre = self.server.centre
        if command & ANSWER:
            with self._answered:
                self._answers[number] = status
                self._answered.notify_all()
        elif command == ENQUIRE:
            centre.asked_whether_there += 1
            if not centre.silent:
                self._write(command | ANSWER, 0, number)
        elif command == UNBIND:
            self._write(command | ANSWER, 0, number)
            return False
        elif command in BINDS:
            return self._bind(command, number, body)
        elif command == SUBMIT:
            said = centre.submit(_submitted(body))
            if said is not None:
                self._write(command | ANSWER, said[0], number, said[1].encode() + b"\0")
        return True

    def _bind(self, command: int, number: int, body: bytes) -> bool:
        system_id, password = body.split(b"\0")[:2]
        known = (system_id.decode(), password.decode()) == (SYSTEM_ID, PASSWORD)
        status = 0 if known else WRONG_PASSWORD
        self._write(command | ANSWER, status, number, b"centre\0" if known else b"")
        if known:
            self.server.centre.bound(self, BINDS[command])
        return known

    def ask(self, command: int, body: bytes = b"") -> int:
        """Send a request and return the status of its answer."""
        number = next(self._numbers)
        self._write(command, 0, number, body)
        with self._answered:
            assert self._answered.wait_for(lambda: number in self._answers, 10)
            return self._answers.pop(number)

    def raw(self, octets: bytes) -> None:
        """Send anything."""
        self.request.sendall(octets)

    def end(self) -> None:
        """End this connection."""
        with suppress(OSError):
            self.request.shutdown(socket.SHUT_RDWR)

    def _octets(self, count: int) -> bytes | None:
        octets = b""
        while len(octets) < count:
            came = self.request.recv(count - len(octets))
            if not came:
                return None
            octets += came
        return octets

    def _write(self, command: int, status: int, number: int, body: bytes = b"") -> None:
        with self._writing:
            head = struct.pack(">LLLL", 16 + len(body), command, status, number)
            self.request.sendall(head + body)


def _submitted(body: bytes) -> Submitted:
    _service, rest = body.split(b"\0", 1)
    source, rest = rest[2:].split(b"\0", 1)
    destination, rest = rest[2:].split(b"\0", 1)
    esm_class, rest = rest[0], rest[3:]
    _schedule, rest = rest.split(b"\0", 1)
    _validity, rest = rest.split(b"\0", 1)
    registered, _replace, coding, _default, length = rest[:5]
    octets = rest[5 : 5 + length]
    return Submitted(source.decode(), destination.decode(), esm_class, registered, coding, octets)
