"""Ask one HTTP server one thing over a connection that is already open, and hand the answer on.

Run as a process: what to ask as JSON on standard input, the connection under the number that it
names; on standard output a line of JSON and the unpacked body. Bytes of strangers are read here and
nowhere else, with no right to do anything about it.
"""

import json
import socket
import ssl
import sys
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import cast

from kiemtin.media.apart.confine import Rights, confine
from kiemtin.media.apart.refused import Refused
from kiemtin.media.apart.unpack import Bounded
from kiemtin.media.apart.wire import Tls, Wire

HEAD = 256 * 1024
"""Bytes that may travel before the body: certificates and headers (servers send 8 to 64 KiB)."""

SLACK = 1024 * 1024
"""Bytes that may travel with the body: chunks' own lines, TLS."""

MAX_HEADER = 4096
"""Characters of one header that are handed on: more than the longest address that is followed."""

_STEP = 64 * 1024


@dataclass(frozen=True)
class Asked:
    """What to ask, over which connection, and how much may come. `host` is empty without TLS;
    `most` in bytes unpacked; `wanted` names the headers to hand on, in lower case; of an answer
    with a status of `unread` the body is left alone."""

    connection: int
    host: str
    authorities: str
    request: str
    most: int
    ratio: int
    wanted: tuple[str, ...]
    unread: tuple[int, ...]
    memory: int
    cpu_seconds: int
    seconds: float


def answer(asked: Asked, wire: Wire) -> tuple[dict[str, object], bytes]:
    """Return the head of the answer and its body; raises Refused."""
    try:
        response = _head(asked, wire)
        wire.allow(asked.most + SLACK)
        body = b"" if response.status in asked.unread else _body(asked, response)
    except (ssl.SSLError, ssl.CertificateError):
        raise Refused("tls") from None
    except OSError:
        raise Refused("no_answer") from None
    except (HTTPException, ValueError):
        # http.client believes a chunk's length of less than nothing, and then says ValueError.
        raise Refused("damaged") from None
    except MemoryError:
        raise Refused("too_big") from None
    return {"status": response.status, "headers": _headers(response, asked.wanted)}, body


def _head(asked: Asked, wire: Wire) -> HTTPResponse:
    wire.say(asked.request.encode("ascii"))
    response = HTTPResponse(cast("socket.socket", wire), method="GET")
    try:
        response.begin()
    except Refused as refused:
        # Headers without an end are no big page.
        raise Refused("damaged" if refused.code == "too_big" else refused.code) from None
    return response


def _body(asked: Asked, response: HTTPResponse) -> bytes:
    packed = ", ".join(response.headers.get_all("Content-Encoding") or [])
    body = Bounded(packed, asked.most, asked.ratio)
    while piece := response.read(_STEP):
        body.add(piece)
    if response.length:
        raise Refused("damaged")
    return body.done()


def _headers(response: HTTPResponse, wanted: tuple[str, ...]) -> dict[str, str]:
    found = {name: response.headers.get(name) for name in wanted}
    return {
        name: "".join(letter for letter in str(value) if letter.isprintable())[:MAX_HEADER]
        for name, value in found.items()
        if value is not None
    }


def main() -> None:
    """Read what to ask, give up all rights, ask, and say what came."""
    asked = Asked(**json.load(sys.stdin))
    connection = socket.socket(fileno=asked.connection)
    tls = Tls(asked.host, asked.authorities) if asked.host else None
    wire = Wire(connection, HEAD, tls)
    sys.stdin.close()
    confine(Rights(asked.memory, asked.cpu_seconds, asked.seconds))
    try:
        head, body = answer(asked, wire)
    except Refused as refused:
        head, body = {"refused": refused.code}, b""
    out = sys.stdout.buffer
    out.write(json.dumps(head).encode() + b"\n")
    out.write(body)
    out.flush()
