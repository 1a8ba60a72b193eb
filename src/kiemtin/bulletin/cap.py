"""A fact-check as a CAP 1.2 message (OASIS, 2010), for warning systems to show, never to sound.

Urgency and severity are Unknown, certainty Unlikely or Unknown, and there is no event code: nothing
that switches a siren on. A correction follows the message that it corrects by its reference.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from xml.etree.ElementTree import Element, SubElement, tostring

from kiemtin.bulletin.atom import FeedHead, feed_entry, feed_of, xml_text
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.cut import one_line
from kiemtin.bulletin.phrases import phrase
from kiemtin.bulletin.refusal import ContentRefused

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
MEDIA_TYPE = "application/cap+xml"
PLACE_CODE = "VN-DVHC"
"""Under which name the code of a place stands: that of Decision 19/2025/QĐ-TTg."""

_VIETNAM = timezone(timedelta(hours=7))
_REFUTES = {"false", "misleading"}
_BARE = re.compile(r"[^\s,<&]+")
_MESSAGE = {"first": "Alert", "amendment": "Update", "update": "Update", "withdrawal": "Cancel"}
_EVENTS = {
    "vi": ("Đính chính tin đồn", "Kiểm chứng tin đồn"),
    "en": ("Correction of a rumour", "Rumour check"),
}


@dataclass(frozen=True)
class Reference:
    """An earlier message: who sent it, under which identifier, when (aware)."""

    sender: str
    identifier: str
    sent: datetime

    def __str__(self) -> str:
        return f"{_bare(self.sender)},{_bare(self.identifier)},{_moment(self.sent)}"


@dataclass(frozen=True)
class Envelope:
    """Who sends it under which identifier; the messages that it changes; whether it is a drill.

    Raises ContentRefused (bare).
    """

    sender: str
    identifier: str
    references: tuple[Reference, ...] = ()
    drill: bool = False

    def __post_init__(self) -> None:
        _bare(self.sender)
        _bare(self.identifier)


@dataclass(frozen=True)
class Area:
    """Where: a name, and the code of a province or commune ("" for the whole country)."""

    name: str
    code: str = ""


def cap_alert(
    content: Content, envelope: Envelope, *, area: Area | None = None, english: str = ""
) -> bytes:
    """Return the message. `english` is a summary, "" for none; `area` is by default the content's
    place.

    An amendment, an update and a withdrawal need references. Raises ContentRefused (references).
    """
    kind, earlier = _MESSAGE[content.kind], envelope.references
    if kind != "Alert" and not earlier:
        raise ContentRefused("references", {"kind": kind})
    alert = Element("alert", {"xmlns": CAP})
    _say(alert, "identifier", envelope.identifier)
    _say(alert, "sender", envelope.sender)
    _say(alert, "sent", _moment(content.checked_at))
    _say(alert, "status", "Exercise" if envelope.drill else "Actual")
    _say(alert, "msgType", kind)
    _say(alert, "source", content.desk_name)
    _say(alert, "scope", "Public")
    _say(alert, "note", content.what_was_wrong)
    _say(alert, "references", " ".join(map(str, earlier)) if kind != "Alert" else "")
    where = area or Area(content.place_name)
    _info(alert, content, where, envelope.drill)
    if english.strip():
        _english(alert, content, where, _drill(one_line(english), "en", envelope.drill))
    document: bytes = tostring(alert, encoding="utf-8", xml_declaration=True)
    return document


def cap_feed(head: FeedHead, alerts: Iterable[tuple[Content, str]]) -> bytes:
    """Return an Atom feed of contents, each with the address of its CAP message, newest first."""
    newest = sorted(alerts, key=lambda alert: alert[0].checked_at, reverse=True)
    updated = newest[0][0].checked_at if newest else None
    return feed_of(head, updated, [_entry(content, address) for content, address in newest])


def _entry(content: Content, address: str) -> Element:
    entry = feed_entry(content)
    SubElement(entry, "link", {"rel": "alternate", "href": address, "type": MEDIA_TYPE})
    return entry


def _info(alert: Element, content: Content, area: Area, drill: bool) -> None:
    english = content.language == "en"
    info = _head(alert, content, "en-US" if english else f"{content.language}-VN", english)
    _say(info, "headline", _headline(content, drill))
    _say(info, "description", "\n".join(filter(None, _description(content))))
    _say(info, "instruction", "" if content.withdrawn else content.todo.strip())
    _end(info, content, area)


def _english(alert: Element, content: Content, area: Area, summary: str) -> None:
    info = _head(alert, content, "en-US", english=True)
    _say(info, "headline", _events(content, english=True))
    _say(info, "description", summary)
    _end(info, content, area)


def _head(alert: Element, content: Content, language: str, english: bool) -> Element:
    info = SubElement(alert, "info")
    _say(info, "language", language)
    _say(info, "category", "Other")
    _say(info, "event", _events(content, english))
    _say(info, "urgency", "Unknown")
    _say(info, "severity", "Unknown")
    refutes = content.verdict in _REFUTES and not content.withdrawn
    _say(info, "certainty", "Unlikely" if refutes else "Unknown")
    if content.valid_until:
        last = datetime.combine(content.valid_until, time(23, 59, 59), _VIETNAM)
        _say(info, "expires", _moment(last))
    _say(info, "senderName", content.desk_name)
    return info


def _events(content: Content, english: bool) -> str:
    refutes = content.verdict in _REFUTES and not content.withdrawn
    return _EVENTS["en" if english else "vi"][0 if refutes else 1]


def _headline(content: Content, drill: bool) -> str:
    text = one_line(content.claim if content.withdrawn else content.fact)
    title = phrase(f"title_{content.kind}", content.language, text=text)
    return _drill(title, content.language, drill)


def _drill(text: str, language: str, drill: bool) -> str:
    word = "DRILL" if language == "en" else "DIỄN TẬP"
    return f"{word}: {text}" if drill else text


def _description(content: Content) -> list[str]:
    """What was said with its verdict, then why; of a withdrawal only that and why."""
    what, language = one_line(content.what_was_wrong), content.language
    if content.withdrawn:
        desk = one_line(content.desk_name)
        return [phrase("withdrawn", language, desk=desk, what_was_wrong=what)]
    word = content.ruling.word(language).upper()
    claim = one_line(content.claim).rstrip(".")
    said = phrase("said", language, said=claim, verdict=word)
    amended = phrase("amended", language, what_was_wrong=what) if what else ""
    return [said, amended, content.why.strip()]


def _end(info: Element, content: Content, area: Area) -> None:
    _say(info, "web", content.url)
    verdict = "withdrawn" if content.withdrawn else content.verdict
    _pair(info, "parameter", "kiemtin-verdict", verdict)
    if not content.withdrawn:
        _pair(info, "parameter", "kiemtin-verdict-word", content.ruling.vi)
    _pair(info, "parameter", "kiemtin-version", str(content.version))
    place = SubElement(info, "area")
    _say(place, "areaDesc", xml_text(area.name).strip() or "Việt Nam")
    if area.code:
        _pair(place, "geocode", PLACE_CODE, area.code)


def _say(parent: Element, name: str, text: str) -> None:
    """One element; nothing for an empty text."""
    if text := xml_text(text):
        SubElement(parent, name).text = text


def _pair(parent: Element, name: str, key: str, value: str) -> None:
    pair = SubElement(parent, name)
    _say(pair, "valueName", key)
    _say(pair, "value", value)


def _moment(value: datetime) -> str:
    """Of Vietnam, since CAP allows no Z."""
    return value.astimezone(_VIETNAM).isoformat(timespec="seconds")


def _bare(text: str) -> str:
    if not _BARE.fullmatch(text):
        raise ContentRefused("bare", {"got": text[:40]})
    return text
