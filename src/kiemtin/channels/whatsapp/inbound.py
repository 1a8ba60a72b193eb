"""What Meta tells of the desk's WhatsApp number (Cloud API webhooks, field `messages`).

Messages of groups are no events, nor is what the desk itself wrote in the app. A person who hides
the number behind a username has an id for this desk only (business-scoped user ID, 2026).
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from kiemtin.channels.inbound import Event, Kind, Sent
from kiemtin.channels.meta import answer_challenge, failure, require_signature
from kiemtin.channels.payload import Json, each, inner, moment, name_of, read_object, word
from kiemtin.channels.whatsapp.codes import CODES
from kiemtin.channels.whatsapp.settings import Settings

_KINDS = {"image": "picture", "sticker": "sticker", "audio": "audio", "video": "video"}
_KINDS |= {"document": "file", "location": "place", "contacts": "contact"}
_STATUS: dict[str, Kind] = {"delivered": "received", "read": "seen", "failed": "failed"}
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
    if said.get("object") != "whatsapp_business_account":
        return []
    return [
        event
        for entry in each(said, "entry")
        for change in each(entry, "changes")
        if change.get("field") == "messages"
        for event in _read(settings, inner(change, "value"), now)
    ]


def _read(settings: Settings, value: Json, now: datetime) -> Iterator[Event]:
    if word(inner(value, "metadata"), "phone_number_id") != settings.number_id:
        return
    known = [word(one, "user_id", _MAX_ID) for one in each(value, "contacts")]
    for message in each(value, "messages"):
        sender = word(message, "from", _MAX_ID) or word(message, "from_user_id", _MAX_ID)
        sender = sender or (known[0] if len(known) == 1 else "")
        if sender and not message.get("group_id"):
            yield _message(message, sender, now)
    for status in each(value, "statuses"):
        if status.get("recipient_type") != "group" and word(status, "id"):
            yield _status(status, now)


def _message(message: Json, sender: str, now: datetime) -> Event:
    type_ = word(message, "type", 40)
    text = _text(message, type_)
    kinds = (_KINDS[type_],) if type_ in _KINDS else ()
    at = moment(word(message, "timestamp"), now)
    name = word(message, "id", _MAX_ID) or name_of(sender, word(message, "timestamp"), text)
    kind: Kind = "message" if text or kinds else "other"
    pictures = _pictures(message) if type_ == "image" else ()
    return Event(kind, name, at, sender, text, attachments=kinds, pictures=pictures)


def _pictures(message: Json) -> tuple[Sent, ...]:
    """Its id; the address that may stand beside it is short-lived and asked for later."""
    name = word(inner(message, "image"), "id", 100)
    return (Sent(name=name),) if name else ()


def _text(message: Json, type_: str) -> str:
    held = inner(message, type_)
    if type_ == "interactive":
        held = inner(held, word(held, "type"))
    # A reaction is an emoji about another message, an order or a system note is no question.
    wanted = {"text": "body", "interactive": "title", "button": "text"}.get(type_, "caption")
    return word(held, wanted)


def _status(status: Json, now: datetime) -> Event:
    ours, said = word(status, "id", _MAX_ID), word(status, "status", 40)
    kind = _STATUS.get(said, "other")
    why = next((failure(one, CODES).code for one in each(status, "errors")), "refused")
    return Event(
        kind,
        name_of(said, ours),
        moment(word(status, "timestamp"), now),
        word(status, "recipient_id", _MAX_ID) or word(status, "recipient_user_id", _MAX_ID),
        ours=ours,
        why=why if kind == "failed" else "",
    )
