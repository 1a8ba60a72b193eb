"""Triage: a person decides what a message is, how harmful, how urgent, who takes it; all can be
undone.
"""

import logging
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import answer, audit, index, match, parts, remembered, sightings
from kiemtin.desk.models import Account, Desk, Merge, Message, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import (
    Claimant,
    Decision,
    MessageState,
    NotCheckable,
    RumourState,
    Subject,
)
from kiemtin.text.places import gazetteer

log = logging.getLogger(__name__)
CLOSED = (RumourState.MERGED, RumourState.NOT_CHECKABLE)


@dataclass(frozen=True)
class Assessment:
    """What a person finds of a rumour: one checkable sentence, harm 0-3, danger to life, where, and
    what kind of actor says it, which changes neither harm nor clock.
    """

    claim: str
    subject: Subject
    harm: int
    life_safety: bool = False
    place: str = ""
    claimant: Claimant = Claimant.UNKNOWN


def attach(actor: Account, message: Message, rumour: Rumour) -> None:
    """Say that the message repeats this rumour; a published answer goes out at once."""
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        parts.hold(message)
        sightings.hold(rumour)
        if rumour.state in CLOSED:
            raise refuse(
                "rumour_closed", _("Tin đồn này đã đóng. Hãy chọn tin đồn khác hoặc mở tin mới.")
            )
        left = _rumours_of(message)
        record = match.record_person(message, rumour, Decision.SAME, actor)
        sightings.attach(message, rumour)
        remembered.together(record, rumour, left)
        answer.answer_if_published(message, rumour, automatic=False)
        audit.note(actor, message.desk, Act.MESSAGE_ATTACHED, message, rumour=rumour.pk)
    index.put_changed([*left, rumour])
    log.info("message.attached id=%s rumour=%s by=%s", message.pk, rumour.pk, actor.pk)


def open_rumour(actor: Account, message: Message) -> Rumour:
    """Say that nothing known is repeated: a rumour of its own."""
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        parts.hold(message)
        left = _rumours_of(message) + _suggested(message)
        record = match.record_person(message, None, Decision.NEW, actor)
        rumour = sightings.open_rumour(message)
        remembered.together(record, rumour, left)
        audit.note(actor, message.desk, Act.RUMOUR_OPENED, rumour, message=message.pk)
    index.put(rumour)
    log.info("rumour.opened id=%s by=%s", rumour.pk, actor.pk)
    return rumour


def notice(actor: Account, desk: Desk, claim: str, place: str = "") -> Rumour:
    """Open a rumour that the desk itself came upon, in a source it chose; it has no sighting
    yet. Raises FlowError for an empty claim, UnknownPlace.
    """
    require(actor, desk, *DESK_WORK)
    _check_claim(claim, place)
    with transaction.atomic():
        rumour = Rumour.objects.create(
            desk=desk,
            claim=claim,
            place=place,
            opened_at=now(),
            holder=actor,
            state=RumourState.CHECKING,  # a person opened it: it stays when it is laid back
        )
        sightings.set_clock(rumour)
        audit.note(actor, desk, Act.RUMOUR_OPENED, rumour)
    index.put(rumour)
    log.info("rumour.noticed id=%s by=%s", rumour.pk, actor.pk)
    return rumour


def set_aside(actor: Account, message: Message) -> None:
    """Say that there is nothing to check in it: a greeting, thanks, a test."""
    _close(actor, message, MessageState.SET_ASIDE, "")


def not_checkable(actor: Account, message: Message, why: NotCheckable) -> None:
    """Take a message that states no checkable fact off the desk; the receipt page says why."""
    _close(actor, message, MessageState.NOT_CHECKABLE, why)


def _close(actor: Account, message: Message, state: MessageState, why: str) -> None:
    require(actor, message.desk, *DESK_WORK)
    with transaction.atomic():
        parts.hold(message)
        left = _rumours_of(message)
        remembered.take_back(message)
        sightings.detach(message)
        message.state, message.not_checkable = state, why
        message.save(update_fields=["state", "not_checkable"])
        audit.note(actor, message.desk, Act.MESSAGE_CLOSED, message, state=state, why=why)
    index.put_changed(left)
    log.info("message.closed id=%s state=%s by=%s", message.pk, state, actor.pk)


def undo(actor: Account, message: Message) -> None:
    """Put a message back in the inbox as it was before it was decided."""
    require(actor, message.desk, *DESK_WORK)
    if message.deliveries.filter(seen_at__isnull=False).exists():
        raise refuse("already_read", _("Người hỏi đã đọc câu trả lời; không hoàn tác được nữa."))
    with transaction.atomic():
        parts.hold(message)
        message.deliveries.all().delete()
        match.suggest_again(message)
        remembered.take_back(message)
        left = _rumours_of(message)
        sightings.detach(message)
        audit.note(actor, message.desk, Act.MESSAGE_REOPENED, message)
    index.put_changed(left)
    log.info("message.reopened id=%s by=%s", message.pk, actor.pk)


def _rumours_of(message: Message) -> list[Rumour]:
    return list(Rumour.objects.filter(sightings__message=message))


def _suggested(message: Message) -> list[Rumour]:
    return list(Rumour.objects.filter(matches__message=message, matches__superseded_at=None))


def assess(actor: Account, rumour: Rumour, found: Assessment, *, based_on: int) -> Rumour:
    """Set claim, subject, harm and place of a rumour; it counts as checkable from here on, and
    those who asked count again when it had been found not checkable.

    `based_on` is the revision the person saw; raises FlowError when somebody was faster.
    """
    require(actor, rumour.desk, *DESK_WORK)
    _check(found)
    with transaction.atomic():
        sightings.hold(rumour)
        rumour = _save(rumour, based_on, _changes(rumour, found))
        asked = Message.objects.filter(sighting__rumour=rumour)
        asked.update(state=MessageState.ATTACHED, not_checkable="")
        sightings.set_clock(rumour)
        audit.note(
            actor, rumour.desk, Act.RUMOUR_ASSESSED, rumour, harm=found.harm, revision=based_on + 1
        )
    index.put(rumour)
    log.info("rumour.assessed id=%s level=%s by=%s", rumour.pk, rumour.level, actor.pk)
    return rumour


def _changes(rumour: Rumour, found: Assessment) -> dict[str, object]:
    published = rumour.state == RumourState.PUBLISHED
    return {
        "claim": found.claim.strip(),
        "subject": found.subject,
        "harm": found.harm,
        "life_safety": found.life_safety,
        "place": found.place,
        "claimant": found.claimant,
        "checkable": True,
        "not_checkable": "",
        "state": rumour.state if published else RumourState.CHECKING,
    }


def _check(found: Assessment) -> None:
    _check_claim(found.claim, found.place)
    if not 0 <= found.harm <= 3:
        raise refuse("harm_range", _("Mức hại từ 0 đến 3; nhận được %(got)s."), got=found.harm)


def _check_claim(claim: str, place: str) -> None:
    if not claim.strip():
        raise refuse("no_claim", _("Hãy viết tin đồn thành một câu kiểm chứng được."))
    if place:
        gazetteer().get(place)


def _save(rumour: Rumour, based_on: int, changes: dict[str, object]) -> Rumour:
    if rumour.state == RumourState.MERGED:
        raise _closed()
    mine = Rumour.objects.filter(pk=rumour.pk, revision=based_on)
    if not mine.update(revision=based_on + 1, **changes):
        raise refuse(
            "stale_rumour",
            _("Người khác vừa sửa tin đồn này. Tải lại để xem bản mới rồi sửa tiếp."),
        )
    rumour.refresh_from_db()
    return rumour


def rumour_not_checkable(actor: Account, rumour: Rumour, why: NotCheckable) -> None:
    """No verdict, no priority, no page: the rumour leaves the board and its askers are told why."""
    require(actor, rumour.desk, *DESK_WORK)
    with transaction.atomic():
        sightings.hold(rumour)
        if hasattr(rumour, "fact_check"):
            raise refuse("published", _("Tin này đã công bố; hãy đính chính hoặc rút lại."))
        if rumour.state == RumourState.MERGED:
            raise _closed()
        rumour.drafts.filter(is_open=True).update(is_open=False)
        Rumour.objects.filter(pk=rumour.pk).update(
            state=RumourState.NOT_CHECKABLE,
            checkable=False,
            not_checkable=why,
            harm=None,
            life_safety=False,
            due_at=None,
            holding_due_at=None,
            holder=None,
        )
        Message.objects.filter(sighting__rumour=rumour).update(
            state=MessageState.NOT_CHECKABLE, not_checkable=why
        )
        rumour.refresh_from_db()
        audit.note(actor, rumour.desk, Act.RUMOUR_NOT_CHECKABLE, rumour, why=why)
    index.put(rumour)
    log.info("rumour.not_checkable id=%s by=%s", rumour.pk, actor.pk)


def take(actor: Account, rumour: Rumour, holder: Account | None) -> None:
    """Say who has the rumour; None lays it back."""
    require(actor, rumour.desk, *DESK_WORK)
    if holder is not None:
        require(holder, rumour.desk, *DESK_WORK)
    open_ones = Rumour.objects.filter(pk=rumour.pk).exclude(state__in=CLOSED)
    with transaction.atomic():
        if not open_ones.update(holder=holder):
            raise _closed()
        act = Act.RUMOUR_TAKEN if holder else Act.RUMOUR_LAID_BACK
        audit.note(actor, rumour.desk, act, rumour, holder=holder.pk if holder else None)


def _closed() -> FlowError:
    return refuse("rumour_closed", _("Tin đồn này đã đóng; không sửa được nữa."))


def merge(actor: Account, rumour: Rumour, into: Rumour) -> Merge:
    """Say that two rumours are one: the sightings move, the emptied one points at the other.
    `split.take_apart` undoes it.
    """
    require(actor, rumour.desk, *DESK_WORK)
    require(actor, into.desk, *DESK_WORK)
    with transaction.atomic():
        _may_merge(rumour, into)
        messages = list(Message.objects.filter(sighting__rumour=rumour))
        done = _merge(actor, rumour, into, messages)
        remembered.merged(done, messages)
        rumour.drafts.filter(is_open=True).update(is_open=False)
        Rumour.objects.filter(pk=rumour.pk).update(
            state=RumourState.MERGED, merged_into=into, due_at=None, holding_due_at=None
        )
        for message in messages:
            sightings.attach(message, into)
            answer.answer_if_published(message, into, automatic=False)
        rumour.refresh_from_db()
        audit.note(actor, rumour.desk, Act.RUMOUR_MERGED, rumour, into=into.pk, merge=done.pk)
    index.put(rumour)
    log.info("rumour.merged id=%s into=%s by=%s", rumour.pk, into.pk, actor.pk)
    return done


def _merge(actor: Account, rumour: Rumour, into: Rumour, messages: list[Message]) -> Merge:
    return Merge.objects.create(
        rumour=rumour,
        into=into,
        state=rumour.state,
        moved=[one.pk for one in messages],
        closed=list(rumour.drafts.filter(is_open=True).values_list("pk", flat=True)),
        by=actor,
        made_at=now(),
    )


def _may_merge(rumour: Rumour, into: Rumour) -> None:
    for one in sorted((rumour, into), key=lambda one: one.pk):  # always in one order: no deadlock
        sightings.hold(one)
    if rumour.pk == into.pk or into.state in CLOSED:
        raise refuse("merge_target", _("Không gộp được vào tin đồn này. Hãy chọn một tin đang mở."))
    if hasattr(rumour, "fact_check"):
        raise refuse(
            "merge_published", _("Tin đã công bố không gộp đi được; hãy gộp tin kia vào nó.")
        )
    if rumour.state in CLOSED:
        raise _closed()
