"""Review: exactly what will go out, what changed since the last signature, two signatures,
publish.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.bulletin import audio
from kiemtin.desk.flow import drafts, publish, review
from kiemtin.desk.flow.heard import to_correct
from kiemtin.desk.models import Approval, Draft, Version
from kiemtin.desk.queries import board, checking, heard, ratings
from kiemtin.desk.words import ApprovalKind, Role
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.changes import changes
from kiemtin.web.desk.gaps import in_words
from kiemtin.web.desk.preview import forms_of
from kiemtin.web.desk.says import trying


@dataclass(frozen=True)
class Waiting:
    """A draft of the queue with the signatures under its text as it stands."""

    draft: Draft
    signatures: list[tuple[ApprovalKind, Approval | None]]


@desk_page()
def queue(request: DeskRequest) -> HttpResponse:
    """Drafts that wait for a second person."""
    context = {
        "drafts": [_waiting(draft) for draft in board.review_queue(request.desks)],
        "contested": ratings.to_review(request.desks),
    }
    return render(request, "desk/review_queue.html", context)


def _waiting(draft: Draft) -> Waiting:
    standing = {
        one.kind: one
        for one in draft.approvals.all()
        if (one.revision, one.content_hash) == (draft.revision, draft.content_hash)
    }
    return Waiting(draft, [(kind, standing.get(kind.value)) for kind in ApprovalKind])


def _draft(request: DeskRequest, pk: int) -> Draft:
    rows = Draft.objects.select_related("rumour__desk", "rumour__fact_check__current")
    return own(request, rows, pk, "rumour__desk")


@desk_page()
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """The draft as it will go out, form beside form."""
    draft = _draft(request, pk)
    fact_check = getattr(draft.rumour, "fact_check", None)
    current: Version | None = fact_check.current if fact_check else None
    barred = review.barred(request.user, draft)
    context: dict[str, Any] = {
        "draft": draft,
        "rumour": draft.rumour,
        "evidence": draft.rumour.evidence.all(),
        "gaps": in_words(drafts.missing(draft)),
        "authors": [one.account for one in draft.authors.select_related("account")],
        "approvals": [(kind, review.in_force(draft, kind)) for kind in ApprovalKind],
        "earlier": current,
        "changes": changes(current, draft) if current else [],
        "barred": str(barred) if barred else "",
        "may_review": Role.REVIEWER in request.roles and not barred,
        "may_sign": Role.SPOKESPERSON in request.roles and not barred,
        "may_publish": bool(request.roles & {Role.REVIEWER, Role.SPOKESPERSON}),
        "forms": forms_of(draft),
        "speaks": bool(settings.VOICES and audio.voices()),
        "heard": heard.heard(draft, drafts.contacts_shown(draft.rumour)),
        "corrects": to_correct(draft),
        "check_lists": checking.taken(draft.rumour),
    }
    return render(request, "desk/review.html", context)


def _step(
    request: DeskRequest, pk: int, step: Callable[[Draft], str], then: str = "desk:review"
) -> HttpResponse:
    draft = _draft(request, pk)
    with trying() as outcome:
        said = step(draft)
    if outcome.ok:
        messages.success(request, said)
        return redirect(then) if then != "desk:review" else redirect(then, pk)
    messages.error(request, outcome.sentence)
    return redirect("desk:review", pk)


@require_POST
@desk_page(Role.REVIEWER, Role.SPOKESPERSON)
def approve(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Sign the text whose hash the page showed."""

    def step(draft: Draft) -> str:
        seen = request.POST.get("content_hash", "")
        review.approve(request.user, draft, ApprovalKind(kind), seen)
        return _("Đã ký: %(what)s.") % {"what": ApprovalKind(kind).label}

    return _step(request, pk, step)


@require_POST
@desk_page(Role.REVIEWER, Role.SPOKESPERSON)
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Return it with the reason."""

    def step(draft: Draft) -> str:
        review.send_back(request.user, draft, request.POST.get("reason", ""))
        return _("Đã trả lại cho người viết, kèm lý do.")

    return _step(request, pk, step, "desk:review_queue")


@require_POST
@desk_page(Role.REVIEWER, Role.SPOKESPERSON)
def go_out(request: DeskRequest, pk: int) -> HttpResponse:
    """Publish what both signed."""
    draft = _draft(request, pk)
    with trying() as outcome:
        version = publish.publish(request.user, draft)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:review", pk)
    messages.success(request, _("Đã công bố. Mọi người đã hỏi đang được trả lời."))
    return redirect("desk:fact_check", version.fact_check_id)
