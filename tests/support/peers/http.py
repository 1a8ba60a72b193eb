"""An HTTP peer on this machine: it keeps what it was asked and can be told to misbehave.

A peer of a channel says in `answer` what the documented wire format says. `fail` puts faults in
front of it: a Reply of any kind, HANG (nothing comes until the peer goes), CLOSED (the connection
ends without an answer) and LOST (it is done, and then the connection ends without an answer).
"""

import json
import ssl
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Asked:
    """One request; header names are lower-case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, object]:
        """Return the body as an object."""
        read = json.loads(self.body)
        assert isinstance(read, dict)
        return read


@dataclass(frozen=True)
class Reply:
    """One answer."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """An answer as it goes over the wire, piece by piece with a pause of `seconds` before each but
    the first; the connection then ends. A client that goes away ends it too."""

    pieces: Iterable[bytes]
    seconds: float = 0.0


def reply(value: object, status: int = 200, **headers: str) -> Reply:
    """Return JSON as an answer; underscores in header names stand for hyphens."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"} | named)


class Fault(Enum):
    """What no HTTP answer can say."""

    HANG = "hang"
    CLOSED = "closed"
    LOST = "lost"


HANG, CLOSED, LOST = Fault.HANG, Fault.CLOSED, Fault.LOST


class Peer:
    """Listens on a free port of 127.0.0.1 while it is entered; `address` has no last slash."""

    __test__ = False

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._faults: deque[Reply | Raw | Fault] = deque()
        self._one = threading.Lock()
        self._leaving = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.peer = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def speak_tls(self, tls: ssl.SSLContext) -> None:
        """Take encrypted connections from now on."""
        self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)

    def fail(self, *faults: Reply | Raw | Fault) -> None:
        """Answer the next requests with these, one each."""
        self._faults.extend(faults)

    def pour(self, raw: Raw, wire: BufferedIOBase) -> None:
        """Send a raw answer; it ends early when the peer goes."""
        for number, piece in enumerate(raw.pieces):
            if self._leaving.wait(raw.seconds if number else 0):
                return
            wire.write(piece)

    def answer(self, asked: Asked) -> Reply | Raw:
        """Return what the peer says; one request at a time."""
        return reply({})

    def meet(self, asked: Asked) -> Reply | Raw | Fault:
        """Keep the request and return what happens to it."""
        with self._one:
            self.asked.append(asked)
            fault = self._faults.popleft() if self._faults else None
            if fault is None or fault is LOST:
                said = self.answer(asked)
        if fault is HANG:
            self._leaving.wait(60)
        return said if fault is None else fault

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leaving.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 256
    peer: Peer

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is no fault of the peer."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {name.lower(): value for name, value in self.headers.items()}
        said = self.server.peer.meet(Asked(self.command, self.path, headers, body))
        if isinstance(said, Fault):
            return
        if isinstance(said, Raw):
            self.close_connection = True
            self.server.peer.pour(said, self.wfile)
            return
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        self.wfile.write(said.body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep quiet."""


for _method in ("GET", "PUT", "DELETE"):
    setattr(_Handler, f"do_{_method}", _Handler.do_POST)
