"""The newest pages that a site names in its sitemap (sitemaps.org 0.9, with Google's news tags).

A sitemap speaks for its own host only; what it says of others is passed over. One that declares
entities of its own is not read.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

from kiemtin.channels.feeds.asking import unpacked
from kiemtin.channels.feeds.items import MAX_ITEMS, MAX_LINK, MAX_TITLE, Item
from kiemtin.channels.feeds.settings import is_social
from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.payload import clean

MAX_PAGES = 50_000
"""Of one file, as sitemaps.org bounds it."""

MAX_PARTS = 3
"""Parts of an index that are read: those that changed last."""

_GZIP = b"\x1f\x8b"
_OWN_ENTITIES = re.compile(rb"<!(?:ENTITY|DOCTYPE|ELEMENT|ATTLIST)", re.IGNORECASE)
_ENTRIES = {"url", "sitemap"}
_OTHERS = ("image:", "video:", "xhtml:")
"""What else a page has: a picture's title is not the page's."""

_MOST_TEXTS = 100
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_WORDS = re.compile(r"[-_+]+")


@dataclass(frozen=True)
class Sitemap:
    """Pages of this file, and addresses of further files, those that changed last first."""

    pages: tuple[Item, ...]
    parts: tuple[str, ...]


def read(body: bytes, address: str, most: int) -> Sitemap:
    """Return what a sitemap or an index of sitemaps names on the host of `address`.

    Raises FetchFailed (answer, too_big); a broken end leaves what stands before it.
    """
    raw = unpacked(body, most) if body.startswith(_GZIP) else body
    # A sitemap is UTF-8; another encoding could hide a declaration from the search for one.
    text = _DECLARED.sub("", raw.decode("utf-8-sig", "replace"), count=1).encode()
    if _OWN_ENTITIES.search(text):
        raise FetchFailed("answer")
    rows = list(_rows(text, urlsplit(address).hostname or ""))
    parts = [(changed, row["loc"]) for kind, row, changed in rows if kind == "sitemap"]
    parts.sort(key=lambda one: one[0] or _LONG_AGO, reverse=True)
    pages = [_item(row, changed) for kind, row, changed in rows if kind == "url"]
    return Sitemap(tuple(pages), tuple(where for _changed, where in parts[:MAX_PARTS]))


_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def newest(pages: Iterable[Item]) -> tuple[Item, ...]:
    """Return at most MAX_ITEMS pages, newest first, each once; those without a day come last."""
    once = {one.id: one for one in pages}
    ordered = sorted(once.values(), key=lambda one: one.published or _LONG_AGO, reverse=True)
    return tuple(ordered[:MAX_ITEMS])


def _rows(text: bytes, host: str) -> Iterator[tuple[str, dict[str, str], datetime | None]]:
    seen = 0
    for kind, row in _entries(text):
        if _is_of(row.get("loc", ""), host):
            seen += 1
            yield kind, row, _moment(row.get("publication_date") or row.get("lastmod"))
        if seen == MAX_PAGES:
            return


class _Reader:
    """Gathers each <url> and <sitemap> by the names of what stands in it."""

    def __init__(self) -> None:
        self.root = ""
        self.rows: list[tuple[str, dict[str, str]]] = []
        self._row: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, name: str, attributes: object) -> None:
        self.root = self.root or _local(name)
        if _local(name) in _ENTRIES:
            self._row = {}
        self._text = []

    def end(self, name: str) -> None:
        if _local(name) in _ENTRIES:
            self.rows.append((_local(name), self._row))
        elif not name.lower().startswith(_OTHERS):
            self._row.setdefault(_local(name), "".join(self._text).strip()[: MAX_LINK + 1])
        self._text = []

    def text(self, said: str) -> None:
        if len(self._text) < _MOST_TEXTS:
            self._text.append(said)


def _entries(text: bytes) -> list[tuple[str, dict[str, str]]]:
    """Each entry as far as the file can be read; raises FetchFailed (answer) for what is none."""
    reader, parser = _Reader(), expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    # What stands before a break has been gathered.
    with suppress(expat.ExpatError):
        parser.Parse(text, True)
    if reader.root not in {"urlset", "sitemapindex"}:
        raise FetchFailed("answer")
    return reader.rows


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _is_of(link: str, host: str) -> bool:
    """Whether an address is a page of the same site, with or without www."""
    try:
        url = urlsplit(link)
    except ValueError:
        return False
    plain = len(link) <= MAX_LINK and link.isprintable() and not set(link) & set(' <>"')
    same = (url.hostname or "").removeprefix("www.") == host.removeprefix("www.")
    return plain and url.scheme in {"http", "https"} and same and not is_social(link)


def _item(row: dict[str, str], changed: datetime | None) -> Item:
    title = " ".join(clean(row.get("title", "")).split()) or _told_by(row["loc"])
    link = clean(row["loc"])
    return Item(link[:400], title[:MAX_TITLE], "", link, changed)


def _told_by(link: str) -> str:
    """What the address itself says: its last part, as words."""
    last = unquote(urlsplit(link).path.rstrip("/").rpartition("/")[2])
    words = _WORDS.sub(" ", clean(last.rpartition(".")[0] or last)).strip()
    return " ".join(words.split()) or link


def _moment(said: str | None) -> datetime | None:
    """A day or a moment of W3C-DTF; a day counts from its beginning in UTC."""
    text = (said or "").strip()
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None
