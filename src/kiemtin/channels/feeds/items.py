"""The items of an RSS or Atom feed as plain text; markup, scripts and entities of it do nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from urllib.parse import urlsplit

import feedparser

from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.payload import clean, name_of
from kiemtin.channels.plain import text_of_html

MAX_ITEMS = 200
MAX_TITLE, MAX_SUMMARY, MAX_LINK = 300, 2000, 2000

_MARKUP_OF_A_FEED = re.compile(rb"<\s*(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_OWN_ENTITIES = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST)|<!DOCTYPE[^>\[]{0,500}\[", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00", b"<\x00")


@dataclass(frozen=True)
class Item:
    """One entry of a feed; `published` is aware or None, `link` http(s) or ""."""

    id: str
    title: str
    summary: str
    link: str
    published: datetime | None


def read_items(body: bytes, content_type: str = "", address: str = "") -> tuple[Item, ...]:
    """Return at most MAX_ITEMS entries in the feed's order, each id once.

    `address` is what relative links hang on. A broken feed gives what can be read of it; raises
    FetchFailed (answer) when it is no feed, or one that declares entities of its own.
    """
    text = _narrow(body)
    if _OWN_ENTITIES.search(text) or not _MARKUP_OF_A_FEED.search(text[:5_000]):
        # No honest feed needs them, and they can unfold to gigabytes.
        raise FetchFailed("answer")
    headers = {"content-type": content_type, "content-location": address}
    try:
        read = feedparser.parse(
            _Bytes(text), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        found: dict[str, Item] = {}
        for item in _items(read.entries[: 2 * MAX_ITEMS]):
            found.setdefault(item.id, item)
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError):
        # feedparser promises no kind of error for feeds made to break it.
        raise FetchFailed("answer") from None
    return tuple(found.values())[:MAX_ITEMS]


class _Bytes:
    """The body for feedparser, which takes a plain bytes object for a file's name."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def read(self) -> bytes:
        return self._body


def _narrow(body: bytes) -> bytes:
    """Return UTF-16 as UTF-8, so that what is searched for is found in either."""
    if not body.startswith(_WIDE):
        return body
    little = body.startswith((b"\xff\xfe", b"<\x00"))
    text = body.decode("utf-16-le" if little else "utf-16-be", "replace").lstrip("\ufeff")
    return re.sub(r"<\?xml[^>]*\?>", "", text, count=1).encode()


def _items(entries: list[feedparser.FeedParserDict]) -> Iterator[Item]:
    for entry in entries:
        title = " ".join(_text(entry.get("title"), MAX_TITLE).split())
        link = link_of(entry.get("link"))
        own = str(entry.get("id") or link or "")
        if title or link:
            yield Item(
                id=clean(own) if 0 < len(own) <= 400 else name_of(own, title),
                title=title,
                summary=_text(entry.get("summary"), MAX_SUMMARY),
                link=link,
                published=_moment(entry.get("published_parsed") or _updated(entry)),
            )


def _updated(entry: feedparser.FeedParserDict) -> object:
    """What the entry itself says; its own `get` warns where it would put another date in place."""
    return dict.get(entry, "updated_parsed")


def _text(html: object, most: int) -> str:
    return clean(text_of_html(html))[:most].strip() if isinstance(html, str) else ""


def link_of(raw: object) -> str:
    """Return an address http(s) as it was given; "" for anything else."""
    if not isinstance(raw, str) or len(raw) > MAX_LINK or set(raw) & set(' <>"\n\t'):
        return ""
    try:
        url = urlsplit(raw)
    except ValueError:
        return ""
    return clean(raw) if url.scheme in {"http", "https"} and url.hostname else ""


def _moment(parts: object) -> datetime | None:
    if not isinstance(parts, struct_time):
        return None
    try:
        return datetime(*parts[:6], tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
