"""Match: a message → same / maybe / new, kept with probability and reasons; a person can overrule
it.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk import jobs, receipts, wording
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import answer, by_picture, checkable, index, parts, remembered, sightings
from kiemtin.desk.models import Account, MatchRecord, Message, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.words import Decision, MessageState, RumourState
from kiemtin.matching.several import Part, as_one, match_each
from kiemtin.matching.types import Candidate, Match, Query, Reason

log = logging.getLogger(__name__)
SHOWN = 5


def match_message(message: Message) -> MatchRecord:
    """Decide what a new message repeats and do what follows; a second call changes nothing.

    Same as a published fact-check valid there and today: answered. Same as an open rumour:
    another sighting. Maybe: waits for a person. New: a rumour opens. Of a message with several
    claims each goes its own way.
    """
    earlier = MatchRecord.objects.filter(message=message).first()
    if earlier is not None:
        return earlier
    found = remembered.whole(message, match_each(index.library().refresh(), query(message)))
    with transaction.atomic():
        sightings.hold(message)
        earlier = MatchRecord.objects.filter(message=message).first()
        if earlier is not None:  # somebody was faster while this one was being compared
            return earlier
        record = record_match(message, as_one(found))
        judged = judge_each(message, found) if len(found) > 1 else [record]
        follow(judged)
        jobs.finish(f"match:{message.pk}")
    index_opened(judged)
    log.info(
        "message.matched id=%s decision=%s claims=%s", message.pk, record.decision, len(judged)
    )
    return record


def suggest(message: Message) -> None:
    """Lay known claims beside a message that is left to a person; a second call changes nothing.

    Nothing follows from it: the words were read in a picture (flow.by_picture).
    """
    found = index.library().refresh().match(query(message))
    with transaction.atomic():
        sightings.hold(message)
        last = MatchRecord.objects.filter(message=message).first()
        if (
            message.state != MessageState.INBOX
            or last is None
            or last.reasons != [by_picture.REASON]
        ):
            return
        found = replace(remembered.overrule(message, found), decision="maybe")
        record = record_match(message, found)
        record.reasons = [by_picture.REASON, *record.reasons]
        record.save(update_fields=["reasons"])
    log.info("message.suggested id=%s claims=%s", message.pk, len(record.candidates))


def judge_each(message: Message, found: Sequence[Part]) -> list[MatchRecord]:
    """Divide the message into its claims, keep the judgement of each, hold their rumours."""
    once = parts.once(found)
    divided = parts.cut(message, [one.span for one in once])
    judged = [record_match(part, one.match) for part, one in zip(divided, once, strict=True)]
    known = {one.rumour.pk: one.rumour for one in judged if one.rumour}
    for _pk, rumour in sorted(known.items()):  # always in one order: no deadlock
        sightings.hold(rumour)
    return judged


def query(message: Message) -> Query:
    """The message as the matcher reads it."""
    return wording.asked(message)


def record_match(message: Message, found: Match) -> MatchRecord:
    """Keep a machine's judgement, and what people remembered above it; the one before it is
    superseded, not overwritten.
    """
    found = remembered.overrule(message, found)
    rumour = _standing(found.id)
    decided = Decision(found.decision)
    decision = decided if rumour or decided == Decision.NEW else Decision.MAYBE
    supersede(message)
    return MatchRecord.objects.create(
        message=message,
        rumour=rumour,
        decision=decision,
        probability=found.probability,
        reasons=[reason_json(reason) for reason in found.reasons],
        candidates=[candidate_json(one) for one in found.candidates[:SHOWN]],
        made_at=now(),
    )


def record_person(
    message: Message, rumour: Rumour | None, decision: Decision, by: Account | None
) -> MatchRecord:
    """Keep a person's judgement (the asker's when `by` is None) over the machine's."""
    last = supersede(message)
    return MatchRecord.objects.create(
        message=message,
        rumour=rumour,
        decision=decision,
        probability=1.0 if by else 0.0,
        candidates=last.candidates if last else [],
        by=by,
        by_asker=by is None,
        made_at=now(),
    )


def not_what_i_asked(receipt: str, claim: int = 0) -> Message:
    """The asker says the answer is about something else: back to the inbox, for a person to
    read. `claim`: which one of a message with several, counted from 0.
    """
    sent = Message.objects.filter(receipt=receipts.lookup(receipt)).first()
    claims = list(sent.claims()) if sent else []
    if not 0 <= claim < len(claims):
        raise refuse("unknown_receipt", _("Không có mã biên nhận này. Hãy xem lại từng chữ số."))
    message = claims[claim]
    with transaction.atomic():
        parts.hold(message)
        message.deliveries.filter(refused_at=None).update(refused_at=now())
        record = record_person(message, None, Decision.NEW, None)
        for rumour in Rumour.objects.filter(sightings__message=message):
            remembered.apart(record, rumour)
        sightings.detach(message)
    log.info("answer.refused message=%s", message.pk)
    return message


def suggest_again(message: Message) -> None:
    """End the judgement in force; what the machine had found stands beside the message again."""
    supersede(message)
    machine = MatchRecord.objects.filter(message=message, by=None, by_asker=False).first()
    if machine is not None:
        machine.pk, machine.rumour, machine.decision = None, None, Decision.MAYBE
        machine.made_at, machine.superseded_at = now(), None
        machine.save(force_insert=True)


def supersede(message: Message) -> MatchRecord | None:
    """End the judgement in force and return it."""
    last = MatchRecord.objects.filter(message=message, superseded_at=None).first()
    if last is not None:
        last.superseded_at = now()
        last.save(update_fields=["superseded_at"])
    return last


def _standing(rumour_id: str | None) -> Rumour | None:
    known = Rumour.objects.filter(pk=int(rumour_id)).first() if rumour_id else None
    while known is not None and known.merged_into is not None:
        known = known.merged_into
    return None if known and known.state == RumourState.NOT_CHECKABLE else known


def follow(judged: Sequence[MatchRecord]) -> None:
    """Do what follows from fresh judgements, in their transaction."""
    for one in judged:
        _follow(one.message, one)


def _follow(message: Message, record: MatchRecord) -> None:
    if record.decision == Decision.NEW:
        if parts.says_enough(message) and checkable.may_open(message):
            sightings.open_rumour(message)
    elif record.decision == Decision.SAME and record.rumour:
        sightings.attach(message, record.rumour)
        answer.answer_if_published(message, record.rumour, automatic=True)


def index_opened(judged: Sequence[MatchRecord]) -> None:
    """Make the rumours findable that fresh judgements opened, once they are stored."""
    for one in judged:
        if one.decision == Decision.NEW and one.message.state == MessageState.ATTACHED:
            index.put(one.message.sighting.rumour)


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as the database keeps it."""
    return {"code": reason.code, "params": dict(reason.params)}


def candidate_json(one: Candidate) -> dict[str, Any]:
    """A candidate as the database keeps it."""
    return {
        "id": int(one.id),
        "score": round(one.score, 4),
        "probability": round(one.probability, 4),
        "reasons": [reason_json(reason) for reason in one.reasons],
    }
