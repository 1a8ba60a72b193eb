"""Listen: objections from anyone, without account; answered in public; an accepted one leads to an
amendment.
"""

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kiemtin.desk import receipts
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, drafts, record
from kiemtin.desk.models import Account, FactCheck, Objection
from kiemtin.desk.moment import now, today
from kiemtin.desk.permissions import require
from kiemtin.desk.words import ObjectionOutcome, Role, VersionKind
from kiemtin.text.canonical import canonical, check_text
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
WORKING_DAYS = 7  # EFCSN: complaints answered within 7 working days


@dataclass(frozen=True)
class Objected:
    """The stored objection and the code under which its answer can be seen."""

    objection: Objection
    receipt: str
    created: bool


def working_days_after(day: date, count: int) -> date:
    """The date `count` Monday-to-Friday days later."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def object_to(fact_check: FactCheck, text: str, *, external_id: str, link: str = "") -> Objected:
    """Take an objection to what is published now; the same form sent twice is one objection.

    Raises TextRefused for an empty or too long text. Redacted like every message; a link to a
    person's page is not kept.
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
        text=redact(canonical(check_text(text))).text,
        link=link if redact(link).text == canonical(link) else "",
        received_at=now(),
        due_on=working_days_after(today(), WORKING_DAYS),
    )
    return _store(objection, receipt)


def _store(objection: Objection, receipt: str) -> Objected:
    try:
        with transaction.atomic():
            objection.save(force_insert=True)
            body = {"fact_check": objection.fact_check.slug, "objection": objection.pk}
            record.append("objection_received", body)
    except IntegrityError:
        first = Objection.objects.get(receipt=objection.receipt)
        return Objected(first, receipt, created=False)
    log.info("objection.received id=%s", objection.pk)
    return Objected(objection, receipt, created=True)


def answer_objection(
    actor: Account, objection: Objection, outcome: ObjectionOutcome, reply: str
) -> Objection:
    """Answer in public, with the reason; accepted, it opens a draft that will say what was
    wrong.
    """
    require(actor, objection.fact_check.desk, Role.REVIEWER, Role.SPOKESPERSON, Role.CHECKER)
    if not reply.strip():
        raise refuse("no_reason", _("Hãy ghi câu trả lời: người đọc cần biết vì sao."))
    with transaction.atomic():
        updated = Objection.objects.filter(pk=objection.pk, outcome="").update(
            outcome=outcome,
            answer=reply.strip(),
            answered_by=actor,
            answered_at=now(),
        )
        if not updated:
            raise refuse("already_answered", _("Phản hồi này đã có người trả lời."))
        if outcome == ObjectionOutcome.ACCEPTED:
            drafts.amend(actor, objection.fact_check, VersionKind.AMENDMENT)
        body = {"fact_check": objection.fact_check.slug, "objection": objection.pk}
        record.append("objection_answered", body | {"outcome": str(outcome)})
        desk = objection.fact_check.desk
        audit.note(actor, desk, Act.OBJECTION_ANSWERED, objection, outcome=outcome)
    objection.refresh_from_db()
    log.info("objection.answered id=%s outcome=%s by=%s", objection.pk, outcome, actor.pk)
    return objection
