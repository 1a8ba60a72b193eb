"""Answer: only a published fact-check, valid at that place and today, entered in the ledger
once.
"""

import logging
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit, by_picture, outbox
from kiemtin.desk.models import Account, Delivery, Message, ReplyAddress, Rumour, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.sealing import unseal
from kiemtin.desk.words import MessageState, VersionKind
from kiemtin.text.places import gazetteer

log = logging.getLogger(__name__)


def valid_for(version: Version, place: str, day: date) -> bool:
    """True when the version holds at the place ("" = not said) on the day and is not withdrawn."""
    if version.kind == VersionKind.WITHDRAWAL:
        return False
    if version.valid_from and day < version.valid_from:
        return False
    if version.valid_until and day > version.valid_until:
        return False
    if not version.place or not place:
        return True
    return version.place == place or gazetteer().contains(version.place, place)


def answer_if_published(message: Message, rumour: Rumour, *, automatic: bool) -> Delivery | None:
    """Deliver the current version when it may be given to this message; else None. By itself
    never for what was read in a picture: there a person decides (principle 14).
    """
    if automatic and by_picture.is_left(message):
        return None
    fact_check = getattr(rumour, "fact_check", None)
    version = fact_check.current if fact_check else None
    if version is None or not valid_for(version, message.place, today()):
        return None
    return deliver_to(message, version, automatic=automatic)


def deliver_to(message: Message, version: Version, *, automatic: bool) -> Delivery:
    """Enter the version in the ledger for this asker, once. What the asker had refused stands
    again when a person of the desk, having read both, says that it is the answer.
    """
    delivery, created = Delivery.objects.get_or_create(
        version=version,
        message=message,
        defaults={
            "channel": message.channel,
            "automatic": automatic,
            "delivered_at": now(),
        },
    )
    if delivery.refused_at and not automatic:
        delivery.refused_at, delivery.seen_at = None, None
        delivery.save(update_fields=["refused_at", "seen_at"])
    if created:
        outbox.answers(version, [message])
        log.info("answer.delivered message=%s version=%s", message.pk, version.pk)
    return delivery


def deliver_to_all(messages: Iterable[Message], version: Version) -> None:
    """Enter the version in the ledger for each of these askers, once."""
    moment, told = now(), list(messages)
    rows = [
        Delivery(version=version, message=one, channel=one.channel, delivered_at=moment)
        for one in told
    ]
    Delivery.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    outbox.answers(version, told)
    log.info("answer.delivered version=%s askers=%s", version.pk, len(rows))


def seen(message: Message) -> None:
    """The asker opened the receipt page: what was delivered has been read, its address is
    erased. What was refused as another question is no answer.
    """
    answers = Delivery.objects.filter(message__in=message.claims(), refused_at=None)
    answers.filter(seen_at=None).update(seen_at=now())
    if answers.exists():
        _end_loan(message)


def told(message: Message) -> None:
    """The answer went out over the channel by which the asker wrote: the address is given back."""
    _end_loan(message.whole)


def called_back(actor: Account, message: Message) -> None:
    """The desk told the asker in person what is known: the loan of the address ends."""
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        Delivery.objects.filter(message__in=message.claims(), seen_at=None).update(seen_at=now())
        _end_loan(message)
        audit.note(actor, message.desk, Act.ASKER_CALLED, message)


def _end_loan(message: Message) -> None:
    """Erase the address, unless another claim of the message still waits for its answer."""
    if message.state != MessageState.DIVIDED or not waits(message):
        ReplyAddress.objects.filter(message=message).delete()


def waits(message: Message) -> bool:
    """True when a claim of the message has neither been answered nor been closed."""
    answers = Delivery.objects.filter(message=OuterRef("pk"), refused_at=None)
    open_ones = message.claims().filter(state__in=[MessageState.INBOX, MessageState.ATTACHED])
    return open_ones.exclude(Exists(answers)).exists()


def reply_address(actor: Account, message: Message) -> str:
    """The way to reach the asker, for the one call that the loan is for; "" when it is over. That
    it was looked at, and by whom, stands in the desk's own book.
    """
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        lent = ReplyAddress.objects.filter(message=message).first()
        if lent is None:
            return ""
        audit.note(actor, message.desk, Act.ADDRESS_READ, message)
        return unseal(bytes(lent.sealed))
