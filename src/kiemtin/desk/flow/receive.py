"""Receive: any channel's item → one Message, redacted before it is stored, with a receipt code.

Stored once however often the channel resends (channel + external id); nothing of a sender is kept.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from kiemtin.channels.shape import Inbound
from kiemtin.desk import files, jobs, receipts, sealing, seen_in
from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit, by_picture, reading
from kiemtin.desk.marked import marked
from kiemtin.desk.models import Account, Desk, Message, Picture, ReplyAddress
from kiemtin.desk.moment import now
from kiemtin.media import picture
from kiemtin.text.canonical import canonical, check_text
from kiemtin.text.language import detect_language
from kiemtin.text.places import gazetteer
from kiemtin.text.redact import Redaction, redact

log = logging.getLogger(__name__)
MATCH_LATER = timedelta(minutes=1)


@dataclass(frozen=True)
class Taken:
    """A picture that was taken in: made anew, with what it had said of itself before. `words`: what
    is written in it, where that was read already.
    """

    picture: picture.Picture
    told: seen_in.Seen
    words: str | None = None


@dataclass(frozen=True)
class Beside:
    """Pictures that were taken in before their item; `ask`: what is asked stands in them, not in
    the text, so that only a person decides.
    """

    taken: tuple[Taken, ...] = ()
    ask: bool = False


NOTHING = Beside()


@dataclass(frozen=True)
class Received:
    """The stored message, the code for its asker, and whether it is new."""

    message: Message
    receipt: str
    created: bool


def receive(
    inbound: Inbound,
    desk: Desk,
    *,
    entered_by: Account | None = None,
    keep: Collection[str] = (),
    beside: Beside = NOTHING,
) -> Received:
    """Store one item of a channel and return its receipt; a repeated item returns the first's.

    `keep`: values an editor marked as the claim's own subject at entry. Raises TextRefused,
    UnknownPlace or PictureRefused before anything is stored.
    """
    receipt = receipts.code(inbound.channel, inbound.external_id)
    earlier = Message.objects.filter(receipt=receipts.lookup(receipt)).first()
    if earlier is not None:
        return Received(earlier, receipt, created=False)
    message = _redacted(inbound, desk, keep)
    message.receipt, message.entered_by = receipts.lookup(receipt), entered_by
    pictures = Beside((*beside.taken, *map(take, inbound.pictures)), beside.ask)
    sealed = sealing.seal(inbound.reply_to) if inbound.reply_to else b""
    stored, created = _store(message, pictures, sealed)
    log.info("message.received id=%s channel=%s created=%s", stored.pk, stored.channel, created)
    return Received(stored, receipt, created=created)


def take(data: bytes) -> Taken:
    """Take a picture in that a stranger sent; raises PictureRefused."""
    return Taken(picture.clean(data), seen_in.before_removal(data))


def redacted(text: str, keep: Collection[str] = ()) -> Redaction:
    """The text as it may be stored; raises TextRefused when it is empty or too long."""
    return redact(canonical(check_text(text)), keep={*keep, *marked()})


def _redacted(inbound: Inbound, desk: Desk, keep: Collection[str]) -> Message:
    if inbound.place:
        gazetteer().get(inbound.place)
    clean = redacted(inbound.text, keep)
    return Message(
        desk=desk,
        channel=inbound.channel,
        external_id=receipts.item(inbound.channel, inbound.external_id),
        text=clean.text,
        removed_kinds=sorted({str(part.kind) for part in clean.removed}),
        language=detect_language(clean.text).code,
        place=inbound.place or "",
        heard_via=inbound.heard_via,
        heard_on=inbound.heard_on,
        received_at=inbound.received_at,
        wants_answer=inbound.wants_answer,
    )


def _store(message: Message, pictures: Beside, sealed: bytes) -> tuple[Message, bool]:
    try:
        with files.all_or_none() as kept, transaction.atomic():
            message.save(force_insert=True)
            for one in pictures.taken:
                stored = _keep(message, one.picture)
                kept.append(stored.file)
                reading.ask(picture=stored, told=one.told, words=one.words)
            if sealed:
                _lend(message, sealed)
            if pictures.ask:
                by_picture.leave_to_a_person(message)
            else:
                jobs.enqueue("match", f"match:{message.pk}", delay=MATCH_LATER, message=message.pk)
            if message.entered_by is not None:
                audit.note(message.entered_by, message.desk, Act.MESSAGE_ENTERED, message)
            return message, True
    except IntegrityError:
        earlier = Message.objects.filter(receipt=message.receipt).first()
        if earlier is None:  # something else than the same item forbade it
            raise
        return earlier, False


def _keep(message: Message, one: picture.Picture) -> Picture:
    return Picture.objects.create(
        message=message,
        file=ContentFile(one.data, name=f"{one.sha256[:32]}.{one.content_type[6:]}"),
        content_type=one.content_type,
        sha256=one.sha256,
        width=one.width,
        height=one.height,
    )


def _lend(message: Message, sealed: bytes) -> None:
    ReplyAddress.objects.create(
        message=message,
        channel=message.channel,
        sealed=sealed,
        expires_at=now() + timedelta(days=settings.REPLY_DAYS),
    )
