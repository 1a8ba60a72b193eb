"""Webhooks of the bot: believed when they carry our secret, read for one person's messages only.

Source of the wire format: docs.zaloplatforms.com/docs/BOT/webhook, 2026.
"""

from collections.abc import Mapping
from datetime import datetime

from kiemtin.channels.inbound import Event, Sent, WebhookRefused, same
from kiemtin.channels.payload import Json, inner, moment, name_of, read_object, require_size, word
from kiemtin.channels.zalo_bot.settings import Settings

MILLISECONDS = 1000

ATTACHMENTS = {"image": "picture", "sticker": "sticker", "voice": "audio"}
"""By what stands between `message.` and `.received`; `unsupported` is what Zalo keeps from bots."""


def verify(settings: Settings, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise WebhookRefused unless the header X-Bot-Api-Secret-Token is our secret.

    No time is signed: that a body comes twice is known by its message's id.
    """
    require_size(body)
    if not same(settings.webhook_secret, headers.get("x-bot-api-secret-token", "")):
        raise WebhookRefused("signature")


def events(settings: Settings, body: bytes, now: datetime) -> list[Event]:
    """Return the message of one person, nothing for groups and bots; raises WebhookRefused."""
    outer = read_object(body)
    event = inner(outer, "result") or outer
    message = inner(event, "message")
    chat, writer = inner(message, "chat"), inner(message, "from")
    name = word(event, "event_name", 80)
    if "message" not in event:
        return [Event("other", name_of("other", body.decode("latin-1")), now)]
    if word(chat, "chat_type", 20).upper() != "PRIVATE" or writer.get("is_bot") is True:
        return []
    what = name.removeprefix("message.").removesuffix(".received")
    text = word(message, "text") or word(message, "caption")
    mine = word(message, "message_id", 150)
    return [
        Event(
            "message",
            mine or name_of("message", body.decode("latin-1")),
            moment(word(message, "date"), now, MILLISECONDS),
            sender=word(chat, "id", 100),
            text=text,
            attachments=() if what == "text" else (ATTACHMENTS.get(what, "other"),),
            pictures=_pictures(message) if what == "image" else (),
        )
    ]


def _pictures(message: Json) -> tuple[Sent, ...]:
    """Its public address: `photo` in the documentation, `photo_url` as it comes (2026)."""
    address = word(message, "photo_url", 2048) or word(message, "photo", 2048)
    return (Sent(address),) if address else ()
