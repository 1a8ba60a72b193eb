"""What follows an answer: notes that correct it, words that are held back, the version in which an
admitted error was corrected. Nothing that was answered is overwritten.
"""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, drafts, listen, record, sightings
from kiemtin.desk.models import Account, DraftAuthor, Objection, ObjectionNote, Version
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import HeldBack, ObjectionOutcome, Role
from kiemtin.desk.workdays import working_days_between

log = logging.getLogger(__name__)


def add_note(
    actor: Account, objection: Objection, text: str, outcome: ObjectionOutcome | None = None
) -> ObjectionNote:
    """Put a public note under an answer; with `outcome` the desk has changed its mind.

    Then accepted, a correction is due; then refused, none is due any more, unless one has been
    published.
    """
    desk = objection.fact_check.desk
    require(actor, desk, *DESK_WORK)
    if not text.strip():
        raise refuse("no_reason", _("Hãy ghi điều cần nói thêm hoặc sửa."))
    problem = listen.barred(actor, objection, outcome or "")
    if problem:
        raise problem
    with transaction.atomic():
        sightings.hold(objection.fact_check.rumour)
        objection = Objection.objects.select_for_update().get(pk=objection.pk)
        _may_note(objection, outcome)
        note = ObjectionNote.objects.create(
            objection=objection, text=text.strip(), outcome=outcome or "", by=actor, made_at=now()
        )
        _stands(actor, objection, outcome)
        said = {
            "fact_check": objection.fact_check_id,
            "objection": objection.pk,
            "note": note.pk,
            "outcome": note.outcome,
            "content_hash": listen.hash_of(note.text),
        }
        record.append("objection_answered", said)
        audit.note(actor, desk, Act.OBJECTION_NOTED, objection, outcome=note.outcome)
    log.info("objection.noted id=%s by=%s", objection.pk, actor.pk)
    return note


def _may_note(objection: Objection, outcome: ObjectionOutcome | None) -> None:
    if not objection.outcome:
        raise refuse("not_answered", _("Phản hồi này chưa được trả lời; hãy trả lời trước."))
    if outcome and outcome == objection.standing:
        raise refuse("same_outcome", _("Kết quả này đang đứng rồi; hãy chỉ ghi lời."))
    if outcome and objection.corrected_in_id:
        raise refuse("corrected", _("Lỗi này đã được đính chính; hãy chỉ ghi lời."))


def _stands(actor: Account, objection: Objection, outcome: ObjectionOutcome | None) -> None:
    objection.changed_at = now()
    if outcome:
        objection.standing = outcome
        objection.amend_by = listen.amended_by() if outcome == ObjectionOutcome.ACCEPTED else None
    objection.save(update_fields=["changed_at", "standing", "amend_by"])
    if outcome == ObjectionOutcome.ACCEPTED:
        drafts.correct(actor, objection.fact_check)
    elif outcome:
        drafts.refresh_hash(objection.fact_check.rumour)


def hold_back(actor: Account, objection: Objection, why: HeldBack | None) -> Objection:
    """Do not show the words of an objection, for a reason that is shown; None shows them again.

    By a reviewer who neither wrote what is challenged nor has an interest in it. That it came, and
    its answer, stay public.
    """
    desk = objection.fact_check.desk
    require(actor, desk, Role.REVIEWER)
    problem = listen.barred(actor, objection, "")
    if problem:
        raise problem
    wrote = DraftAuthor.objects.filter(draft__version=objection.version_id, account=actor)
    if why and wrote.exists():
        raise refuse(
            "is_author", _("Bạn đã viết bản bị phản hồi; hãy để người khác quyết định việc này.")
        )
    with transaction.atomic():
        sightings.hold(objection.fact_check.rumour)
        changed = {"held_back": why or "", "held_by": actor, "held_at": now()}
        rows = Objection.objects.filter(pk=objection.pk).exclude(held_back=why or "")
        if not rows.update(changed_at=now(), **changed):
            return objection
        said = {"fact_check": objection.fact_check_id, "objection": objection.pk}
        record.append("objection_answered", said | {"held_back": str(why or "")})
        audit.note(actor, desk, Act.OBJECTION_HELD_BACK, objection, why=str(why or "shown"))
    objection.refresh_from_db()
    log.info("objection.held_back id=%s why=%s by=%s", objection.pk, why or "", actor.pk)
    return objection


def corrected(version: Version, objections: Iterable[Objection]) -> None:
    """Note that a version corrects what these objections showed; in its own transaction, each with
    its entry in the log.
    """
    for one in objections:
        Objection.objects.filter(pk=one.pk).update(corrected_in=version, changed_at=now())
        body = {
            "fact_check": version.fact_check_id,
            "objection": one.pk,
            "version": version.number,
            "days": working_days_between(one.received_at, now()),
        }
        record.append("error_corrected", body)
