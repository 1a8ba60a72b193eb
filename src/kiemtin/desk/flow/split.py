"""Split: a person says that a message is not about its rumour, or that two rumours were not one;
both can be taken back, and hold for the next one who says the same.
"""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import answer, audit, drafts, index, match, parts, remembered, sightings
from kiemtin.desk.models import (
    Account,
    Draft,
    MatchRecord,
    Merge,
    Message,
    Remembered,
    Rumour,
)
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import Decision, MessageState, RumourState

log = logging.getLogger(__name__)
CLOSED = (RumourState.MERGED, RumourState.NOT_CHECKABLE)


def take_out(actor: Account, message: Message, rumour: Rumour) -> None:
    """Say that the message is not about the rumour: it waits in the inbox, and who says the same
    is never put there again. An answer that was read stays in the ledger as one that was wrong.

    Raises FlowError when the message is no longer in this rumour.
    """
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        parts.hold(message)
        if not rumour.sightings.filter(message=message).exists():
            raise refuse("not_there", _("Tin này không còn nằm trong tin đồn. Hãy tải lại trang."))
        record = match.record_person(message, None, Decision.MAYBE, actor)
        record.candidates = [one for one in record.candidates if one["id"] != rumour.pk]
        record.save(update_fields=["candidates"])
        remembered.apart(record, rumour)
        _unsay(message)
        sightings.detach(message)
        audit.note(actor, message.desk, Act.MESSAGE_TAKEN_OUT, message, rumour=rumour.pk)
    index.put_changed([rumour])
    log.info("message.taken_out id=%s rumour=%s by=%s", message.pk, rumour.pk, actor.pk)


def _unsay(message: Message) -> None:
    """Answers nobody has read are withdrawn; those that were read were not the answer."""
    message.deliveries.filter(seen_at=None).delete()
    message.deliveries.filter(refused_at=None).update(refused_at=now())


def put_back(actor: Account, message: Message, rumour: Rumour) -> None:
    """Undo `take_out`: the message, its judgement and what was answered are as before.

    Raises FlowError when something was decided of message or rumour since.
    """
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        parts.hold(message)
        sightings.hold(rumour)
        remembered.take_back_one(_taken_out(message, rumour))
        before = _judge_as_before(message, rumour)
        sightings.attach(message, rumour)
        _say_again(message, rumour, before)
        audit.note(actor, message.desk, Act.MESSAGE_PUT_BACK, message, rumour=rumour.pk)
    index.put_changed([rumour])
    log.info("message.put_back id=%s rumour=%s by=%s", message.pk, rumour.pk, actor.pk)


def _taken_out(message: Message, rumour: Rumour) -> MatchRecord:
    """The decision that took the message out of the rumour, when nothing came after it."""
    said = Remembered.objects.filter(rumour=rumour, together=False, undone_at=None)
    waits = message.state == MessageState.INBOX and rumour.state not in CLOSED
    taken = MatchRecord.objects.filter(message=message, superseded_at=None, remembered__in=said)
    record = taken.exclude(by=None).first() if waits else None
    if record is None:
        raise refuse("decided_since", _("Tin này đã được quyết định lại. Hãy mở tin để xem."))
    return record


def _judge_as_before(message: Message, rumour: Rumour) -> MatchRecord | None:
    """Put the judgement in force that stood when the message was taken out."""
    last = match.supersede(message)
    earlier = MatchRecord.objects.filter(message=message)
    before = earlier.exclude(pk=last.pk).order_by("-pk").first() if last else None
    if before is not None:
        before.pk, before.superseded_at, before.made_at = None, None, now()
        before.rumour = rumour if before.rumour else None
        before.save(force_insert=True)
    return before


def _say_again(message: Message, rumour: Rumour, before: MatchRecord | None) -> None:
    given = message.deliveries.filter(version__fact_check__rumour=rumour)
    given.exclude(seen_at=None).update(refused_at=None)
    by_machine = before is not None and before.by_id is None and before.decision == Decision.SAME
    answer.answer_if_published(message, rumour, automatic=by_machine)


def take_apart(actor: Account, merge: Merge) -> Rumour:
    """Undo a merge: the rumour stands again with the messages that had come from it and are still
    where they went; its draft goes on, unsigned.

    Raises FlowError when it was taken apart already.
    """
    rumour = merge.rumour
    require(actor, rumour.desk, *DESK_WORK)
    require(actor, merge.into.desk, *DESK_WORK)
    with transaction.atomic():
        messages = _held(merge)
        here = _hold_both(merge)
        rumour = merge.rumour
        rumour.state, rumour.merged_into = merge.state, None
        rumour.save(update_fields=["state", "merged_into"])
        for message in messages:
            if here.sightings.filter(message=message).exists():
                _unsay(message)
                sightings.attach(message, rumour)
        for draft in Draft.objects.filter(pk__in=merge.closed, rumour=rumour):
            drafts.go_on(draft)
        sightings.set_clock(rumour)
        remembered.take_back_merge(merge)
        merge.undone_at = now()
        merge.save(update_fields=["undone_at"])
        audit.note(actor, rumour.desk, Act.RUMOUR_TAKEN_APART, rumour, into=here.pk, merge=merge.pk)
    index.put(rumour)
    index.put_changed([here])
    log.info("rumour.taken_apart id=%s from=%s by=%s", rumour.pk, here.pk, actor.pk)
    return rumour


def _held(merge: Merge) -> list[Message]:
    """The messages that the merge had moved, kept as they are; those erased since are gone."""
    moved = Message.objects.select_for_update(no_key=True).filter(pk__in=merge.moved)
    return list(moved.exclude(state=MessageState.DIVIDED).order_by("pk"))


def _hold_both(merge: Merge) -> Rumour:
    """Hold what was merged and what stands for it now, always in one order; returns the latter."""
    merge.refresh_from_db()
    here = remembered.stands_for(merge.into)
    for one in sorted((merge.rumour, here), key=lambda one: one.pk):
        sightings.hold(one)
    rumour = merge.rumour
    merge.refresh_from_db(fields=["undone_at"])
    if merge.undone_at or rumour.merged_into_id != merge.into_id:
        raise _not_merged()
    return here


def _not_merged() -> FlowError:
    return refuse("not_merged", _("Hai tin đồn này không còn gộp với nhau. Hãy tải lại trang."))
