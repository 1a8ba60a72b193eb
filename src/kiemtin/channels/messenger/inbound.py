"""What Meta tells of the page's inbox (Messenger Platform webhooks, object `page`).

Only messages that a person wrote to the page are read. Posts and comments on the page, echoes of
the page's own messages, and conversations handed to another app are no events.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from kiemtin.channels.inbound import MOST_PICTURES, Event, Kind, Sent
from kiemtin.channels.messenger.settings import Settings
from kiemtin.channels.meta import answer_challenge, require_signature
from kiemtin.channels.payload import Json, each, inner, moment, name_of, read_object, word

_KINDS = {"image": "picture", "audio": "audio", "video": "video", "file": "file"}
_KINDS |= {
    "sticker": "sticker",
    "location": "place",
    "fallback": "link",
    "template": "link",
    "reel": "video",
}
_MAX_ID = 180


def handshake(settings: Settings, query: Mapping[str, str]) -> str:
    """Return what Meta wants to read back when the webhook is set up; raises WebhookRefused."""
    return answer_challenge(settings.verify_token, query)


def verify(settings: Settings, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise WebhookRefused (too_big, signature) unless Meta signed exactly this body.

    No time is signed: a body that comes again brings the same ids and changes nothing.
    """
    require_signature(settings.app_secret, headers, body)


def events(settings: Settings, body: bytes, now: datetime) -> list[Event]:
    """Return what happened, in the body's order; raises WebhookRefused (too_big, body)."""
    said = read_object(body)
    if said.get("object") != "page":
        return []
    return [
        event
        for entry in each(said, "entry")
        if word(entry, "id") == settings.page_id
        for item in each(entry, "messaging")
        for event in _read(settings, item, now)
    ]


def _read(settings: Settings, item: Json, now: datetime) -> Iterator[Event]:
    sender = word(inner(item, "sender"), "id", _MAX_ID)
    if not sender or sender == settings.page_id:
        return
    if word(inner(item, "recipient"), "id") != settings.page_id:
        return
    at = moment(word(item, "timestamp"), now, 1000)
    if "message" in item:
        yield from _message(inner(item, "message"), sender, at)
    elif "delivery" in item:
        yield from _received(inner(item, "delivery"), sender, at)
    elif "read" in item:
        name = name_of("seen", sender, word(inner(item, "read"), "watermark"))
        yield Event("seen", name, at, sender)
    else:
        kind = ",".join(sorted(item.keys() - {"sender", "recipient", "timestamp"}))
        yield Event("other", name_of(kind, sender, word(item, "timestamp")), at, sender)


def _message(message: Json, sender: str, at: datetime) -> Iterator[Event]:
    if message.get("is_echo"):
        return
    text = word(message, "text")
    held = list(each(message, "attachments"))
    kinds = tuple(_kind(one) for one in held)
    gone = message.get("is_deleted") or not (text or kinds)
    name = word(message, "mid", _MAX_ID) or name_of(sender, at.isoformat(), text, *kinds)
    pictures = tuple(_pictures(held))[:MOST_PICTURES]
    kind: Kind = "other" if gone else "message"
    yield Event(kind, name, at, sender, text, attachments=kinds, pictures=pictures)


def _pictures(attachments: list[Json]) -> Iterator[Sent]:
    """Their addresses, which need no token (Messenger Platform, webhook reference, messages)."""
    for one in attachments:
        address = word(inner(one, "payload"), "url", 2048)
        if _kind(one) == "picture" and address:
            yield Sent(address)


def _kind(attachment: Json) -> str:
    if "sticker_id" in inner(attachment, "payload"):
        return "sticker"
    return _KINDS.get(word(attachment, "type"), "other")


def _received(delivery: Json, sender: str, at: datetime) -> Iterator[Event]:
    mids = delivery.get("mids")
    for mid in mids if isinstance(mids, list) else ():
        if isinstance(mid, str) and mid:
            name = name_of("received", mid)
            yield Event("received", name, at, sender, ours=word({"mid": mid}, "mid", _MAX_ID))
