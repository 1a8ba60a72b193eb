"""Hand one open connection to a process apart, and doubt what it says about the answer.

Each request has a process of its own, which can use that one connection and nothing else: whatever
a server does to it, it can reach no other server, no file and no other process.
"""

import json
import os
import signal
import socket
import ssl
import struct
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from select import POLLIN, poll
from time import monotonic

from kiemtin.media.apart.ask import MAX_HEADER, Asked
from kiemtin.media.apart.refused import CODES
from kiemtin.media.fetch.limits import Limits, refused
from kiemtin.media.fetch.refusal import FetchRefused

PACKAGES = Path(__file__).parents[3]
CHILD = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from kiemtin.media.apart.ask import main
main()
"""
MAX_HEAD = 64 * 1024
REDIRECTS = (301, 302, 303, 307, 308)
WANTED = (
    *("age", "content-disposition", "content-encoding", "content-language", "content-type"),
    *("date", "etag", "last-modified", "location", "memento-datetime", "retry-after"),
    *("server", "x-robots-tag"),
)
"""The headers that say something about the page or file; cookies and the rest stay outside."""

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)
_OVER_TIME = {-signal.SIGALRM, -signal.SIGXCPU}
_STEP = 64 * 1024


@dataclass(frozen=True)
class Question:
    """A whole request in ASCII; the host to be proved by TLS, empty without it, and the file of the
    authorities that may prove it."""

    request: str
    host: str = ""
    trusted: Path | None = None


@dataclass(frozen=True)
class Answer:
    """What one server said: status 100 to 999, wanted headers by lower-case name, unpacked body."""

    status: int
    headers: dict[str, str]
    body: bytes


def authorities() -> Path | None:
    """Return the file of the authorities that this system trusts, or else certifi's.

    One file, for a process that may open nothing cannot look certificates up in a folder.
    """
    found = (os.environ.get("SSL_CERT_FILE"), ssl.get_default_verify_paths().cafile, *_BUNDLES)
    for place in found:
        if place and Path(place).is_file():
            return Path(place)
    with suppress(ImportError):
        return Path(import_module("certifi").where())
    return None


def exchange(
    connection: socket.socket, question: Question, limits: Limits, seconds: float
) -> Answer:
    """Ask over an open connection and return the answer; closes the connection.

    Raises FetchRefused (too_big, too_slow, decompression, packing, damaged, tls, no_answer, busy).
    """
    with connection:
        _let_go(connection, min(limits.idle, seconds))
        asked = Asked(
            connection=connection.fileno(),
            host=question.host,
            authorities=str(question.trusted or ""),
            request=question.request,
            most=limits.most,
            ratio=limits.ratio,
            wanted=WANTED,
            unread=REDIRECTS,
            memory=limits.memory,
            cpu_seconds=limits.cpu_seconds,
            seconds=seconds + 1,
        )
        if question.host and not question.trusted:
            raise refused("tls")
        process = _start(connection.fileno())
    try:
        _tell(process, asked)
        said = _listen(process, limits.most + MAX_HEAD, monotonic() + seconds)
    finally:
        ended = _end(process)
    if said is None or ended in _OVER_TIME:
        raise refused("too_slow", limits)
    return _doubt(said, limits)


def _let_go(connection: socket.socket, idle: float) -> None:
    """Make the system end every pause: the process apart cannot watch a clock and a socket."""
    connection.settimeout(None)
    pause = struct.pack("ll", int(idle), int(idle % 1 * 1_000_000))
    for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
        connection.setsockopt(socket.SOL_SOCKET, option, pause)


def _start(connection: int) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", CHILD, str(PACKAGES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            pass_fds=(connection,),
            env={},
            cwd="/",
            umask=0o077,
        )
    except OSError:
        raise refused("busy") from None


def _tell(process: "subprocess.Popen[bytes]", asked: Asked) -> None:
    """Say what to ask by a pipe: anyone on the machine may read arguments."""
    assert process.stdin is not None
    with suppress(OSError), process.stdin as told:
        told.write(json.dumps(asdict(asked)).encode())


def _listen(process: "subprocess.Popen[bytes]", most: int, until: float) -> bytes | None:
    """Return what the process says, cut after `most` bytes; None when it takes too long."""
    assert process.stdout is not None
    said, waiting = bytearray(), poll()
    waiting.register(process.stdout, POLLIN)
    while len(said) <= most:
        left = until - monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            process.kill()
            return None
        piece = process.stdout.read(_STEP)
        if not piece:
            return bytes(said)
        said += piece
    return b""


def _end(process: "subprocess.Popen[bytes]") -> int:
    """End the process if it has not ended, and return with what."""
    assert process.stdout is not None
    process.stdout.close()
    with suppress(subprocess.TimeoutExpired):
        # What has said all it had to say is leaving; what still talks dies of the closed pipe.
        return process.wait(1)
    process.kill()
    return process.wait()


def _doubt(said: bytes, limits: Limits) -> Answer:
    """Take nothing that does not fit: the process has handled hostile bytes."""
    line, _, body = said.partition(b"\n")
    try:
        head = json.loads(line[:MAX_HEAD])
        if (code := head.get("refused")) is not None:
            raise refused(code if code in CODES else "damaged", limits)
        status, headers = head["status"], head["headers"]
        fits = type(status) is int and 100 <= status <= 999 and len(body) <= limits.most
        if not (fits and all(_is_header(name, value) for name, value in headers.items())):
            raise refused("damaged")
    except FetchRefused:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise refused("damaged") from None
    return Answer(status, headers, body)


def _is_header(name: object, value: object) -> bool:
    return name in WANTED and isinstance(value, str) and len(value) <= MAX_HEADER
