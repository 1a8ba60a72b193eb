"""Archived pages: asked for, shown from the archive alone, taken as evidence, looked at again."""

from typing import Any

from csp.decorators import csp, csp_update
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.flow import capturing, looking_again
from kiemtin.desk.models import Capture, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import captures as queries
from kiemtin.desk.words_evidence import CaptureState
from kiemtin.web.desk import forms, inert
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying
from kiemtin.web.desk.views import rumour as rumour_page


def _capture(request: DeskRequest, pk: int) -> Capture:
    return own(request, Capture.objects.select_related("rumour", "asked_by"), pk, "rumour__desk")


def _kept(request: DeskRequest, pk: int) -> Capture:
    found = _capture(request, pk)
    if found.state != CaptureState.KEPT:
        raise Http404
    return found


@require_POST
@desk_page(*DESK_WORK)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Have a page kept for a rumour."""
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    form = forms.CaptureForm(request.POST)
    if form.is_valid():
        with trying() as outcome:
            made = capturing.ask(request.user, rumour, form.cleaned_data["address"])
            return redirect("desk:capture", made.pk)
        form.add_error("address", outcome.sentence)
    return rumour_page.again(request, pk, 422, capture_form=form)


@require_safe
@csp_update({"frame-src": ["'self'"]})
@desk_page()
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """What was kept of the page, and the form that makes evidence of it."""
    found = _capture(request, pk)
    context: dict[str, Any] = {
        "capture": found,
        "refusal": queries.why_refused(found),
        "missing": queries.missing(found),
        "used": found.evidence.all(),
        "may_work": bool(request.roles & DESK_WORK),
        "form": forms.EvidenceForm(initial=queries.evidence_of(found)),
    }
    return render(request, "desk/capture.html", context)


@require_safe
@xframe_options_sameorigin
@csp(inert.POLICY)
@desk_page()
def shown(request: DeskRequest, pk: int) -> HttpResponse:
    """The page as it was, from the archive alone."""
    return inert.page(_kept(request, pk).file)


@require_safe
@desk_page()
def screenshot(request: DeskRequest, pk: int) -> FileResponse:
    """The picture that the desk's browser took of the archived page."""
    found = _kept(request, pk)
    if not found.screenshot:
        raise Http404
    response = FileResponse(found.screenshot.open("rb"), content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@desk_page()
def file(request: DeskRequest, pk: int) -> FileResponse:
    """The archive itself, to be opened with any reader of WACZ."""
    found = _kept(request, pk)
    name = f"trang-{found.pk}.wacz"
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=name)


@require_POST
@desk_page(*DESK_WORK)
def look_again(request: DeskRequest, pk: int) -> HttpResponse:
    """See whether the address still shows what was kept."""
    with trying() as outcome:
        looking_again.ask(request.user, _kept(request, pk))
    if outcome.ok:
        messages.success(request, _("Đang xem lại trang gốc; kết quả hiện ở đây sau ít giây."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:capture", pk)


@require_POST
@desk_page(*DESK_WORK)
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Drop a capture that no evidence stands on."""
    found = _capture(request, pk)
    with trying() as outcome:
        capturing.remove(request.user, found)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:capture", pk)
    messages.success(request, _("Đã bỏ bản lưu trang."))
    return redirect("desk:rumour", found.rumour_id)
