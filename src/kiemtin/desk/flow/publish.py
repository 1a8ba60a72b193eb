"""Publish: an approved draft → an immutable version and its log entry, both or neither."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kiemtin.desk import jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import (
    audit,
    drafts,
    heard,
    index,
    record,
    respond,
    review,
    sightings,
    translating,
)
from kiemtin.desk.models import Account, Approval, Draft, FactCheck, LogEntry, Rumour, Version
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.words import ApprovalKind, Role, RumourState
from kiemtin.text.fold import fold

log = logging.getLogger(__name__)
SLUG_LETTERS = 80


def publish(actor: Account, draft: Draft) -> Version:
    """Make the approved draft public and queue its delivery to everyone who asked.

    Raises FlowError unless both signatures stand under the text as it is now. The database
    refuses by itself whatever gets past these lines (kiemtin.desk.rules).
    """
    require(actor, draft.rumour.desk, Role.REVIEWER, Role.SPOKESPERSON)
    with transaction.atomic():
        sightings.hold(draft.rumour)
        jobs.one_at_a_time(jobs.LOG)
        draft = Draft.objects.select_related("rumour__desk").get(pk=draft.pk)
        reviewed, signed = (_signature(draft, kind) for kind in ApprovalKind)
        review.must_be_complete(draft)
        corrected = list(heard.to_correct(draft))
        fact_check = _fact_check(draft.rumour)
        version = _version(draft, fact_check, reviewed, signed)
        fact_check.current = version
        fact_check.save(update_fields=["current"])
        respond.corrected(version, corrected)
        translating.withdrawn(version)
        Draft.objects.filter(pk=draft.pk).update(is_open=False)
        _close(draft.rumour)
        jobs.enqueue("announce", f"announce:{version.pk}", version=version.pk)
        jobs.enqueue("forms", f"forms:{version.pk}", version=version.pk)
        _note(actor, version, draft)
    index.put(draft.rumour)
    log.info("version.published id=%s number=%s by=%s", version.pk, version.number, actor.pk)
    return version


def _note(actor: Account, version: Version, draft: Draft) -> None:
    about = {"number": version.number, "draft": draft.pk, "rumour": draft.rumour_id}
    desk = draft.rumour.desk
    audit.note(actor, desk, Act.VERSION_PUBLISHED, version.fact_check, **about)


def _signature(draft: Draft, kind: ApprovalKind) -> Approval:
    approval = review.in_force(draft, kind) if draft.is_open else None
    if approval is None:
        raise refuse(
            "not_approved", _("Chưa có đủ hai chữ ký dưới đúng nội dung này (duyệt và phát ngôn).")
        )
    return approval


def _fact_check(rumour: Rumour) -> FactCheck:
    known = FactCheck.objects.filter(rumour=rumour).first()
    if known is not None:
        return known
    moment = now()
    return FactCheck.objects.create(
        rumour=rumour, desk=rumour.desk, slug=slug(rumour), first_published_at=moment
    )


def slug(rumour: Rumour) -> str:
    """The page's address: the claim without marks, cut at a word, with the rumour's number."""
    words = slugify(fold(rumour.claim))
    if len(words) > SLUG_LETTERS:
        words = words[: SLUG_LETTERS + 1].rsplit("-", 1)[0][:SLUG_LETTERS]
    return f"{words}-{rumour.pk}".strip("-")


def _version(draft: Draft, fact_check: FactCheck, reviewed: Approval, signed: Approval) -> Version:
    moment = now()
    number = fact_check.versions.count() + 1
    first_author = draft.authors.order_by("id").first()
    assert first_author is not None
    return Version.objects.create(
        **draft.content(),
        fact_check=fact_check,
        number=number,
        kind=draft.kind,
        draft=draft,
        content_hash=draft.content_hash,
        evidence=drafts.evidence_shown(draft.rumour),
        contacts=drafts.contacts_shown(draft.rumour),
        author=first_author.account,
        reviewer=reviewed.account,
        spokesperson=signed.account,
        published_at=moment,
        log_entry=_log(draft, fact_check, number, moment, signed.account),
    )


def _log(
    draft: Draft, fact_check: FactCheck, number: int, moment: datetime, speaker: Account
) -> LogEntry:
    body: dict[str, Any] = {
        "fact_check": fact_check.pk,
        "version": number,
        "kind": draft.kind,
        "verdict": draft.verdict,
        "content_hash": draft.content_hash,
        "copies": _copies(draft.rumour),
        "desk": fact_check.desk.slug,
        "spokesperson": speaker.name,
        "published_at": moment.isoformat(),
    }
    return record.append("publication" if number == 1 else str(draft.kind), body)


def _copies(rumour: Rumour) -> list[str]:
    """The SHA-256 of each archived copy that the verdict stands on: who is shown one later can tell
    that it is the one of that day.
    """
    kept = rumour.evidence.exclude(copy_sha256="")
    return sorted(set(kept.values_list("copy_sha256", flat=True)))


def _close(rumour: Rumour) -> None:
    rumour.state = RumourState.PUBLISHED
    rumour.save(update_fields=["state"])
    sightings.set_clock(rumour)
