"""The board: open rumours sorted by their clocks, with who has each."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import triage
from kiemtin.desk.models import Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import board as queries
from kiemtin.desk.words import Level
from kiemtin.web.desk.access import DeskRequest, desk_page, own

A_PAGE = 50


@desk_page()
def board(request: DeskRequest) -> HttpResponse:
    """Every open rumour, the one due first on top."""
    level = request.GET.get("muc", "")
    filters: dict[str, object] = {"level": level} if level in Level.values else {}
    if request.GET.get("cua-toi"):
        filters["holder"] = request.user
    page = Paginator(queries.board(request.desks, **filters), A_PAGE)
    context = {
        "page": page.get_page(request.GET.get("page")),
        "filters": _tabs(level, mine="holder" in filters),
        "level": level,
        "mine": "holder" in filters,
        "may_work": bool(request.roles & DESK_WORK),
    }
    return render(request, "desk/board.html", context)


def _tabs(level: str, *, mine: bool) -> list[dict[str, Any]]:
    every = {"url": "?", "label": _("Tất cả"), "current": not level and not mine}
    own = {"url": "?cua-toi=1", "label": _("Của tôi"), "current": mine}
    levels = [
        {"url": f"?muc={code}", "label": label, "current": level == code}
        for code, label in Level.choices
    ]
    return [every, *levels, own]


@require_POST
@desk_page(*DESK_WORK)
def take(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a rumour, or lay it back when it is one's own already."""
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    holder = None if rumour.holder_id == request.user.pk else request.user
    triage.take(request.user, rumour, holder)
    if request.POST.get("next") == "rumour":
        return redirect("desk:rumour", pk)
    return redirect("desk:board")
