"""Review: another person approves exactly this text, a spokesperson signs it by name; an edit
voids both.
"""

import logging
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import audit, drafts, sightings
from kiemtin.desk.models import Account, Approval, ConflictOfInterest, Draft, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import ApprovalKind, Role

log = logging.getLogger(__name__)
ROLE = {ApprovalKind.REVIEW: Role.REVIEWER, ApprovalKind.SIGN_OFF: Role.SPOKESPERSON}
ACT = {ApprovalKind.REVIEW: Act.DRAFT_APPROVED, ApprovalKind.SIGN_OFF: Act.DRAFT_SIGNED_OFF}


def submit(actor: Account, draft: Draft) -> None:
    """Hand the draft to review; raises FlowError naming what is still missing."""
    require(actor, draft.rumour.desk, *DESK_WORK)
    draft.refresh_from_db()
    must_be_complete(draft)
    with transaction.atomic():
        sightings.hold(draft.rumour)
        _still_open(draft, submitted_at=now(), returned_reason="")
        _note(actor, draft, Act.DRAFT_SUBMITTED, draft.revision)
    log.info("draft.submitted id=%s by=%s", draft.pk, actor.pk)


def must_be_complete(draft: Draft) -> None:
    """Raise FlowError, naming what is missing, unless the draft may go out as it stands."""
    gaps = drafts.missing(draft)
    if gaps:
        raise refuse(
            "incomplete",
            _("Bản thảo chưa đủ để duyệt. Hãy bổ sung các mục được đánh dấu."),
            gaps=gaps,
        )


def approve(actor: Account, draft: Draft, kind: ApprovalKind, seen_hash: str) -> Approval:
    """Sign exactly the text whose hash the person saw.

    Raises FlowError for an author, a declared interest, a missing role, or a text that changed.
    """
    require(actor, draft.rumour.desk, ROLE[kind])
    draft = Draft.objects.select_related("rumour__desk").get(pk=draft.pk)
    problem = barred(actor, draft)
    if problem:
        raise problem
    if seen_hash != draft.content_hash:
        raise refuse(
            "text_changed", _("Nội dung đã đổi từ lúc bạn mở. Hãy đọc lại bản mới rồi duyệt.")
        )
    must_be_complete(draft)
    try:
        with transaction.atomic():
            approval = Approval.objects.create(
                draft=draft,
                kind=kind,
                account=actor,
                revision=draft.revision,
                content_hash=draft.content_hash,
                made_at=now(),
            )
            _note(actor, draft, ACT[kind], draft.revision)
    except IntegrityError:
        raise refuse(
            "already_or_changed", _("Đã có người ký mục này, hoặc nội dung vừa đổi. Hãy tải lại.")
        ) from None
    log.info("draft.approved id=%s kind=%s by=%s", draft.pk, kind, actor.pk)
    return approval


def _note(actor: Account, draft: Draft, act: Act, revision: int) -> None:
    desk = draft.rumour.desk
    audit.note(actor, desk, act, draft, rumour=draft.rumour_id, revision=revision)


def barred(actor: Account, draft: Draft) -> FlowError | None:
    """Why this person may never sign this draft, or None."""
    if draft.authors.filter(account=actor).exists():
        return refuse(
            "is_author", _("Bạn đã viết bản này nên không thể duyệt hay ký. Hãy nhờ người khác.")
        )
    if ConflictOfInterest.objects.filter(rumour=draft.rumour, account=actor).exists():
        return refuse(
            "conflict", _("Bạn đã khai có lợi ích liên quan; hãy để người khác viết và duyệt.")
        )
    if not draft.is_open:
        return refuse("closed", _("Bản thảo này đã đóng."))
    return None


def in_force(draft: Draft, kind: ApprovalKind) -> Approval | None:
    """The signature under the text as it stands, if there is one."""
    return draft.approvals.filter(
        kind=kind, revision=draft.revision, content_hash=draft.content_hash
    ).first()


def send_back(actor: Account, draft: Draft, reason: str) -> None:
    """Return the draft to its author with the reason; the text stays, signatures under it end."""
    require(actor, draft.rumour.desk, Role.REVIEWER, Role.SPOKESPERSON)
    if not reason.strip():
        raise refuse("no_reason", _("Hãy ghi vì sao trả lại, để người viết biết sửa gì."))
    with transaction.atomic():
        sightings.hold(draft.rumour)
        _still_open(draft, submitted_at=None, returned_reason=reason.strip())
        signed = draft.approvals.filter(revision=F("draft__revision"))
        if signed.exists():
            Draft.objects.filter(pk=draft.pk).update(revision=F("revision") + 1)
        _note(actor, draft, Act.DRAFT_RETURNED, draft.revision)
    log.info("draft.returned id=%s by=%s", draft.pk, actor.pk)


def _still_open(draft: Draft, **changes: Any) -> None:
    if not Draft.objects.filter(pk=draft.pk, is_open=True).update(**changes):
        raise refuse("closed", _("Bản thảo này đã đóng."))


def declare_conflict(actor: Account, rumour: Rumour, reason: str) -> ConflictOfInterest:
    """Declare an interest in what the rumour is about; bars writing and signing it, for good.

    A draft that the actor wrote at is closed, so that others can begin anew; a signature of the
    actor under an open draft no longer counts.
    """
    require(actor, rumour.desk, *DESK_WORK)
    if not reason.strip():
        raise refuse("no_reason", _("Hãy ghi lợi ích liên quan là gì."))
    with transaction.atomic():
        sightings.hold(rumour)
        conflict, created = ConflictOfInterest.objects.get_or_create(
            rumour=rumour,
            account=actor,
            defaults={"reason": reason.strip(), "declared_at": now()},
        )
        written = rumour.drafts.filter(is_open=True, authors__account=actor)
        Draft.objects.filter(pk__in=written.values("pk")).update(is_open=False)
        signed = rumour.drafts.filter(is_open=True, approvals__account=actor)
        Draft.objects.filter(pk__in=signed.values("pk")).update(revision=F("revision") + 1)
        if created:
            audit.note(actor, rumour.desk, Act.CONFLICT_DECLARED, rumour)
    log.info("conflict.declared rumour=%s by=%s", rumour.pk, actor.pk)
    return conflict
