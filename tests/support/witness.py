"""A witness for tests: a real HTTP server on this machine that follows C2SP tlog-witness 1.0.

It keeps its state between requests, shares no code with the client but the tree and the notes, and
can be told to misbehave.
"""

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kiemtin.record.cosignature import WitnessKey, cosign, witness_key
from kiemtin.record.keys import SignerKey, VerifierKey
from kiemtin.record.note_refusal import NoteRefused
from kiemtin.record.notes import open_note
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.verify import check_consistency

SECONDS = 1_790_000_000
"""When this witness signs: in September 2026."""

SIZE_TYPE = "text/x.tlog.size"


@dataclass
class Reply:
    """What goes back."""

    status: int
    body: bytes = b""
    media_type: str = "text/plain; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


class TestWitness:
    """The rules of a witness over the logs it knows, by origin; `seen` is its persistent state."""

    __test__ = False

    def __init__(self, signer: SignerKey, *logs: VerifierKey) -> None:
        self.signer = signer
        self.logs: dict[str, list[VerifierKey]] = {}
        for log in logs:
            self.logs.setdefault(log.name, []).append(log)
        self.seen: dict[str, tuple[int, bytes]] = {}
        self.seconds = SECONDS
        self.asked = 0
        self.misbehave: Callable[[Reply], Reply] | None = None
        self._one = threading.Lock()

    @property
    def key(self) -> WitnessKey:
        """Its public key."""
        return witness_key(self.signer)

    def answer(self, body: bytes) -> Reply:
        """Answer one add-checkpoint."""
        with self._one:
            self.asked += 1
            reply = self._answer(body)
        return self.misbehave(reply) if self.misbehave else reply

    def _answer(self, body: bytes) -> Reply:
        try:
            head, _, note = body.partition(b"\n\n")
            first, *rest = head.decode().split("\n")
            word, number = first.split(" ")
            old, proof = int(number), [base64.b64decode(line, validate=True) for line in rest]
            text, origin, size, root = _checkpoint(note)
        except (ValueError, IndexError):
            return Reply(400)
        if word != "old" or len(proof) > 63 or old > size:
            return Reply(400)
        reply = self._known(origin, note) or self._fits(origin, old, size, proof, root)
        if reply is None:
            self.seen[origin] = (size, root)
            reply = Reply(200, cosign(text, self.signer, self.seconds).line().encode())
        return reply

    def _known(self, origin: str, note: bytes) -> Reply | None:
        if origin not in self.logs:
            return Reply(404)
        try:
            open_note(note, self.logs[origin])
        except NoteRefused:
            return Reply(403)
        return None

    def _fits(
        self, origin: str, old: int, size: int, proof: list[bytes], root: bytes
    ) -> Reply | None:
        last, last_root = self.seen.get(origin, (0, b""))
        if old != last or (old == size and last and root != last_root):
            return Reply(409, b"%d\n" % last, SIZE_TYPE)
        return None if _grows(old, size, proof, last_root, root) else Reply(422)


def _checkpoint(note: bytes) -> tuple[str, str, int, bytes]:
    text = note[: note.rindex(b"\n\n") + 1].decode()
    origin, size, root = text.split("\n")[:3]
    return text, origin, int(size), base64.b64decode(root, validate=True)


def _grows(old: int, size: int, proof: list[bytes], old_root: bytes, root: bytes) -> bool:
    if old == 0:
        return not proof
    try:
        check_consistency(old, size, proof, old_root, root)
    except RecordRefused:
        return False
    return True


@contextmanager
def served(answer: Callable[[str, bytes], Reply]) -> Iterator[str]:
    """Serve POST and GET by `answer(path, body)` on this machine; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self._send(answer(self.path, self.rfile.read(length)))

        def do_GET(self) -> None:
            self._send(answer(self.path, b""))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            headers = {"Content-Length": str(len(reply.body)), **reply.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serving(witness: TestWitness) -> Iterator[str]:
    """Serve a witness below /w1; yield its submission prefix."""

    def answer(path: str, body: bytes) -> Reply:
        return witness.answer(body) if path == "/w1/add-checkpoint" else Reply(404)

    with served(answer) as address:
        yield f"{address}/w1"
