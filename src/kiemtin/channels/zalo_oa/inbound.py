"""Webhooks of the Official Account: believed when signed, read for one person's messages only.

What happens in groups of the account is left out unread; so is what the account itself sends.
Source of the wire format: docs.zaloplatforms.com/docs/OA, pages on webhooks (2026).
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from kiemtin.channels.inbound import (
    MOST_PICTURES,
    Event,
    Kind,
    Sent,
    WebhookRefused,
    require_fresh,
    same,
)
from kiemtin.channels.payload import (
    Json,
    each,
    inner,
    moment,
    name_of,
    read_object,
    require_size,
    word,
)
from kiemtin.channels.zalo_oa.settings import Settings

MILLISECONDS = 1000
_NEVER = datetime.max.replace(tzinfo=UTC)
"""A signed time that cannot be read: it is not fresh."""

ATTACHMENTS = {
    "image": "picture",
    "gif": "picture",
    "link": "link",
    "audio": "audio",
    "video": "video",
    "location": "location",
    "file": "file",
    "sticker": "sticker",
    "business_card": "contact",
}
"""By what stands after user_send_ or anonymous_send_."""

_PICTURES = {"image", "gif"}
_MOST = 20
"""Attachments that are looked at."""

_WORDLESS = {"location", "business_card", "sticker"}
"""Their text is a place or another person's card: never kept."""


def verify(settings: Settings, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise WebhookRefused unless X-ZEvent-Signature is `mac=` and the hexadecimal SHA-256 of
    app id + raw body + timestamp + OA secret key, all one after the other: it is no HMAC."""
    require_size(body)
    at = headers.get(settings.timestamp_header, "") if settings.timestamp_header else ""
    at = at or word(read_object(body), "timestamp")
    signed = settings.app_id.encode() + body + at.encode() + settings.secret_key.encode()
    theirs = headers.get("x-zevent-signature", "").strip().lower().removeprefix("mac=")
    if not same(hashlib.sha256(signed).hexdigest(), theirs):
        raise WebhookRefused("signature")
    require_fresh(moment(at, _NEVER, MILLISECONDS), now)


def events(settings: Settings, body: bytes, now: datetime) -> list[Event]:
    """Return what happened; raises WebhookRefused (body, too_big)."""
    event = read_object(body)
    name = word(event, "event_name", 80)
    if "group" in name or name.startswith("oa_"):
        return []
    at = moment(word(event, "timestamp"), now, MILLISECONDS)
    if name in {"follow", "unfollow"}:
        return [_followed(event, "follow" if name == "follow" else "unfollow", at)]
    if name in {"user_received_message", "user_seen_message"}:
        return _arrived(event, "received" if "received" in name else "seen", at)
    who, _, what = name.partition("_send_")
    if who in {"user", "anonymous"} and what:
        return [_said(event, what, at, anonymous=who == "anonymous")]
    return [Event("other", name_of("other", body.decode("latin-1")), at)]


def _followed(event: Json, kind: Kind, at: datetime) -> Event:
    who = word(inner(event, "follower"), "id", 100)
    return Event(kind, name_of(kind, who, word(event, "timestamp")), at, sender=who)


def _arrived(event: Json, kind: Kind, at: datetime) -> list[Event]:
    """One event a message: `seen` names several at once. Who it was is of no use and left out."""
    message = inner(event, "message")
    seen = message.get("msg_ids")
    ids = [word({"id": one}, "id", 150) for one in seen] if isinstance(seen, list) else []
    return [
        Event(kind, f"{kind}:{one}", at, ours=one)
        for one in dict.fromkeys([*ids, word(message, "msg_id", 150)])
        if one
    ]


def _said(event: Json, what: str, at: datetime, *, anonymous: bool) -> Event:
    """A message. Who wrote without an account of Zalo's cannot be answered later: no sender."""
    message = inner(event, "message")
    mine = word(message, "msg_id", 150)
    who = word(inner(event, "sender"), "id", 100)
    pictures = _pictures(message) if what in _PICTURES else []
    kinds = (ATTACHMENTS.get(what, "other"),) * max(1, len(pictures))
    return Event(
        "message",
        mine or name_of(what, who, word(event, "timestamp"), word(message, "text")),
        at,
        sender="" if anonymous else who,
        text="" if what in _WORDLESS else _text(message, what),
        attachments=() if what == "text" else kinds,
        pictures=tuple(pictures[:MOST_PICTURES]),
    )


def _pictures(message: Json) -> list[Sent]:
    """Their public addresses: `attachments[].payload.url` of user_send_image and user_send_gif."""
    payloads = [inner(one, "payload") for one in each(message, "attachments")][:_MOST]
    return [Sent(url) for one in payloads if (url := word(one, "url", 2048))]


def _text(message: Json, what: str) -> str:
    """The words, and for a link what it leads to: that is what is asked about."""
    lines = [word(message, "text")]
    if what == "link":
        payloads = [inner(one, "payload") for one in each(message, "attachments")]
        lines += [word(one, name) for one in payloads for name in ("title", "description", "url")]
    more = [line for line in lines[1:] if line and line not in lines[0]]
    return "\n".join(dict.fromkeys([line for line in lines[:1] if line] + more))
