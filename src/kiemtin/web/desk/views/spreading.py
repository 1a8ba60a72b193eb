"""Passing bulletins on to the communes: the order, what goes out and how many get it; the ledger
with who has not.
"""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kiemtin import csv_cells
from kiemtin.desk.flow import broadcasting, reaching, reminding
from kiemtin.desk.flow.broadcasting import Subject
from kiemtin.desk.models import Broadcast, Communicator, FactCheck, HoldingLine, Version
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import spread
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Done, Language, Priority
from kiemtin.web.desk import orders
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.forms_reach import NoteForm, OrderForm
from kiemtin.web.desk.says import trying
from kiemtin.web.desk.spread_words import STATES, csv_rows

A_PAGE = 30
ABOUT = ("version__fact_check__desk", "holding_line__rumour__desk", "ordered_by", "follows")


@require_safe
@desk_page(*DESK_WORK)
def broadcasts(request: DeskRequest) -> HttpResponse:
    """Every order of the desks, newest first, with how far it has come."""
    page = Paginator(spread.broadcasts(request.desks), A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, spread.spread(one)) for one in page.object_list]
    return render(request, "desk/broadcasts.html", {"page": page, "rows": rows})


def _own(request: DeskRequest, pk: int) -> Broadcast:
    rows = spread.broadcasts(request.desks).select_related(*ABOUT)
    return get_object_or_404(rows, pk=pk)


@require_safe
@desk_page(*DESK_WORK)
def ledger(request: DeskRequest, pk: int) -> HttpResponse:
    """One broadcast commune by commune: a map, a list, and what can still be done."""
    return _ledger(request, _own(request, pk))


def _ledger(request: DeskRequest, broadcast: Broadcast, **more: Any) -> HttpResponse:
    found = spread.spread(broadcast)
    context = {
        "broadcast": broadcast,
        "subject": broadcast.version or broadcast.holding_line,
        "over": reaching.superseded(broadcast),
        "followed": broadcast.followed_by.first(),
        "spread": found,
        "areas": _areas(found),
        "states": STATES,
        "silent": [one for one in found.communes if one.silent],
        "done": Done.choices,
        "languages": [("", "—"), *Language.choices],
    }
    return render(request, "desk/ledger.html", context | more)


def _areas(found: spread.Spread) -> list[tuple[str, list[spread.Commune]]]:
    areas: dict[str, list[spread.Commune]] = {}
    for one in sorted(found.communes, key=lambda row: place_name(row.place)):
        areas.setdefault(one.district, []).append(one)
    return sorted(areas.items())


@require_POST
@desk_page(*DESK_WORK)
def order(request: DeskRequest, pk: int) -> HttpResponse:
    """Pass the current version of a fact-check on."""
    found = own(request, FactCheck.objects.select_related("current", "rumour__desk", "desk"), pk)
    assert found.current is not None
    back = reverse("desk:fact_check", args=[pk])
    return _order(request, found.current, back, reverse("desk:order", args=[pk]))


@require_POST
@desk_page(*DESK_WORK)
def order_line(request: DeskRequest, pk: int) -> HttpResponse:
    """Pass a holding line on."""
    rows = HoldingLine.objects.select_related("rumour__desk")
    found = own(request, rows, pk, "rumour__desk")
    back = reverse("desk:rumour", args=[found.rumour_id])
    return _order(request, found, back, reverse("desk:order_line", args=[pk]))


def _order(request: DeskRequest, subject: Subject, back: str, url: str) -> HttpResponse:
    """First what would happen; ordered when that has been confirmed."""
    form = OrderForm(orders.codes_of(subject), request.POST)
    offer = orders.offer(request, subject, url, form)
    if offer is None:
        messages.error(request, str(broadcasting.not_now(subject)))
        return redirect(back)
    context: dict[str, Any] = {"offer": offer, "subject": subject, "back": back, "url": url}
    context["may_be_urgent"] = Role.SPOKESPERSON in request.roles
    if not form.is_valid():
        return render(request, "desk/order.html", context, status=422)
    priority, places = Priority(form.cleaned_data["priority"]), form.cleaned_data["places"]
    with trying() as outcome:
        context |= {"effect": orders.effect(subject, priority, places), "priority": priority}
        if "confirmed" in request.POST:
            made = broadcasting.order(request.user, subject, priority, places)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return render(request, "desk/order.html", context, status=outcome.status)
    if "confirmed" not in request.POST:
        return render(request, "desk/order.html", context)
    messages.success(request, _("Đã giao: bản tin đang được chuyển."))
    return redirect("desk:ledger", made.pk)


@require_POST
@desk_page(*DESK_WORK)
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    """Send no more of it."""
    found = _own(request, pk)
    with trying() as outcome:
        broadcasting.stop(request.user, found)
    if outcome.ok:
        messages.success(request, _("Đã dừng: tin đang chờ không gửi nữa. Giao lại thì gửi tiếp."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:ledger", pk)


@require_POST
@desk_page(*DESK_WORK)
def remind(request: DeskRequest, pk: int) -> HttpResponse:
    """Remind whoever has said nothing."""
    found, number = _own(request, pk), 0
    with trying() as outcome:
        number = reminding.remind_now(request.user, found)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
    elif number:
        said = ngettext("Đã nhắc: %(n)s tin nhắc.", "Đã nhắc: %(n)s tin nhắc.", number)
        messages.success(request, said % {"n": number})
    else:
        messages.info(request, _("Không còn ai để nhắc bằng tin. Hãy gọi điện theo danh sách."))
    return redirect("desk:ledger", pk)


@require_POST
@desk_page(*DESK_WORK)
def note(request: DeskRequest, pk: int) -> HttpResponse:
    """Enter what a communicator said on the telephone."""
    found, form = _own(request, pk), NoteForm(request.POST)
    number = form.cleaned_data["communicator"] if form.is_valid() else 0
    who = Communicator.objects.filter(pk=number).first()
    if who is None:
        messages.error(request, _("Hãy chọn người và việc họ đã làm."))
        return redirect("desk:ledger", pk)
    said = form.cleaned_data
    with trying() as outcome:
        reminding.note_by_phone(request.user, found, who, Done(said["done"]), said["language"])
    if outcome.ok:
        messages.success(request, _("Đã ghi: %(name)s.") % {"name": who.name})
    else:
        messages.error(request, outcome.sentence)
    return redirect(reverse("desk:ledger", args=[pk]) + "#h-silent")


@require_safe
@desk_page(*DESK_WORK)
def call_list(request: DeskRequest, pk: int) -> HttpResponse:
    """Who has said nothing, by commune, to take to the telephone on paper."""
    found = spread.spread(_own(request, pk))
    silent = [one for one in found.communes if one.silent]
    context = {"broadcast": found.broadcast, "silent": silent, "nobody": _nobody(found)}
    return render(request, "desk/call_list.html", context)


def _nobody(found: spread.Spread) -> list[spread.Commune]:
    return [one for one in found.communes if one.state == "nobody"]


@require_safe
@desk_page(*DESK_WORK)
def export(request: DeskRequest, pk: int) -> StreamingHttpResponse:
    """The ledger as a file: communes and counts, no names and no addresses."""
    rows = csv_rows(spread.spread(_own(request, pk)))
    response = StreamingHttpResponse(csv_cells.lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="chuyen-tin-{pk}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def section(request: DeskRequest, subject: Subject | None) -> dict[str, Any]:
    """What the page of a fact-check or of a rumour shows of passing it on."""
    if subject is None or not request.roles & DESK_WORK:
        return {}
    if isinstance(subject, Version):
        url = reverse("desk:order", args=[subject.fact_check_id])
    else:
        url = reverse("desk:order_line", args=[subject.pk])
    offer = orders.offer(request, subject, url)
    known = orders.known_of(subject)
    return {
        "offer": offer,
        "going": spread.spread(known) if known else None,
        "may_be_urgent": Role.SPOKESPERSON in request.roles,
    }
