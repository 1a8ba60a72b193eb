"""Look into one chosen source for what is new; its items are sources for the desk, no messages.

Only the source's own address is asked, and the parts that a sitemap of it names on the same host:
no page, picture or link of an item is opened here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import httpx

from kiemtin.channels.addresses import Reach
from kiemtin.channels.feeds import sitemap
from kiemtin.channels.feeds.asking import Answer, ask
from kiemtin.channels.feeds.claim_review import Check, check_of, read_checks
from kiemtin.channels.feeds.items import Item, read_items
from kiemtin.channels.feeds.settings import Source
from kiemtin.channels.inbound import FetchFailed

MAX_BYTES = 1024 * 1024
"""Unpacked: MAX_ITEMS entries of 5 kB each."""

MAX_LARGE = 8 * 1024 * 1024
"""Of a sitemap or a file of ClaimReviews, which hold years."""

PUBLIC = Reach(("https", "http"))
FACT_CHECKS = "fact-check"

_XML = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8"
_JSON = "application/ld+json, application/json;q=0.9, text/html;q=0.5"


@dataclass(frozen=True)
class Fetched:
    """What a source had: items to read, fact-checks of others, or both; `etag` and `modified` go
    into the next look. Both are empty when nothing has changed."""

    items: tuple[Item, ...]
    etag: str = ""
    modified: str = ""
    checks: tuple[Check, ...] = ()


def fetch(
    http: httpx.Client, source: Source, etag: str = "", modified: str = "", reach: Reach = PUBLIC
) -> Fetched:
    """Return what the source has now; raises FetchFailed (unreachable, address, status, too_big,
    answer)."""
    headers = _headers(source)
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    most = MAX_BYTES if source.shape == "feed" else MAX_LARGE
    answer = ask(http, source.address, headers, reach, most)
    if answer.status == 304:
        return Fetched((), etag, modified)
    if answer.status != 200:
        raise FetchFailed("status", {"status": answer.status})
    found = Fetched((), answer.etag, answer.modified)
    if source.shape == "claimreview":
        return replace(found, checks=read_checks(answer.body, source.name))
    if source.shape == "sitemap":
        return replace(found, items=_mapped(http, source, answer, reach))
    return _fed(source, answer, found)


def _headers(source: Source) -> dict[str, str]:
    return {
        "Accept": _JSON if source.shape == "claimreview" else _XML,
        "Accept-Encoding": "gzip, identity",
        "User-Agent": "KiemTin (feed reader)",
    }


def _fed(source: Source, answer: Answer, found: Fetched) -> Fetched:
    items = read_items(answer.body, answer.content_type, source.address)
    told = items if source.kind == FACT_CHECKS else ()
    checks = tuple(check for one in told if (check := check_of(one, source.name)))
    return replace(found, items=items, checks=checks)


def _mapped(http: httpx.Client, source: Source, answer: Answer, reach: Reach) -> tuple[Item, ...]:
    """The newest pages of a sitemap; of an index the parts that changed last are read too."""
    found = sitemap.read(answer.body, answer.address, MAX_LARGE)
    pages = [*found.pages, *_of_parts(http, source, found.parts, reach)]
    return sitemap.newest(pages)


def _of_parts(
    http: httpx.Client, source: Source, parts: tuple[str, ...], reach: Reach
) -> Iterator[Item]:
    headers = _headers(source)
    for address in parts:
        answer = ask(http, address, headers, reach, MAX_LARGE)
        if answer.status == 200:
            yield from sitemap.read(answer.body, answer.address, MAX_LARGE).pages
