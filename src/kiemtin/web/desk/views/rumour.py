"""A rumour's page: what it is, what supports or refutes it, what is said meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import holding, investigate, review, triage
from kiemtin.desk.models import ContactAttempt, Evidence, Picture, Rumour
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.queries import board, captures, seeming
from kiemtin.desk.queries import rumour as queries
from kiemtin.desk.words import Claimant, EvidenceKind, NotCheckable, Role, Stance, Subject
from kiemtin.media.document import MOST_BYTES
from kiemtin.web.desk import forms
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.preview import line_to_be
from kiemtin.web.desk.says import trying
from kiemtin.web.desk.views import checking, sources, spreading


def _rumour(request: DeskRequest, pk: int) -> Rumour:
    rows = Rumour.objects.select_related("desk", "holder", "merged_into", "fact_check__current")
    return own(request, rows, pk)


@desk_page()
def rumour(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything about one rumour."""
    return _page(request, _rumour(request, pk))


def _page(request: DeskRequest, rumour: Rumour, status: int = 200, **bound: Any) -> HttpResponse:
    """The page; `bound` forms, by name, keep what was typed with its errors."""
    context: dict[str, Any] = {
        "rumour": rumour,
        "messages_seen": queries.sighted(rumour)[:50],
        "captures": captures.of_rumour(rumour),
        "times_heard": queries.sighted(rumour).count(),
        "timeline": queries.timeline(rumour),
        "others": board.board(request.desks).exclude(pk=rumour.pk)[:200],
        "open": rumour.state in board.OPEN,
        "own_desks": {desk.pk for desk in request.desks},
        "may_work": bool(request.roles & DESK_WORK),
        "may_speak": Role.SPOKESPERSON in request.roles,
    }
    seems = seeming.of_rumour(rumour)
    line = holding.in_force(rumour)
    context |= spreading.section(request, line) | {"holding_line": line}
    context |= checking.section(request, rumour)
    page = context | queries.around(rumour) | _forms(rumour, seems) | {"seems": seems}
    page |= sources.prefilled(request) | bound
    return render(request, "desk/rumour.html", page, status=status)


def again(request: DeskRequest, pk: int, status: int, **bound: Any) -> HttpResponse:
    """The page once more, with forms that keep what was typed and say what is wrong with it."""
    return _page(request, _rumour(request, pk), status, **bound)


def _forms(rumour: Rumour, seems: seeming.Seeming | None) -> dict[str, django_forms.Form]:
    return {
        "assess": forms.AssessForm(
            initial={
                "claim": rumour.claim,
                "subject": rumour.subject,
                "claimant": rumour.claimant,
                "harm": rumour.harm if rumour.harm is not None else 1,
                "life_safety": rumour.life_safety or rumour.suggested_urgent,
                "place": rumour.place,
                "based_on": rumour.revision,
            }
        ),
        "evidence_form": forms.EvidenceForm(),
        "capture_form": forms.CaptureForm(),
        "contact_form": forms.ContactForm(initial={"asked_at": timezone.localtime()}),
        "contact_answer_form": forms.ContactAnswerForm(),
        "identifier_form": forms.IdentifierForm(),
        "holding_form": forms.HoldingForm(initial=holding.suggestion(rumour)),
        "not_checkable_form": forms.NotCheckableForm(initial={"why": seems.why} if seems else None),
        "conflict_form": forms.ReasonForm(),
    }


def _step(
    request: DeskRequest,
    pk: int,
    form: django_forms.Form,
    name: str,
    take: Callable[[Rumour, dict[str, Any]], str],
) -> HttpResponse:
    """Check the form, take the step, go back to the page; a refusal shows beside the form."""
    rumour = _rumour(request, pk)
    if not form.is_valid():
        return _page(request, rumour, 422, **{name: form})
    with trying() as outcome:
        said = take(rumour, form.cleaned_data)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _page(request, _rumour(request, pk), outcome.status, **{name: form})
    messages.success(request, said)
    return redirect("desk:rumour", pk)


@require_POST
@desk_page(*DESK_WORK)
def assess(request: DeskRequest, pk: int) -> HttpResponse:
    """Say what the rumour is; it counts as checkable from here on."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        based_on = data.pop("based_on")
        said = {
            "subject": Subject(data["subject"]),
            "claimant": Claimant(data["claimant"] or Claimant.UNKNOWN),
        }
        found = triage.Assessment(**(data | said))
        triage.assess(request.user, rumour, found, based_on=based_on)
        return _("Đã lưu đánh giá; đồng hồ tính lại từ lúc tin mở.")

    return _step(request, pk, forms.AssessForm(request.POST), "assess", take)


@require_POST
@desk_page(*DESK_WORK)
def not_checkable(request: DeskRequest, pk: int) -> HttpResponse:
    """No verdict, no priority, no page; the askers are told why."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        triage.rumour_not_checkable(request.user, rumour, NotCheckable(data["why"]))
        return _("Tin này không thuộc diện kiểm chứng; người hỏi đã được báo.")

    form = forms.NotCheckableForm(request.POST)
    return _step(request, pk, form, "not_checkable_form", take)


@require_POST
@desk_page(*DESK_WORK)
def add_evidence(request: DeskRequest, pk: int) -> HttpResponse:
    """Add a source, with its copy when there is one."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        upload = data.pop("copy")
        data |= {"kind": EvidenceKind(data["kind"]), "stance": Stance(data["stance"])}
        copy = upload.read(MOST_BYTES + 1) if upload else b""
        name = upload.name if upload else ""
        data["capture"] = rumour.captures.filter(pk=data["capture"] or 0).first()
        investigate.add_evidence(request.user, rumour, investigate.Source(**data), copy, name)
        return _("Đã thêm bằng chứng.")

    form = forms.EvidenceForm(request.POST, request.FILES)
    return _step(request, pk, form, "evidence_form", take)


@require_POST
@desk_page(*DESK_WORK)
def remove_evidence(request: DeskRequest, pk: int, evidence: int) -> HttpResponse:
    """Take away what was entered by mistake."""
    piece = own(request, Evidence.objects.filter(rumour=pk), evidence, "rumour__desk")

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        investigate.remove_evidence(request.user, piece)
        return _("Đã bỏ bằng chứng.")

    return _step(request, pk, django_forms.Form(request.POST), "evidence_form", take)


@require_POST
@desk_page(*DESK_WORK)
def add_contact(request: DeskRequest, pk: int) -> HttpResponse:
    """Note whom the desk asked."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        answered = timezone.now() if data["answer"] else None
        contact = investigate.Contact(**data, answered_at=answered)
        investigate.record_contact(request.user, rumour, contact)
        return _("Đã ghi lần liên hệ.")

    return _step(request, pk, forms.ContactForm(request.POST), "contact_form", take)


@require_POST
@desk_page(*DESK_WORK)
def add_answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Note what came back from somebody who was asked before."""
    asked = own(request, ContactAttempt.objects.all(), pk, "rumour__desk")

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        investigate.record_answer(request.user, asked, data["answer"])
        return _("Đã ghi trả lời.")

    form = forms.ContactAnswerForm(request.POST)
    return _step(request, asked.rumour_id, form, "contact_answer_form", take)


@require_POST
@desk_page(*DESK_WORK)
def add_identifier(request: DeskRequest, pk: int) -> HttpResponse:
    """Keep a number that is the claim's own subject."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        investigate.mark_identifier(request.user, rumour, **data)
        return _("Đã ghi: số này là chính điều được đồn, không bị xoá khỏi tin nữa.")

    return _step(request, pk, forms.IdentifierForm(request.POST), "identifier_form", take)


@require_POST
@desk_page(Role.SPOKESPERSON)
def publish_holding(request: DeskRequest, pk: int) -> HttpResponse:
    """Say publicly what to do and what is being checked; before that, show how it will be read."""
    form = forms.HoldingForm(request.POST)
    if "preview" in request.POST and form.is_valid():
        rumour = _rumour(request, pk)
        shown = line_to_be(rumour, form.cleaned_data)
        return _page(request, rumour, 200, holding_form=form, holding_texts=shown)

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        holding.publish_holding_line(
            request.user,
            rumour,
            safe_action=data["safe_action"],
            checking=data["checking"],
            next_update_at=timezone.now() + timedelta(minutes=data["minutes"]),
        )
        return _("Thông báo tạm thời đã ra, kèm giờ cập nhật.")

    return _step(request, pk, form, "holding_form", take)


@require_POST
@desk_page(*DESK_WORK)
def declare_conflict(request: DeskRequest, pk: int) -> HttpResponse:
    """Declare one's own interest; bars writing and signing."""

    def take(rumour: Rumour, data: dict[str, Any]) -> str:
        review.declare_conflict(request.user, rumour, data["reason"])
        return _("Đã ghi: bạn không viết, duyệt hay ký tin này.")

    return _step(request, pk, forms.ReasonForm(request.POST), "conflict_form", take)


@desk_page()
def copy(request: DeskRequest, pk: int, evidence: int) -> FileResponse:
    """The archived copy, as a download: it is foreign matter and never shown inside the desk."""
    piece = own(request, Evidence.objects.filter(rumour=pk), evidence, "rumour__desk")
    if not piece.copy:
        raise Http404
    return FileResponse(piece.copy.open("rb"), as_attachment=True, filename=piece.copy_name)


@desk_page()
def picture(request: DeskRequest, pk: int) -> FileResponse:
    """A picture sent with a message, for those who work on it at its desk."""
    found = own(request, Picture.objects.select_related("message__desk"), pk, "message__desk")
    require(request.user, found.message.desk, *DESK_WORK)
    response = FileResponse(found.file.open("rb"), content_type=found.content_type)
    response["Cache-Control"] = "private, no-store"
    return response
