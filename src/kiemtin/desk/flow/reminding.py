"""Reminding: who has not said that a bulletin came is asked once more on each channel, and never a
second time; the desk enters what it hears by telephone.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk import jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, hours, reaching
from kiemtin.desk.models import Account, Acknowledgement, Broadcast, Communicator, Sending
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words_reach import Done, Language, Priority, SendingKind, SendingState

log = logging.getLogger(__name__)
WAIT = {Priority.URGENT: timedelta(minutes=10), Priority.FIRST: timedelta(hours=2)}
"""From the sending to the reminder; a normal one is reminded the next morning. Shorter than the
time after which the ledger calls a commune late, so that the reminder can still help.
"""
GIVEN_UP = timedelta(days=3)
"""What has not been sent or said by then is for the telephone."""
GONE_OUT = (SendingState.SENT, SendingState.UNCERTAIN)
ON_THE_WAY = (SendingState.QUEUED, SendingState.SENDING)


def due(priority: str, sent: datetime) -> datetime:
    """When a reminder of what was sent at `sent` is due, quiet hours aside."""
    if priority in WAIT:
        return sent + WAIT[Priority(priority)]
    morning = hours.DEFAULT.quiet_until
    day = (sent.astimezone(hours.VIETNAM) + hours.DAY).date()
    return datetime.combine(day, morning, tzinfo=hours.VIETNAM)


def plan(broadcast: Broadcast, moment: datetime) -> None:
    """Have the worker look after it when the first reminder can be due; in the caller's
    transaction.
    """
    rows = broadcast.sendings.filter(kind=SendingKind.BROADCAST, state=SendingState.QUEUED)
    first = rows.order_by("run_at").values_list("run_at", flat=True).first()
    _look_again(broadcast, due(broadcast.priority, max(first or moment, moment)))


def _look_again(broadcast: Broadcast, at: datetime) -> None:
    key = f"remind:{broadcast.pk}:{int(at.timestamp())}"
    jobs.enqueue("remind", key, run_at=at, broadcast=broadcast.pk)


def remind_late(broadcast: int) -> None:
    """Remind those for whom it is time, and look again when the next ones are due."""
    found = Broadcast.objects.get(pk=broadcast)
    later = remind(found, now())
    if later is not None:
        _look_again(found, later)


def remind(broadcast: Broadcast, moment: datetime) -> datetime | None:
    """Queue a reminder on each channel by which it went out long enough ago to someone who has not
    said anything. When to look again; None when nobody is left, and for what was stopped, has been
    followed by something newer, or is too old.
    """
    if broadcast.stopped_at or reaching.superseded(broadcast):
        return None
    rows = _unanswered(broadcast).filter(run_at__gt=moment - GIVEN_UP)
    waiting = rows.filter(state__in=[*GONE_OUT, *ON_THE_WAY])
    late, later = [], []
    for one in waiting.select_related("communicator"):
        at = due(broadcast.priority, one.sent_at or max(one.run_at, moment))
        if one.state in GONE_OUT and at <= moment:
            late.append(one)
        else:
            later.append(max(at, moment + timedelta(minutes=1)))
    _remind(broadcast, late, moment)
    return min(later, default=None)


def _unanswered(broadcast: Broadcast) -> QuerySet[Sending]:
    """The sendings of communicators who have said nothing and have not been reminded there."""
    said = broadcast.acknowledgements.values("communicator")
    rows = Sending.objects.filter(broadcast=broadcast, communicator__ended_at=None)
    reminded = rows.filter(kind=SendingKind.REMINDER).values_list("communicator", "channel")
    done = set(reminded)
    rows = rows.filter(kind=SendingKind.BROADCAST).exclude(communicator__in=said)
    keys = [
        key
        for key, *pair in rows.values_list("pk", "communicator", "channel")
        if tuple(pair) not in done
    ]
    return rows.filter(pk__in=keys)


def _remind(broadcast: Broadcast, late: Iterable[Sending], moment: datetime) -> int:
    pairs = [(one.communicator, one.channel) for one in late if one.communicator]
    if pairs:
        reaching.queue(broadcast, pairs, moment, SendingKind.REMINDER)
        Broadcast.objects.filter(pk=broadcast.pk).update(reminded_at=moment)
        log.info("broadcast.reminded id=%s sendings=%s", broadcast.pk, len(pairs))
    return len(pairs)


def remind_now(actor: Account, broadcast: Broadcast) -> int:
    """Remind everybody who got it and has said nothing, without waiting longer; how many sendings.

    0 when everybody has been reminded: the rest is for the telephone.
    """
    desk = reaching.desk_of(broadcast)
    require(actor, desk, *DESK_WORK)
    with transaction.atomic():
        broadcast = Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
        if broadcast.stopped_at or reaching.superseded(broadcast):
            raise refuse("stopped", _("Việc chuyển này đã dừng rồi."))
        rows = _unanswered(broadcast).filter(state__in=GONE_OUT).select_related("communicator")
        number = _remind(broadcast, rows, now())
        audit.note(actor, desk, Act.BROADCAST_REMINDED, broadcast, sendings=number)
    return number


def note_by_phone(
    actor: Account,
    broadcast: Broadcast,
    communicator: Communicator,
    done: Done,
    language: Language | str = "",
) -> Acknowledgement:
    """Enter what a communicator said on the telephone; said twice it stands once, as first said.

    Raises FlowError for a communicator whom the broadcast is not for.
    """
    desk = reaching.desk_of(broadcast)
    require(actor, desk, *DESK_WORK)
    if not _is_for(broadcast, communicator):
        raise refuse("not_theirs", _("Bản tin này không chuyển cho người đó."))
    moment = now()
    said = {"language": language, "item": uuid4(), "happened_at": moment, "told_at": moment}
    with transaction.atomic():
        row, new = Acknowledgement.objects.get_or_create(
            communicator=communicator, broadcast=broadcast, done=done, defaults=said
        )
        if new:
            audit.note(
                actor,
                desk,
                Act.BROADCAST_NOTED,
                broadcast,
                communicator=communicator.pk,
                done=str(done),
            )
    return row


def _is_for(broadcast: Broadcast, communicator: Communicator) -> bool:
    sent = broadcast.sendings.filter(communicator=communicator)
    return sent.exists() or reaching.reached(broadcast).filter(pk=communicator.pk).exists()
