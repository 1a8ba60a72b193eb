"""A web site on this machine that plays every trick a page can play on whoever fetches it.

Each path is a trick of its own; `TRICKS` names those that need nothing said to them.
"""

import gzip
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import repeat
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import brotli

from tests.support.peers.http import Asked, Peer, Raw, Reply

PAGE = "<!doctype html><html lang=vi><title>Đập an toàn</title><p>Mực nước thấp.</html>".encode()
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
HTML = {"Content-Type": "text/html; charset=utf-8"}
MIB = 1024 * 1024


class TrickPeer(Peer):
    """Serves TRICKS, `/to?url` (redirects there) and `/status?code`; the rest is PAGE."""

    def answer(self, asked: Asked) -> Reply | Raw:
        """Return what stands at the path."""
        parts = urlsplit(asked.path)
        if parts.path == "/to":
            where = parse_qs(parts.query)["url"][0]
            return Reply(302, b"", {"Location": where})
        if parts.path == "/status":
            return Reply(int(parts.query), PAGE, HTML)
        if parts.path == "/robots.txt":
            return Reply(404, b"")
        trick = TRICKS.get(parts.path.removeprefix("/"))
        return trick() if trick else Reply(200, PAGE, HTML)


def raw(head: str, *pieces: bytes, seconds: float = 0.0) -> Raw:
    """Return an answer whose head is written as it stands, lines parted by |."""
    lines = head.replace("|", "\r\n").encode("latin-1")
    return Raw([lines + b"\r\n\r\n", *pieces], seconds)


def endless() -> Raw:
    """A body that never stops."""

    def pieces() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        yield from repeat(b"<p>" * 20_000)

    return Raw(pieces())


def drip(head: str) -> Raw:
    """One byte at a time, for longer than anyone waits."""
    return Raw([head.replace("|", "\r\n").encode(), *repeat(b"x", 600)], 0.1)


def flood() -> Raw:
    """Headers without an end."""

    def pieces() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        yield from repeat(b"X-Flood: " + b"a" * 60_000 + b"\r\n")

    return Raw(pieces())


def bomb() -> Reply:
    """64 MiB of nothing in 64 KiB of gzip."""
    return Reply(200, gzip.compress(bytes(64 * MIB)), {**HTML, "Content-Encoding": "gzip"})


def brotli_bomb() -> Reply:
    """64 MiB of nothing in some bytes of Brotli."""
    packed = brotli.compress(bytes(64 * MIB), quality=3)
    return Reply(200, packed, {**HTML, "Content-Encoding": "br"})


def packed(body: bytes, encoding: str) -> Reply:
    """A body that says how it is packed."""
    return Reply(200, body, {**HTML, "Content-Encoding": encoding})


def polyglot() -> Reply:
    """A picture that is a ZIP archive too."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("hidden.txt", "x")
    return Reply(200, PNG + held.getvalue(), {"Content-Type": "image/png"})


def slowly(where: str) -> Callable[[], Raw]:
    """A redirect that takes its time."""
    head = f"HTTP/1.1 302 Found\r\nLocation: {where}\r\n\r\n".encode()
    return lambda: Raw([b"", head], 0.7)


def _redirect(where: str) -> Callable[[], Reply]:
    return lambda: Reply(302, b"", {"Location": where})


TRICKS: dict[str, Callable[[], Reply | Raw]] = {
    "circle": _redirect("/circle-2"),
    "circle-2": _redirect("/circle"),
    "nowhere": lambda: Reply(302, PAGE, HTML),
    **{f"stairs-{step}": _redirect(f"/stairs-{step + 1}") for step in range(10)},
    **{f"slow-{step}": slowly(f"/slow-{step + 1}") for step in range(5)},
    "to-file": _redirect("file:///etc/hostname"),
    "to-script": _redirect("javascript:alert(1)"),
    "to-data": _redirect("data:text/html,x"),
    "to-mail": _redirect("gopher://bao.example:25/_MAIL"),
    "to-user": _redirect("http://ban:mat@bao.example/"),
    "to-port": _redirect("http://bao.example:25/"),
    "to-broken": _redirect("http://[::1/"),
    "endless": endless,
    "big": lambda: Reply(200, b"<p>" * MIB, HTML),
    "drip-body": lambda: drip("HTTP/1.1 200 OK|Content-Type: text/html||"),
    "drip-head": lambda: drip("HTTP/1.1 200 OK|X-Slow: "),
    "pause": lambda: raw("HTTP/1.1 200 OK|Content-Length: 9", b"x", seconds=60),
    "flood": flood,
    "many-headers": lambda: Reply(200, PAGE, {f"X-{number}": "x" for number in range(500)}),
    "continue": lambda: Raw(repeat(b"HTTP/1.1 100 Continue\r\n\r\n")),
    "bomb": bomb,
    "brotli-bomb": brotli_bomb,
    "gzip": lambda: packed(gzip.compress(PAGE), "gzip"),
    "gzip-twice": lambda: packed(gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), "gzip"),
    "gzip-cut": lambda: packed(gzip.compress(PAGE)[:-9], "gzip"),
    "gzip-lie": lambda: packed(PAGE, "gzip"),
    "deflate": lambda: packed(zlib.compress(PAGE), "deflate"),
    "zstd": lambda: packed(b"\x28\xb5\x2f\xfd" + PAGE, "zstd"),
    "packed-twice": lambda: packed(gzip.compress(gzip.compress(PAGE)), "gzip, gzip"),
    "short": lambda: raw("HTTP/1.1 200 OK|Content-Length: 5000", PAGE),
    "long": lambda: raw("HTTP/1.1 200 OK|Content-Length: 15|Content-Type: text/html", PAGE),
    "no-length": lambda: raw("HTTP/1.1 200 OK|Content-Type: text/html", PAGE),
    "chunk-less-than-nothing": lambda: raw("HTTP/1.1 200 OK|Transfer-Encoding: chunked", b"-5\r\n"),
    "chunk-huge": lambda: raw(
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked", b"FFFFFFFFFFFF\r\n" + PAGE
    ),
    "chunk-cut": lambda: raw("HTTP/1.1 200 OK|Transfer-Encoding: chunked", b"20\r\nabc"),
    "no-http": lambda: Raw([b"SSH-2.0-OpenSSH_9.9\r\n"]),
    "nothing": lambda: Raw([]),
    "status-zero": lambda: raw("HTTP/1.1 000 OK", PAGE),
    "odd-status": lambda: raw("HTTP/1.1 999 Odd|Content-Length: 0"),
    "no-type": lambda: Reply(200, PAGE, {}),
    "wrong-type": lambda: Reply(200, PAGE, {"Content-Type": "image/jpeg"}),
    "odd-type": lambda: Reply(200, PAGE, {"Content-Type": "<script>"}),
    "polyglot": polyglot,
    "cookie": lambda: Reply(200, PAGE, {**HTML, "Set-Cookie": "who=you", "ETag": '"1"'}),
    "long-header": lambda: Reply(200, PAGE, {**HTML, "ETag": "e" * 60_000}),
}
