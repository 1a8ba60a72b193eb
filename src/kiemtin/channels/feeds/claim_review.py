"""Fact-checks of other desks, as schema.org ClaimReview: a DataFeed, a list or one, in JSON or in
a page's JSON-LD; or the entries of a fact-checking site's feed.

Read for a person to look at: nothing of it becomes a verdict here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from urllib.parse import urlsplit

from kiemtin.channels.feeds.items import Item
from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.payload import Json, clean
from kiemtin.channels.plain import text_of_html
from kiemtin.channels.shape import VIETNAM

MAX_CHECKS = 2_000
MAX_CLAIM, MAX_WORDS, MAX_LINK = 1000, 200, 1000
_DEEP = 8
_OPENS = re.compile(rb"<script[^>]{0,200}application/ld\+json[^>]{0,200}>", re.IGNORECASE)
_CLOSES = re.compile(rb"</script", re.IGNORECASE)
_HOLDERS = ("@graph", "dataFeedElement", "itemListElement", "item", "mainEntity", "review")


@dataclass(frozen=True)
class Check:
    """One fact-check of another desk: its claim and rating in its own words; `rating` may be ""."""

    id: str
    claim: str
    url: str
    publisher: str
    rating: str = ""
    said_on: date | None = None
    language: str = ""


def read_checks(body: bytes, publisher: str) -> tuple[Check, ...]:
    """Return at most MAX_CHECKS fact-checks, each address and claim once.

    `publisher` is taken where none is named. Raises FetchFailed (answer) for what is neither JSON
    nor a page with JSON-LD, or holds no ClaimReview although it is not empty.
    """
    documents = list(_documents(body))
    found: dict[str, Check] = {}
    for document in documents:
        for review in _reviews(document, _DEEP):
            check = _check(review, publisher)
            if check and len(found) < MAX_CHECKS:
                found.setdefault(check.id, check)
    if not found and not any(_is_empty(one) for one in documents):
        raise FetchFailed("answer")
    return tuple(found.values())


def check_of(item: Item, publisher: str) -> Check | None:
    """Return the entry of a fact-checking site's feed as a fact-check: its title is the claim."""
    if not (item.title and item.link) or len(item.link) > MAX_LINK:
        return None
    day = item.published.astimezone(VIETNAM).date() if item.published else None
    return Check(item.id, item.title, item.link, publisher[:MAX_WORDS], said_on=day)


def _documents(body: bytes) -> Iterator[object]:
    try:
        yield json.loads(body.decode("utf-8-sig"))
        return
    except (ValueError, RecursionError):
        scripts = list(_scripts(body))
    if not scripts:
        raise FetchFailed("answer")
    for script in scripts:
        try:
            yield json.loads(script.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            continue


def _scripts(body: bytes) -> Iterator[bytes]:
    """The JSON-LD of a page, each byte looked at once."""
    at = 0
    while opens := _OPENS.search(body, at):
        closes = _CLOSES.search(body, opens.end())
        if closes is None:
            return
        yield body[opens.end() : closes.start()]
        at = closes.end()


def _is_empty(document: object) -> bool:
    """Whether a feed is well made and has nothing in it yet."""
    return document == [] or (isinstance(document, dict) and document.get("dataFeedElement") == [])


def _reviews(found: object, deep: int) -> Iterator[Json]:
    if isinstance(found, list) and deep:
        for one in found:
            yield from _reviews(one, deep - 1)
    elif isinstance(found, dict) and deep:
        if _is(found, "ClaimReview"):
            yield found
            return
        for name in _HOLDERS:
            yield from _reviews(found.get(name), deep - 1)


def _is(found: Json, kind: str) -> bool:
    said = found.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return any(isinstance(one, str) and one.rpartition("/")[2] == kind for one in kinds)


def _check(review: Json, publisher: str) -> Check | None:
    claim = _text(review.get("claimReviewed"), MAX_CLAIM)
    url = _link(review.get("url")) or _link(review.get("@id"))
    if not claim or not url:
        return None
    rating = review.get("reviewRating")
    said = rating if isinstance(rating, dict) else {}
    return Check(
        f"{url} {claim}",
        claim,
        url,
        _named(review.get("author")) or _named(review.get("publisher")) or publisher[:MAX_WORDS],
        _text(said.get("alternateName") or said.get("name"), MAX_WORDS),
        _day(review.get("dateModified")) or _day(review.get("datePublished")),
        _text(review.get("inLanguage"), 8),
    )


def _named(found: object) -> str:
    """The name of an organisation: a person who wrote is not named."""
    each = found if isinstance(found, list) else [found]
    bodies = [one for one in each if isinstance(one, dict) and not _is(one, "Person")]
    names = (_text(one.get("name"), MAX_WORDS) for one in bodies)
    return next((name for name in names if name), "")


def _text(found: object, most: int) -> str:
    if not isinstance(found, str):
        return ""
    plain = text_of_html(found[: 4 * most]) if "<" in found else unescape(found[: 4 * most])
    return " ".join(clean(plain).split())[:most]


def _link(found: object) -> str:
    if not isinstance(found, str) or len(found) > MAX_LINK or set(found) & set(' <>"\n\t'):
        return ""
    try:
        url = urlsplit(found)
    except ValueError:
        return ""
    return clean(found) if url.scheme in {"http", "https"} and url.hostname else ""


def _day(found: object) -> date | None:
    if not isinstance(found, str):
        return None
    try:
        if len(found) <= 10:
            return date.fromisoformat(found)
        moment = datetime.fromisoformat(found)
        return (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None
