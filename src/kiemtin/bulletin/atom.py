"""The newest fact-checks as an Atom feed (RFC 4287): valid XML whatever the texts hold.

An entry keeps its id through all versions of a fact-check, and its time of updating moves on, so
that a reader's program shows an amendment as news about something known.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.phrases import phrase
from kiemtin.bulletin.short_text import share_text, short_text

ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Everything outside the Char production of XML 1.0, 2.2.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A feed without entries must still have a time; this one says plainly that there was none yet.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedHead:
    """What a feed says of itself: title, its own address, that of the site, the desk's name."""

    title: str
    self_url: str
    site_url: str
    desk_name: str
    language: str = "vi"
    rights: str = ""


def atom_feed(head: FeedHead, contents: Iterable[Content]) -> bytes:
    """Return the feed, newest first; of several versions of a fact-check only the latest."""
    newest = newest_versions(contents)
    updated = newest[0].checked_at if newest else None
    return feed_of(head, updated, map(feed_entry, newest))


def feed_of(head: FeedHead, updated: datetime | None, entries: Iterable[Element]) -> bytes:
    """Return a feed of these entries; `updated` None when there was nothing yet."""
    feed = Element("feed", {"xmlns": ATOM, _XML_LANG: head.language})
    _text(feed, "id", head.self_url)
    _text(feed, "title", head.title)
    _text(feed, "updated", _moment(updated or _NEVER))
    _link(feed, "self", head.self_url, "application/atom+xml")
    _link(feed, "alternate", head.site_url, "text/html")
    _text(SubElement(feed, "author"), "name", head.desk_name)
    _text(feed, "generator", "Kiểm Tin")
    if head.rights:
        _text(feed, "rights", head.rights)
    feed.extend(entries)
    document: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def newest_versions(contents: Iterable[Content]) -> list[Content]:
    """Return the latest version of each fact-check, the latest first."""
    latest: dict[str, Content] = {}
    for content in contents:
        known = latest.get(content.url)
        if known is None or content.version > known.version:
            latest[content.url] = content
    return sorted(latest.values(), key=lambda content: content.checked_at, reverse=True)


def feed_entry(content: Content) -> Element:
    """Return the `entry` element of one version, to stand inside a feed."""
    language = content.language
    entry = Element("entry", {_XML_LANG: language})
    _text(entry, "id", content.url)
    _text(entry, "title", _title(content))
    _text(entry, "updated", _moment(content.checked_at))
    _text(entry, "published", _moment(content.first_published_at or content.checked_at))
    _link(entry, "alternate", content.url, "text/html")
    _text(SubElement(entry, "author"), "name", content.desk_name)
    label = content.ruling.word(language)
    SubElement(entry, "category", {"term": content.verdict, "label": label})
    _text(entry, "summary", share_text(content))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in short_text(content).split("\n"))
    _text(entry, "content", paragraphs, type="html")
    return entry


def xml_text(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold in any form."""
    return _NOT_XML.sub("", text)


def _title(content: Content) -> str:
    """The fact, and what happened to it; a verdict beside it would be taken for the fact's own."""
    text = one_line(content.claim if content.withdrawn else content.fact)
    return phrase(f"title_{content.kind}", content.language, text=text)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = xml_text(text)


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    attributes = {"rel": rel, "href": xml_text(href), "type": kind}
    SubElement(parent, "link", attributes)
