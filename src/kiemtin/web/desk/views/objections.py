"""Objections at the desk: what is owed first, late on top; answers, notes, words held back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import listen, respond
from kiemtin.desk.models import Objection
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.queries import objections as queries
from kiemtin.desk.words import HeldBack, ObjectionKind, ObjectionOutcome, Role
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.forms_objections import AnswerForm, HoldBackForm, NoteForm
from kiemtin.web.desk.says import trying

ROWS = Objection.objects.select_related("fact_check__desk", "fact_check__rumour", "version")
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@desk_page()
def objections(request: DeskRequest) -> HttpResponse:
    """What the desks owe, due first; or those in the state that was asked for."""
    return _page(request)


def _page(request: DeskRequest, status: int = 200, **bound: forms.Form) -> HttpResponse:
    """The page; a `bound` form, by the name it has for its objection, keeps what was typed."""
    state, kind = request.GET.get("xem", ""), request.GET.get("loai", "")
    kind = kind if kind in ObjectionKind.values else ""
    shown = queries.queue(request.desks, state, kind)
    reviews = Role.REVIEWER in request.roles
    context: dict[str, Any] = {
        "tabs": _tabs(request, state, kind),
        "kinds": ObjectionKind.choices,
        "state": state,
        "kind": kind,
        "rows": [{"shown": one, **_forms(one.objection, reviews, bound)} for one in shown],
        "late": sum(one.late for one in shown),
        "may_work": bool(request.roles & DESK_WORK),
    }
    return render(request, "desk/objections.html", context, status=status)


def _forms(objection: Objection, reviews: bool, bound: dict[str, forms.Form]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "answer": AnswerForm(pk=objection.pk),
        "note": NoteForm(pk=objection.pk),
        "hold": HoldBackForm(pk=objection.pk, initial={"why": objection.held_back}),
    }
    kept = {
        name: bound[f"{name}{objection.pk}"] for name in made if f"{name}{objection.pk}" in bound
    }
    return made | ({} if reviews else {"hold": None}) | kept


def _tabs(request: DeskRequest, state: str, kind: str) -> list[dict[str, Any]]:
    counts = queries.counts(request.desks)
    words = {
        "": _("Cần làm"),
        "waiting": _("Chờ trả lời"),
        "correcting": _("Đã nhận, chưa sửa"),
        "corrected": _("Đã sửa"),
        "refused": _("Không chấp nhận"),
    }
    where = reverse("desk:objections")
    return [
        {
            "url": f"{where}?xem={code}&loai={kind}",
            "label": label,
            "count": counts[code],
            "current": code == state,
        }
        for code, label in words.items()
    ]


def _objection(request: DeskRequest, pk: int) -> Objection:
    return own(request, ROWS, pk, "fact_check__desk")


@require_POST
@desk_page(*DESK_WORK)
def answer_objection(request: DeskRequest, pk: int) -> HttpResponse:
    """Answer one in public."""
    objection, form = _objection(request, pk), AnswerForm(request.POST, pk=pk)
    if not form.is_valid():
        return _page(request, 422, **{f"answer{pk}": form})
    chosen = ObjectionOutcome(form.cleaned_data["outcome"])
    with trying() as outcome:
        listen.answer_objection(request.user, objection, chosen, form.said())
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _page(request, outcome.status, **{f"answer{pk}": form})
    if chosen == ObjectionOutcome.ACCEPTED:
        messages.success(request, _("Đã trả lời công khai; bản đính chính đã mở."))
        return redirect("desk:draft", objection.fact_check.rumour_id)
    messages.success(request, _("Đã trả lời công khai."))
    return redirect("desk:objections")


@require_POST
@desk_page(*DESK_WORK)
def note(request: DeskRequest, pk: int) -> HttpResponse:
    """Add to an answer, or correct it."""
    objection, form = _objection(request, pk), NoteForm(request.POST, pk=pk)
    if not form.is_valid():
        return _page(request, 422, **{f"note{pk}": form})
    changed = form.cleaned_data["outcome"]
    with trying() as outcome:
        chosen = ObjectionOutcome(changed) if changed else None
        respond.add_note(request.user, objection, form.cleaned_data["text"], chosen)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _page(request, outcome.status, **{f"note{pk}": form})
    messages.success(request, _("Đã đăng dưới câu trả lời."))
    return redirect("desk:fact_check", objection.fact_check_id)


@require_POST
@desk_page(Role.REVIEWER)
def hold_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the words of one no more, or again."""
    objection, form = _objection(request, pk), HoldBackForm(request.POST, pk=pk)
    if not form.is_valid():
        return _page(request, 422, **{f"hold{pk}": form})
    why = form.cleaned_data["why"]
    with trying() as outcome:
        respond.hold_back(request.user, objection, HeldBack(why) if why else None)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
    else:
        messages.success(request, _("Đã ghi; lý do hiện công khai dưới bài."))
    return redirect("desk:objections")


@desk_page()
def file(request: DeskRequest, pk: int) -> FileResponse:
    """The file that came with one, as a download: it is foreign matter, shown nowhere."""
    found = _objection(request, pk)
    require(request.user, found.fact_check.desk, *DESK_WORK)
    if not found.copy:
        raise Http404
    name = f"phan-hoi-{found.pk}.{ENDINGS.get(found.copy_type, 'txt')}"
    return FileResponse(found.copy.open("rb"), as_attachment=True, filename=name)
