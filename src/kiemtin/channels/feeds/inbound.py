"""Look into one chosen source for what is new; its items are sources for the desk, no messages.

Only public servers are asked, and only for the feed itself: no page, picture or link of an item is
opened. An answer is bounded in bytes and time; a feed that lies about either is not read.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin

import httpx

from kiemtin.channels.addresses import AddressRefused, Reach, pin
from kiemtin.channels.feeds.items import Item, read_items
from kiemtin.channels.feeds.settings import Source, is_social
from kiemtin.channels.inbound import FetchFailed

MAX_BYTES = 1024 * 1024
"""Unpacked: MAX_ITEMS entries of 5 kB each."""

SECONDS = 30.0
MAX_HOPS = 3
PUBLIC = Reach(("https", "http"))

_HOPS = {301, 302, 303, 307, 308}
_ASK = {
    "Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8",
    "Accept-Encoding": "gzip, identity",
    "User-Agent": "KiemTin (feed reader)",
}


@dataclass(frozen=True)
class Fetched:
    """What a source had; `etag` and `modified` go into the next look. `items` is empty when
    nothing has changed."""

    items: tuple[Item, ...]
    etag: str = ""
    modified: str = ""


def fetch(
    http: httpx.Client, source: Source, etag: str = "", modified: str = "", reach: Reach = PUBLIC
) -> Fetched:
    """Return what the source has now; raises FetchFailed (unreachable, address, status, too_big,
    answer)."""
    headers = dict(_ASK)
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    address = source.address
    for _hop in range(MAX_HOPS + 1):
        answer, body = _get(http, address, headers, reach)
        if answer.status_code not in _HOPS:
            break
        address = _next(address, answer.headers.get("Location", ""))
    if answer.status_code == 304:
        return Fetched((), etag, modified)
    if answer.status_code != 200:
        raise FetchFailed("status", {"status": answer.status_code})
    items = read_items(body, answer.headers.get("Content-Type", ""), source.address)
    return Fetched(items, _mark(answer.headers, "ETag"), _mark(answer.headers, "Last-Modified"))


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
    http: httpx.Client, address: str, headers: Mapping[str, str], reach: Reach
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
            return answer, _body(answer) if answer.status_code == 200 else b""
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
        raise FetchFailed("unreachable") from None


def _body(answer: httpx.Response) -> bytes:
    """Return the unpacked body; httpx's own unpacking knows no limit."""
    body, until = bytearray(), monotonic() + SECONDS
    for piece in answer.iter_raw(16 * 1024):
        body += piece
        if len(body) > MAX_BYTES or monotonic() > until:
            raise FetchFailed("too_big", {"limit": MAX_BYTES})
    packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packed in {"", "identity"}:
        return bytes(body)
    if packed not in {"gzip", "x-gzip", "deflate"}:
        raise FetchFailed("answer")
    try:
        # 32 + 15: gzip or zlib, whichever its header says.
        unpacked = zlib.decompressobj(47).decompress(bytes(body), MAX_BYTES + 1)
    except zlib.error:
        raise FetchFailed("answer") from None
    if len(unpacked) > MAX_BYTES:
        raise FetchFailed("too_big", {"limit": MAX_BYTES})
    return unpacked


def _mark(headers: httpx.Headers, name: str) -> str:
    """What goes back to the server the next time; too long a mark is forgotten."""
    mark = str(headers.get(name, ""))
    return mark if len(mark) <= 500 and mark.isascii() and mark.isprintable() else ""
