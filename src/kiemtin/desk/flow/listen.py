"""Listen: objections and new evidence from anyone, without account; answered in public, by
somebody who did not write what is challenged when the answer is no; an accepted one leads to an
amendment.
"""

import logging
from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.desk import files, receipts
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import audit, drafts, record, sightings
from kiemtin.desk.models import (
    Account,
    ConflictOfInterest,
    DraftAuthor,
    FactCheck,
    Objection,
)
from kiemtin.desk.moment import now, today
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import ObjectionKind, ObjectionOutcome
from kiemtin.desk.workdays import working_days_after, working_days_between
from kiemtin.media import picture
from kiemtin.media.document import OF_PUBLIC, check_copy
from kiemtin.text.canonical import canonical, check_text
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
WORKING_DAYS = 7  # EFCSN: complaints answered within 7 working days
AMENDED_WITHIN = 3  # working days from saying "you are right" to the version that says so


@dataclass(frozen=True)
class Beside:
    """What comes with the words of an objection: of what kind they are, and a file."""

    kind: ObjectionKind = ObjectionKind.WRONG
    copy: bytes = b""
    copy_name: str = ""


NOTHING_BESIDE = Beside()


@dataclass(frozen=True)
class Objected:
    """The stored objection and the code under which its answer can be seen."""

    objection: Objection
    receipt: str
    created: bool


def object_to(
    fact_check: FactCheck,
    text: str,
    *,
    external_id: str,
    link: str = "",
    beside: Beside = NOTHING_BESIDE,
) -> Objected:
    """Take an objection to what is published now; the same form sent twice is one objection.

    Raises TextRefused, CopyRefused or PictureRefused before anything is stored. Redacted like every
    message; a link to a person's page is not kept; of a file neither name nor, of a picture, what
    the camera wrote into it.
    """
    receipt = receipts.code("objection", external_id)
    current = fact_check.current
    if current is None:
        raise refuse("nothing_published", _("Trang này chưa có nội dung để phản hồi."))
    objection = Objection(
        fact_check=fact_check,
        version=current,
        external_id=external_id,
        receipt=receipts.lookup(receipt),
        kind=beside.kind,
        text=redact(canonical(check_text(text))).text,
        link=link if redact(link).text == canonical(link) else "",
        received_at=now(),
        due_on=working_days_after(today(), WORKING_DAYS),
    )
    return _store(objection, receipt, _harmless(objection, beside))


def _harmless(objection: Objection, beside: Beside) -> bytes:
    """The file as it may be kept; fills in what it is."""
    copy = beside.copy
    if not copy:
        return b""
    checked = check_copy(copy, beside.copy_name, OF_PUBLIC)
    if checked.content_type.startswith("image/"):
        copy = picture.clean(copy).data
        checked = check_copy(copy, "", OF_PUBLIC)
    objection.copy_type, objection.copy_sha256 = checked.content_type, checked.sha256
    return copy


def _store(objection: Objection, receipt: str, copy: bytes) -> Objected:
    earlier = Objection.objects.filter(receipt=objection.receipt).first()
    if earlier is not None:
        return Objected(earlier, receipt, created=False)
    try:
        with files.all_or_none() as kept, transaction.atomic():
            if copy:
                kept.append(_keep(objection, copy))
            objection.save(force_insert=True)
            said = _body(objection) | {
                "kind": str(objection.kind),
                "version": objection.version.number,
            }
            record.append("objection_received", said)
    except IntegrityError:
        first = Objection.objects.get(receipt=objection.receipt)
        return Objected(first, receipt, created=False)
    log.info("objection.received id=%s", objection.pk)
    return Objected(objection, receipt, created=True)


def _keep(objection: Objection, copy: bytes) -> FieldFile:
    file: FieldFile = objection.copy
    file.save(f"{objection.copy_sha256[:32]}.bin", ContentFile(copy), save=False)
    return file


def _body(objection: Objection) -> dict[str, str | int]:
    return {"fact_check": objection.fact_check_id, "objection": objection.pk}


def content(words: str) -> dict[str, object]:
    """What the log commits to of an answer or a note, by its hash: the words as they are shown."""
    return {"answer": words}


def hash_of(words: str) -> str:
    """The hash of an answer's or a note's words, as its entry in the log names it."""
    return content_hash(content(words))


def barred(actor: Account, objection: Objection, outcome: str) -> FlowError | None:
    """Why this person may not answer so, or None.

    Who wrote the version may admit an error at once, and never be the one who says that there is
    none. Who has declared an interest does neither.
    """
    rumour = objection.fact_check.rumour_id
    if ConflictOfInterest.objects.filter(rumour=rumour, account=actor).exists():
        return refuse("conflict", _("Bạn đã khai có lợi ích liên quan; hãy để người khác trả lời."))
    wrote = DraftAuthor.objects.filter(draft__version=objection.version_id, account=actor)
    if outcome == ObjectionOutcome.REFUSED and wrote.exists():
        return refuse(
            "is_author",
            _(
                "Bạn đã viết bản bị phản hồi nên không thể tự bác bỏ. Hãy nhờ người khác, hoặc "
                "chấp nhận và đính chính."
            ),
        )
    return None


def answer_objection(
    actor: Account, objection: Objection, outcome: ObjectionOutcome, reply: str
) -> Objection:
    """Answer in public, with the reason; accepted, it opens a draft that will say what was
    wrong, due within AMENDED_WITHIN working days.
    """
    desk = objection.fact_check.desk
    require(actor, desk, *DESK_WORK)
    if not reply.strip():
        raise refuse("no_reason", _("Hãy ghi câu trả lời: người đọc cần biết vì sao."))
    problem = barred(actor, objection, outcome)
    if problem:
        raise problem
    with transaction.atomic():
        sightings.hold(objection.fact_check.rumour)
        _answer(actor, objection, outcome, reply.strip())
        if outcome == ObjectionOutcome.ACCEPTED:
            drafts.correct(actor, objection.fact_check)
        days = working_days_between(objection.received_at, now())
        said = _body(objection) | {"outcome": str(outcome), "days": days}
        record.append("objection_answered", said | {"content_hash": hash_of(reply.strip())})
        audit.note(actor, desk, Act.OBJECTION_ANSWERED, objection, outcome=outcome)
    objection.refresh_from_db()
    log.info("objection.answered id=%s outcome=%s by=%s", objection.pk, outcome, actor.pk)
    return objection


def _answer(actor: Account, objection: Objection, outcome: str, reply: str) -> None:
    accepted = outcome == ObjectionOutcome.ACCEPTED
    updated = Objection.objects.filter(pk=objection.pk, outcome="").update(
        outcome=outcome,
        standing=outcome,
        answer=reply,
        answered_by=actor,
        answered_at=now(),
        changed_at=now(),
        amend_by=amended_by() if accepted else None,
    )
    if not updated:
        raise refuse("already_answered", _("Phản hồi này đã có người trả lời."))


def amended_by() -> date:
    """Until when what is admitted today is corrected."""
    return working_days_after(today(), AMENDED_WITHIN)
