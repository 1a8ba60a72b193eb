"""Webhooks of the telephone: text messages that came, and what became of ours.

Source of the wire format: docs.sms-gate.app/features/webhooks (app 1.x, 2026).
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime

from kiemtin.channels.inbound import Event, Kind, WebhookRefused, require_fresh, same
from kiemtin.channels.payload import (
    Json,
    inner,
    moment,
    name_of,
    read_object,
    require_size,
    word,
)
from kiemtin.channels.shape import phone_number
from kiemtin.channels.sms_gate.settings import Settings

_NEVER = datetime.max.replace(tzinfo=UTC)
"""A signed time that cannot be read: it is not fresh."""

_OURS: dict[str, Kind] = {"sms:delivered": "received", "sms:failed": "failed"}
_CAME = {"sms:received": (), "mms:received": ("picture",), "sms:data-received": ("file",)}


def verify(settings: Settings, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise WebhookRefused unless X-Signature is the hexadecimal HMAC-SHA256 of the raw body and
    X-Timestamp, one after the other; the app signs anew at each try, so an old time is a replay."""
    require_size(body)
    at = headers.get("x-timestamp", "").strip()
    ours = hmac.new(settings.signing_key.encode(), body + at.encode(), hashlib.sha256).hexdigest()
    if not same(ours, headers.get("x-signature", "").strip().lower()):
        raise WebhookRefused("signature")
    require_fresh(moment(at, _NEVER), now)


def events(settings: Settings, body: bytes, now: datetime) -> list[Event]:
    """Return the message, or what became of one of ours; raises WebhookRefused (body, too_big).

    The envelope's id is made once for an event and kept at each try; a message's own id is made of
    its content and names nothing (docs, “not guaranteed to be unique”).
    """
    event = read_object(body)
    payload, name = inner(event, "payload"), word(event, "event", 80)
    mine = word(event, "id", 150) or name_of("event", body.decode("latin-1"))
    if name in _CAME:
        return [_came(payload, name, mine, now)]
    ours = word(payload, "messageId", 150)
    if name in _OURS and ours:
        at = _at(payload, "deliveredAt" if name == "sms:delivered" else "failedAt", now)
        why = "refused" if name == "sms:failed" else ""
        return [Event(_OURS[name], mine, at, ours=ours, why=why)]
    return [Event("other", mine, now)]


def _came(payload: Json, name: str, mine: str, now: datetime) -> Event:
    who = word(payload, "sender", 100) or word(payload, "phoneNumber", 100)
    return Event(
        "message",
        mine,
        _at(payload, "receivedAt", now),
        sender=phone_number(who),
        text=word(payload, "message") or word(payload, "subject"),
        attachments=_CAME[name],
    )


def _at(payload: Json, name: str, now: datetime) -> datetime:
    """The telephone's clock is not ours: what lies after now is now."""
    try:
        at = datetime.fromisoformat(word(payload, name, 40))
    except ValueError:
        return now
    return min(at.astimezone(UTC), now) if at.utcoffset() is not None and at.year > 1970 else now
