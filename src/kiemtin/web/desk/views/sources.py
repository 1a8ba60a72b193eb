"""What the chosen sources say: looked through, and taken as evidence for a rumour."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kiemtin.desk.connectors import connector
from kiemtin.desk.models import SourceItem
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import board, sources
from kiemtin.web.desk import forms
from kiemtin.web.desk.access import DeskRequest, desk_page

A_PAGE = 30
MOST_RUMOURS = 100


@require_safe
@desk_page()
def page(request: DeskRequest) -> HttpResponse:
    """The items, newest first, by words and source."""
    words, source = request.GET.get("q", "").strip()[:200], request.GET.get("nguon", "")
    found = Paginator(sources.items(words, source), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": found,
        "words": words,
        "source": source,
        "sources": sources.names(),
        "set_up": connector("feeds") is not None,
        "may_work": bool(request.roles & DESK_WORK),
    }
    return render(request, "desk/sources.html", context)


@require_safe
@desk_page(*DESK_WORK)
def item(request: DeskRequest, pk: int) -> HttpResponse:
    """One item, and the rumours for which it can be evidence."""
    found = get_object_or_404(SourceItem, pk=pk)
    rumours = board.board(request.desks)[:MOST_RUMOURS]
    return render(request, "desk/source_item.html", {"item": found, "rumours": rumours})


def prefilled(request: HttpRequest) -> dict[str, Any]:
    """The evidence form filled in from the item of ?nguon=; nothing without one."""
    named = request.GET.get("nguon", "")
    found = SourceItem.objects.filter(pk=named).first() if named.isdecimal() else None
    if found is None or len(named) > 18:
        return {}
    dated = found.published_at and timezone.localdate(found.published_at)
    initial = {"source": found.source, "title": found.title, "url": found.link, "dated": dated}
    return {"evidence_form": forms.EvidenceForm(initial=initial)}
