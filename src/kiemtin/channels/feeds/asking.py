"""Ask one address of a chosen source, and at most where it redirects; nothing else is opened.

Only public servers are asked. An answer is bounded in bytes and time; one that lies about either
is not read.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin

import httpx

from kiemtin.channels.addresses import AddressRefused, Reach, pin
from kiemtin.channels.feeds.settings import is_social
from kiemtin.channels.inbound import FetchFailed

SECONDS = 30.0
MAX_HOPS = 3
_HOPS = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Answer:
    """What a server said: the unpacked `body` is empty unless `status` is 200; `etag` and
    `modified` go into the next look, `address` is the last one asked."""

    status: int
    body: bytes
    content_type: str
    etag: str
    modified: str
    address: str


def ask(
    http: httpx.Client, address: str, headers: Mapping[str, str], reach: Reach, most: int
) -> Answer:
    """Return what the address says, of `most` bytes; raises FetchFailed (unreachable, address,
    too_big, answer)."""
    for _hop in range(MAX_HOPS + 1):
        answer, body = _get(http, address, headers, reach, most)
        if answer.status_code not in _HOPS:
            break
        address = _next(address, answer.headers.get("Location", ""))
    return Answer(
        answer.status_code,
        body,
        str(answer.headers.get("Content-Type", "")),
        _mark(answer.headers, "ETag"),
        _mark(answer.headers, "Last-Modified"),
        address,
    )


def _next(address: str, where: str) -> str:
    """Return where a redirect leads; raises FetchFailed (address)."""
    try:
        found = urljoin(address, where)
        social = is_social(found)
    except ValueError:
        social = True
    if social:
        raise FetchFailed("address")
    return found


def _get(
    http: httpx.Client, address: str, headers: Mapping[str, str], reach: Reach, most: int
) -> tuple[httpx.Response, bytes]:
    try:
        pinned = pin(address, reach)
    except AddressRefused as refused:
        raise FetchFailed("unreachable" if refused.code == "unknown" else "address") from None
    try:
        with http.stream(
            "GET",
            pinned.url,
            headers={**headers, **pinned.headers},
            extensions=pinned.extensions,
            follow_redirects=False,
        ) as answer:
            return answer, _body(answer, most) if answer.status_code == 200 else b""
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
        raise FetchFailed("unreachable") from None


def _body(answer: httpx.Response, most: int) -> bytes:
    """Return the unpacked body; httpx's own unpacking knows no limit."""
    body, until = bytearray(), monotonic() + SECONDS
    for piece in answer.iter_raw(16 * 1024):
        body += piece
        if len(body) > most or monotonic() > until:
            raise FetchFailed("too_big", {"limit": most})
    packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packed in {"", "identity"}:
        return bytes(body)
    if packed not in {"gzip", "x-gzip", "deflate"}:
        raise FetchFailed("answer")
    return unpacked(bytes(body), most)


def unpacked(body: bytes, most: int) -> bytes:
    """Return what gzip or zlib packed; raises FetchFailed (answer, too_big)."""
    try:
        # 32 + 15: gzip or zlib, whichever its header says.
        found = zlib.decompressobj(47).decompress(body, most + 1)
    except zlib.error:
        raise FetchFailed("answer") from None
    if len(found) > most:
        raise FetchFailed("too_big", {"limit": most})
    return found


def _mark(headers: httpx.Headers, name: str) -> str:
    """What goes back to the server the next time; too long a mark is forgotten."""
    mark = str(headers.get(name, ""))
    return mark if len(mark) <= 500 and mark.isascii() and mark.isprintable() else ""
