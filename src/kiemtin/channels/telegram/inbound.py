"""Webhooks of the bot: believed when they carry our secret, read for private chats only.

Groups, channels, businesses' chats and other bots are left out unread. Source of the wire format:
core.telegram.org/bots/api (Update, Message, ChatMemberUpdated).
"""

from collections.abc import Mapping
from datetime import datetime

from kiemtin.channels.inbound import Event, Sent, WebhookRefused, same
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
from kiemtin.channels.telegram.settings import Settings

ATTACHMENTS = {
    "photo": "picture",
    "animation": "video",
    "sticker": "sticker",
    "voice": "audio",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "document": "file",
}
"""By the field of a message; an animation is a film without sound, comes as a document too and is
told once."""

UNREAD = {
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
}
"""Not written to the bot by the person: no event at all."""


def verify(settings: Settings, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raise WebhookRefused unless the header X-Telegram-Bot-Api-Secret-Token is our secret.

    No time is signed: that a body comes twice is known by its update_id.
    """
    require_size(body)
    if not same(settings.webhook_secret, headers.get("x-telegram-bot-api-secret-token", "")):
        raise WebhookRefused("signature")


def events(settings: Settings, body: bytes, now: datetime) -> list[Event]:
    """Return what a person did in a private chat; raises WebhookRefused (body, too_big).

    A text that was changed after it was sent is not read again: the first stands.
    """
    update = read_object(body)
    mine = word(update, "update_id", 150) or name_of("update", body.decode("latin-1"))
    if UNREAD & update.keys():
        return []
    if "message" in update:
        return _said(inner(update, "message"), mine, now)
    if "my_chat_member" in update:
        return _membership(inner(update, "my_chat_member"), mine, now)
    chats = (inner(one, "chat") for one in update.values() if isinstance(one, dict))
    if any(chat and not _private(chat) for chat in chats):
        return []
    return [Event("other", mine, now)]


def _said(message: Json, mine: str, now: datetime) -> list[Event]:
    if not _private(inner(message, "chat")) or inner(message, "from").get("is_bot") is True:
        return []
    kinds = dict.fromkeys(kind for name, kind in ATTACHMENTS.items() if name in message)
    if "animation" in message:
        kinds.pop("file", None)
    text = word(message, "text") or word(message, "caption")
    if not text and not kinds:
        kinds = {"other": None}
    at = moment(word(message, "date"), now)
    chat = word(inner(message, "chat"), "id", 100)
    return [
        Event(
            "message",
            mine,
            at,
            sender=chat,
            text=text,
            attachments=tuple(kinds),
            pictures=_pictures(message),
            album=word(message, "media_group_id", 150),
        )
    ]


def _pictures(message: Json) -> tuple[Sent, ...]:
    """The largest of the sizes in which a photo comes, by its file_id (PhotoSize)."""
    sizes = [one for one in each(message, "photo") if word(one, "file_id", 250)]
    largest = max(sizes, key=_pixels, default=None)
    return (Sent(name=word(largest, "file_id", 250)),) if largest else ()


def _pixels(size: Json) -> int:
    sides = [word(size, name, 8) for name in ("width", "height")]
    wide, high = (int(one) if one.isascii() and one.isdecimal() else 0 for one in sides)
    return wide * high


def _membership(change: Json, mine: str, now: datetime) -> list[Event]:
    """Blocking the bot says `kicked`, starting it again `member` (ChatMemberUpdated)."""
    if not _private(inner(change, "chat")):
        return []
    status = word(inner(change, "new_chat_member"), "status", 40)
    at, who = moment(word(change, "date"), now), word(inner(change, "chat"), "id", 100)
    if status in {"kicked", "left"}:
        return [Event("unfollow", mine, at, sender=who)]
    return [Event("follow" if status == "member" else "other", mine, at, sender=who)]


def _private(chat: Json) -> bool:
    return chat.get("type") == "private"
