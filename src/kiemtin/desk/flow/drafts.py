"""Drafts: one open text a rumour, each edit a new revision, a stale save refused with both
texts.
"""

import logging
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.bulletin.lengths import LIMITS, left
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import StaleEdit, refuse
from kiemtin.desk.flow import audit, heard, sightings
from kiemtin.desk.models import (
    Account,
    ConflictOfInterest,
    ContactAttempt,
    Draft,
    DraftAuthor,
    Evidence,
    FactCheck,
    Rumour,
)
from kiemtin.desk.models.content import CONTENT_FIELDS
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import About, Asking, RumourState, Verdict, VersionKind
from kiemtin.text.places import gazetteer

log = logging.getLogger(__name__)
NEEDED = ("claim", "verdict", "fact", "said", "why", "todo")
SHOWN_OF_EVIDENCE = (
    "id",
    "kind",
    "stance",
    "source",
    "title",
    "origin",
    "self_statement",
    "quote",
    "url",
    "dated",
    "copy_sha256",
)
SHOWN_OF_CONTACTS = (
    *("id", "purpose", "body", "how", "asked_at", "answer_by", "answered_at", "answer"),
)


def evidence_shown(rumour: Rumour) -> list[dict[str, Any]]:
    """The evidence as a page shows it and a hash covers it, in the order it was added."""
    pieces = list(Evidence.objects.filter(rumour=rumour))
    shown = _shown(pieces, SHOWN_OF_EVIDENCE)
    # Said only where it is so: what was signed before this could be said keeps its hash.
    marks = [{"circulates": True} if one.circulates else {} for one in pieces]
    return [piece | mark for piece, mark in zip(shown, marks, strict=True)]


def contacts_shown(rumour: Rumour) -> list[dict[str, Any]]:
    """Who was asked and what came back, as a page shows it and a hash covers it."""
    asked = ContactAttempt.objects.filter(rumour=rumour).order_by("asked_at", "id")
    shown = _shown(asked, SHOWN_OF_CONTACTS)
    # How a question was put is the desk's own note; how a reply was offered is public.
    return [one | {"how": one["how"] if one["purpose"] != Asking.CHECK else ""} for one in shown]


def _shown(rows: Iterable[Any], names: Iterable[str]) -> list[dict[str, Any]]:
    return [{name: _plain(getattr(row, name)) for name in names} for row in rows]


def _plain(value: Any) -> Any:
    """Moments in UTC: the database gives them back so, a fresh object in the zone it was made."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def hash_of(draft: Draft) -> str:
    """The hash that approvals bind to: every public field, all evidence, all who were asked, and
    each accepted objection that a correction answers.
    """
    beside: dict[str, Any] = {
        "kind": draft.kind,
        "evidence": evidence_shown(draft.rumour),
        "contacts": contacts_shown(draft.rumour),
    }
    corrects = sorted(one.pk for one in heard.to_correct(draft))
    if corrects:
        beside["corrects"] = corrects
    return content_hash(draft.signed() | beside)


def open_draft(actor: Account, rumour: Rumour) -> Draft:
    """The open draft of a rumour, begun from its claim when there is none.

    To open is not to write: the actor becomes no author. What is begun so has its texts empty, and
    nothing of it can go out before somebody has saved it.
    """
    require(actor, rumour.desk, *DESK_WORK)
    draft = rumour.drafts.filter(is_open=True).first()
    claim = {"claim": rumour.claim}
    return draft or begin(actor, rumour, claim, VersionKind.FIRST, writes=False)


def begin(
    actor: Account,
    rumour: Rumour,
    content: dict[str, Any],
    kind: VersionKind,
    *,
    writes: bool = True,
) -> Draft:
    """A new open draft, or the one that is open already; the actor who `writes` is its first
    author, otherwise whoever saves it first is.

    Only a checkable claim has one, and what is published gets a first draft no more.
    """
    with transaction.atomic():
        sightings.hold(rumour)
        _may_write(actor, rumour)
        _may_begin(rumour, kind)
        known = rumour.drafts.filter(is_open=True).first()
        draft = known or _begin(actor, rumour, content, kind)
        if writes and known is None:
            _name_author(actor, draft)
        return draft


def _may_begin(rumour: Rumour, kind: VersionKind) -> None:
    if not rumour.checkable:
        raise refuse(
            "not_assessed", _("Hãy đánh giá tin đồn (câu kiểm chứng được, mức hại) trước khi viết.")
        )
    published = hasattr(rumour, "fact_check")
    if published and kind == VersionKind.FIRST:
        raise refuse("published", _("Tin này đã công bố; hãy đính chính hoặc rút lại."))
    if kind == VersionKind.UPDATE and heard.waiting(rumour).exists():
        raise refuse(
            "accepted_first",
            _("Có phản hồi đã chấp nhận mà chưa sửa: hãy đính chính, nói rõ bản trước sai ở đâu."),
        )
    if not published and kind != VersionKind.FIRST:
        raise refuse("not_published", _("Tin này chưa công bố nên chưa có gì để đính chính."))


def _begin(actor: Account, rumour: Rumour, content: dict[str, Any], kind: VersionKind) -> Draft:
    moment = now()
    defaults = {"subject": rumour.subject, "place": rumour.place, "verdict": Verdict.UNPROVEN}
    draft = Draft(
        rumour=rumour, kind=kind, started_at=moment, edited_at=moment, **(defaults | content)
    )
    draft.content_hash = hash_of(draft)
    draft.save()
    audit.note(actor, rumour.desk, Act.DRAFT_BEGUN, draft, rumour=rumour.pk, version=kind)
    log.info("draft.begun id=%s rumour=%s by=%s", draft.pk, rumour.pk, actor.pk)
    return draft


def go_on(closed: Draft) -> Draft | None:
    """The text of a closed draft in a new one, by the same authors; nothing of its signatures.

    None when the rumour can have none, or when an author has declared an interest since.
    """
    rumour, authors = closed.rumour, list(closed.authors.all())
    interested = rumour.conflicts.filter(account__in=[one.account_id for one in authors])
    writable = rumour.checkable and rumour.state == RumourState.CHECKING
    if not writable or interested.exists() or rumour.drafts.filter(is_open=True).exists():
        return None
    draft = Draft(rumour=rumour, kind=closed.kind, started_at=closed.started_at, edited_at=now())
    for name, value in closed.content().items():
        setattr(draft, name, value)
    draft.content_hash = hash_of(draft)
    draft.save()
    for one in authors:
        DraftAuthor.objects.create(draft=draft, account=one.account, first_at=one.first_at)
    log.info("draft.goes_on id=%s rumour=%s", draft.pk, rumour.pk)
    return draft


def save(actor: Account, draft: Draft, content: dict[str, Any], *, based_on: int) -> Draft:
    """Save an edit of revision `based_on`; every approval given so far becomes void.

    Raises StaleEdit with both texts when somebody saved first, FlowError for a wrong place.
    """
    _check(content)
    content = _settled(content)
    with transaction.atomic():
        sightings.hold(draft.rumour)
        _may_write(actor, draft.rumour)
        stored = Draft.objects.select_for_update().get(pk=draft.pk)
        if stored.revision != based_on or not stored.is_open:
            raise StaleEdit(stored.content(), content, stored.revision)
        for name in CONTENT_FIELDS:
            setattr(stored, name, content.get(name, getattr(stored, name)))
        stored.revision = based_on + 1
        stored.content_hash = hash_of(stored)
        stored.edited_at, stored.submitted_at, stored.returned_reason = now(), None, ""
        stored.save()
        _name_author(actor, stored)
        desk, revision = draft.rumour.desk, stored.revision
        audit.note(actor, desk, Act.DRAFT_SAVED, stored, rumour=draft.rumour_id, revision=revision)
    log.info("draft.saved id=%s revision=%s by=%s", stored.pk, stored.revision, actor.pk)
    return stored


def _name_author(actor: Account, draft: Draft) -> None:
    if not draft.authors.filter(account=actor).exists():
        DraftAuthor.objects.create(draft=draft, account=actor, first_at=now())


def _may_write(actor: Account, rumour: Rumour) -> None:
    require(actor, rumour.desk, *DESK_WORK)
    if rumour.state not in (RumourState.CHECKING, RumourState.PUBLISHED, RumourState.NEW):
        raise refuse("rumour_closed", _("Tin đồn này đã đóng; không viết được nữa."))
    if ConflictOfInterest.objects.filter(rumour=rumour, account=actor).exists():
        raise refuse(
            "conflict", _("Bạn đã khai có lợi ích liên quan; hãy để người khác viết và duyệt.")
        )


def _check(content: dict[str, Any]) -> None:
    if content.get("place"):
        gazetteer().get(content["place"])
    start, end = content.get("valid_from"), content.get("valid_until")
    if start and end and end < start:
        raise refuse("validity", _("Ngày hết hiệu lực phải sau ngày bắt đầu."))
    if content.get("about") == About.PRIVATE and content.get("about_body", "").strip():
        raise refuse(
            "private_person_named",
            _("Không ghi tên một cá nhân. Hãy xoá ô tên, bài chỉ nói “một cá nhân”."),
        )


def _settled(content: dict[str, Any]) -> dict[str, Any]:
    """Whom it is about, in one form: no body where there is none, no reason without exception."""
    about = content.get("about")
    if about is None:
        return content
    asks = about in (About.BODY, About.PRIVATE)
    not_asked = content.get("not_asked", "") if asks else ""
    return content | {
        "about_body": content.get("about_body", "").strip() if about == About.BODY else "",
        "not_asked": not_asked,
        "not_asked_why": content.get("not_asked_why", "").strip() if not_asked else "",
    }


def refresh_hash(rumour: Rumour) -> None:
    """After a change of evidence or contacts: the open draft takes a new hash and revision."""
    draft = rumour.drafts.filter(is_open=True).first()
    if draft is not None:
        Draft.objects.filter(pk=draft.pk).update(
            content_hash=hash_of(draft), revision=F("revision") + 1, submitted_at=None
        )


def missing(draft: Draft) -> list[str]:
    """What still keeps the draft from review, as stable codes; empty when it may go."""
    gaps = [f"empty_{name}" for name in NEEDED if not str(getattr(draft, name)).strip()]
    gaps += [f"long_{name}" for name in LIMITS if left(name, getattr(draft, name)) < 0]
    if not enough_evidence(draft.rumour):
        gaps.append("evidence")
    corrects = draft.kind in (VersionKind.AMENDMENT, VersionKind.WITHDRAWAL)
    if corrects and not draft.what_was_wrong.strip():
        gaps.append("empty_what_was_wrong")
    return gaps + heard.gaps(draft)


def enough_evidence(rumour: Rumour) -> bool:
    """One primary source that is no self-statement, or two of different origin; copies only."""
    kept = Evidence.objects.filter(rumour=rumour).exclude(copy_sha256="")
    if kept.filter(kind="primary", self_statement=False).exists():
        return True
    return kept.values("origin").distinct().count() >= 2


def amend(
    actor: Account, fact_check: FactCheck, kind: VersionKind, *, writes: bool = True
) -> Draft:
    """Begin the next version of a published fact-check from its current text; `writes` as begin."""
    rumour = fact_check.rumour
    require(actor, rumour.desk, *DESK_WORK)
    existing = rumour.drafts.filter(is_open=True).first()
    if existing is not None:
        return existing
    current = fact_check.current
    assert current is not None
    content = current.content() | {"what_was_wrong": ""}
    return begin(actor, rumour, content, kind, writes=writes)


def correct(actor: Account, fact_check: FactCheck) -> Draft:
    """The open draft of the fact-check as a correction, begun when there is none; signatures under
    it end when it now answers one objection more.

    To admit an error is not to write: the actor becomes no author and may sign what others write.
    Nothing unwritten can be signed, for what was wrong is still empty.
    """
    draft = amend(actor, fact_check, VersionKind.AMENDMENT, writes=False)
    if draft.kind == VersionKind.UPDATE:
        draft = _turn_into(draft, VersionKind.AMENDMENT)
    if draft.content_hash != hash_of(draft):
        refresh_hash(fact_check.rumour)
    return draft


def _turn_into(draft: Draft, kind: VersionKind) -> Draft:
    """Make the open draft one of another kind: a new revision, its signatures end."""
    draft.refresh_from_db()
    draft.kind, draft.revision, draft.submitted_at = kind, draft.revision + 1, None
    draft.content_hash = hash_of(draft)
    draft.save(update_fields=["kind", "revision", "submitted_at", "content_hash"])
    return draft
