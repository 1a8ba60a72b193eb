"""Beside a rumour or a message: passages of the library and fact-checks of other desks.

Each is a page of its own, and a part of another where scripts run.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.flow import suggested
from kiemtin.desk.models import Article, ForeignCheck, Message, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import foreign
from kiemtin.desk.queries import sources as queries
from kiemtin.web.desk import beside
from kiemtin.web.desk.access import DeskRequest, desk_page, own


@require_safe
@desk_page(*DESK_WORK)
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """What the library holds about the rumour."""
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    day = timezone.localdate(rumour.opened_at)
    checks = beside.checks(rumour)
    told = {one.found.check.url for one in checks}
    context = {
        "rumour": rumour,
        "passages": [
            one for one in beside.passages(rumour, day) if one.found.article.link not in told
        ],
        "checks": checks,
        "aside": queries.left_aside(rumour),
        "opening": queries.still_opening(),
    }
    return render(request, _template(request, "beside"), context)


def _template(request: DeskRequest, name: str) -> str:
    """The part alone for htmx, else the part in a page."""
    asked = request.headers.get("HX-Request") == "true"
    return f"desk/parts/{name}.html" if asked else f"desk/{name}.html"


@require_safe
@desk_page(*DESK_WORK)
def of_message(request: DeskRequest, pk: int) -> HttpResponse:
    """What other desks found about what a message says."""
    message = own(request, Message.objects.select_related("desk"), pk)
    found = foreign.beside_message(message)
    context = {"message": message, "checks": beside.checks_of(message.text, found)}
    return render(request, _template(request, "beside_message"), context)


@require_POST
@desk_page(*DESK_WORK)
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    """It has nothing to do with the rumour."""
    rumour, thing = _named(request, pk)
    suggested.leave(request.user, rumour, thing)
    undo = reverse("desk:take_suggestion_back", args=[pk])
    kind = "article" if isinstance(thing, Article) else "check"
    said = _("Đã xếp là không liên quan.")
    messages.success(request, said, extra_tags=f"undo={undo}?{kind}={thing.pk}")
    return redirect("desk:beside", pk)


@require_POST
@desk_page(*DESK_WORK)
def take_back(request: DeskRequest, pk: int) -> HttpResponse:
    """It stands beside the rumour again."""
    rumour, thing = _named(request, pk)
    suggested.take_back(request.user, rumour, thing)
    messages.info(request, _("Đã đưa trở lại."))
    return redirect("desk:beside", pk)


def _named(request: DeskRequest, pk: int) -> tuple[Rumour, Article | ForeignCheck]:
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    told = {**request.GET.dict(), **request.POST.dict()}
    if "article" in told:
        return rumour, get_object_or_404(Article, pk=_number(told["article"]))
    return rumour, get_object_or_404(ForeignCheck, pk=_number(told.get("check", "")))


def _number(said: object) -> int:
    text = str(said)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0
