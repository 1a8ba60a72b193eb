"""A message with several claims: a person cuts it, or puts it together again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import divide as flow
from kiemtin.desk.models import Message
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying


@require_POST
@desk_page(*DESK_WORK)
def divide(request: DeskRequest, pk: int) -> HttpResponse:
    """Cut the message before each clause that was ticked."""
    message = own(request, Message.objects.select_related("desk"), pk)
    starts = {int(one) for one in request.POST.getlist("start") if one.isdecimal()}
    with trying() as outcome:
        flow.divide(request.user, message, starts)
    if outcome.ok:
        undo = reverse("desk:message_join", args=[pk])
        messages.success(request, _("Đã tách: mỗi điều được xem riêng."), extra_tags=f"undo={undo}")
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:message", pk)


@require_POST
@desk_page(*DESK_WORK)
def join(request: DeskRequest, pk: int) -> HttpResponse:
    """Put the message together again, given itself or one of its parts."""
    message = own(request, Message.objects.select_related("desk", "part_of__desk"), pk)
    whole = message.whole
    with trying() as outcome:
        flow.put_together(request.user, message)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:message", pk)
    messages.info(request, _("Đã gộp các phần lại: tin trở lại hộp thư đến."))
    return redirect("desk:message", whole.pk)
