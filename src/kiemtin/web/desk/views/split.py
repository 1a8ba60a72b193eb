"""Two rumours are one, or were not; a message is about something else: each with its undo."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import split, triage
from kiemtin.desk.models import Merge, Message, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying


@require_POST
@desk_page(*DESK_WORK)
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that this rumour and another are one; the notice carries its undo."""
    wanted = request.POST.get("into", "")
    rows = Rumour.objects.select_related("desk")
    rumour = own(request, rows, pk)
    into = own(request, rows, int(wanted) if wanted.isdigit() else 0)
    with trying() as outcome:
        done = triage.merge(request.user, rumour, into)
        undo = reverse("desk:take_apart", args=[done.pk])
        messages.success(request, _("Đã gộp hai tin đồn."), extra_tags=f"undo={undo}")
    if not outcome.ok:
        messages.error(request, outcome.sentence)
    return redirect("desk:rumour", pk)


def _both(request: DeskRequest, pk: int, message: int) -> tuple[Rumour, Message]:
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    return rumour, own(request, Message.objects.select_related("desk"), message)


@require_POST
@desk_page(*DESK_WORK)
def take_out(request: DeskRequest, pk: int, message: int) -> HttpResponse:
    """The message is about something else; the notice carries its undo."""
    rumour, sighted = _both(request, pk, message)
    with trying() as outcome:
        split.take_out(request.user, sighted, rumour)
    if outcome.ok:
        undo = reverse("desk:put_back", args=[pk, message])
        said = _("Đã đưa tin về hộp thư đến; câu như thế sẽ không vào tin đồn này nữa.")
        messages.success(request, said, extra_tags=f"undo={undo}")
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:rumour", pk)


@require_POST
@desk_page(*DESK_WORK)
def put_back(request: DeskRequest, pk: int, message: int) -> HttpResponse:
    """The message is about this rumour after all."""
    rumour, taken = _both(request, pk, message)
    with trying() as outcome:
        split.put_back(request.user, taken, rumour)
    if outcome.ok:
        messages.info(request, _("Đã hoàn tác: tin nằm lại trong tin đồn."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:rumour", pk)


@require_POST
@desk_page(*DESK_WORK)
def take_apart(request: DeskRequest, pk: int) -> HttpResponse:
    """Two rumours were not one after all."""
    merge = own(request, Merge.objects.select_related("rumour", "into"), pk, "rumour__desk")
    with trying() as outcome:
        split.take_apart(request.user, merge)
    if outcome.ok:
        messages.info(request, _("Đã tách lại thành hai tin đồn."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:rumour", merge.rumour_id)
