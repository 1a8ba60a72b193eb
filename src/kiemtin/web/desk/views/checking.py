"""The steps of a check: lists taken up, steps noted in place or by an ordinary form."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.checklists import LISTS
from kiemtin.desk.flow import checking
from kiemtin.desk.models import CheckList, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import board
from kiemtin.desk.queries import checking as queries
from kiemtin.desk.words import RumourState
from kiemtin.desk.words_evidence import CheckKind, StepState
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import Outcome, trying
from kiemtin.web.desk.steps_shown import Attempt, both, form_of, shown

WORKED_ON = (*board.OPEN, RumourState.PUBLISHED)


def section(request: DeskRequest, rumour: Rumour) -> dict[str, object]:
    """What the rumour page shows: progress of each list, and which others fit."""
    return {
        "check_lists": queries.taken(rumour),
        "check_offers": queries.offered(rumour) if _may(request, rumour) else [],
        "may_check": _may(request, rumour),
    }


def _may(request: DeskRequest, rumour: Rumour) -> bool:
    return bool(request.roles & DESK_WORK) and rumour.state in WORKED_ON


def _list(request: DeskRequest, pk: int) -> CheckList:
    return own(request, CheckList.objects.select_related("rumour__desk"), pk, "rumour__desk")


def _anchor(row: CheckList, step: str = "") -> str:
    place = f"buoc-{row.pk}-{step}" if step else f"danh-sach-{row.pk}"
    return f"{reverse('desk:checking', args=[row.rumour_id])}#{place}"


@require_safe
@desk_page()
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """Every list of the rumour with all its steps, for a long look and for paper."""
    return _page(request, own(request, Rumour.objects.select_related("desk"), pk))


def _page(
    request: DeskRequest,
    rumour: Rumour,
    attempt: tuple[CheckList, Attempt] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = section(request, rumour) | {"rumour": rumour, "roles": request.roles}
    context["lists"] = [
        (one, shown(one, request.roles, attempt[1] if attempt and attempt[0] == one.row else None))
        for one in queries.taken(rumour)
    ]
    return render(request, "desk/checking.html", context, status=status)


@require_safe
@desk_page()
def one(request: DeskRequest, pk: int) -> HttpResponse:
    """The steps of one list, fetched when its fold is opened."""
    row = _list(request, pk)
    if not request.htmx:
        return redirect(_anchor(row))
    taken = queries.one(row, row.steps.select_related("by"))
    steps = shown(taken, request.roles)
    context = {"taken": taken, "steps": steps, "may_check": _may(request, row.rumour)}
    return render(request, "desk/parts/check_list.html", context)


@require_POST
@desk_page(*DESK_WORK)
def take(request: DeskRequest, pk: int) -> HttpResponse:
    """Take up a list."""
    rumour = own(request, Rumour.objects.select_related("desk"), pk)
    kind = request.POST.get("kind", "")
    if kind not in LISTS:
        raise Http404
    with trying() as outcome:
        row = checking.take_up(request.user, rumour, CheckKind(kind))
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:rumour", pk)
    return redirect(_anchor(row))


@require_POST
@desk_page(*DESK_WORK)
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Put back a list that nobody used."""
    row = _list(request, pk)
    with trying() as outcome:
        checking.close(request.user, row)
    if outcome.ok:
        messages.success(request, _("Đã cất danh sách; chưa bước nào được ghi."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:checking", row.rumour_id)


@require_POST
@desk_page(*DESK_WORK)
def note(request: DeskRequest, pk: int, step: str) -> HttpResponse:
    """Note what a step brought."""

    def act(row: CheckList, said: dict[str, object]) -> str:
        word = checking.Word(StepState(str(said["state"])), str(said["note"]))
        checking.note_step(request.user, row, step, word, seen=int(str(said["seen"])))
        return _("Đã ghi bước này.")

    return _step(request, pk, step, act)


@require_POST
@desk_page(*DESK_WORK)
def undo(request: DeskRequest, pk: int, step: str) -> HttpResponse:
    """Take back what was noted."""

    def act(row: CheckList, said: dict[str, object]) -> str:
        checking.undo_step(request.user, row, step, seen=int(str(said["seen"])))
        return _("Bước này lại để ngỏ.")

    return _step(request, pk, step, act)


def _step(
    request: DeskRequest, pk: int, code: str, act: Callable[[CheckList, dict[str, object]], str]
) -> HttpResponse:
    row = _list(request, pk)
    if code not in LISTS[CheckKind(row.kind)].codes:
        raise Http404
    form = form_of(row, code, request.POST)
    outcome, said = Outcome(status=422, sentence="form"), ""
    if form.is_valid():
        with trying() as outcome:
            said = act(row, form.cleaned_data)
        if outcome.stale:
            form = form_of(row, code, both(request.POST.dict(), outcome.stale))
        elif not outcome.ok:
            form.add_error(None, outcome.sentence)
    failed = None if outcome.ok else form
    attempt = Attempt(code, failed, outcome.stale)
    if request.htmx:
        return _in_place(request, row, attempt, outcome.status)
    if failed:
        return _page(request, row.rumour, (row, attempt), outcome.status)
    messages.success(request, said)
    return redirect(_anchor(row, code))


def _in_place(request: DeskRequest, row: CheckList, attempt: Attempt, status: int) -> HttpResponse:
    taken = queries.one(row, row.steps.select_related("by"))
    steps = [one for one in shown(taken, request.roles, attempt) if one.open]
    context = {"taken": taken, "one": steps[0], "may_check": _may(request, row.rumour)}
    return render(request, "desk/parts/check_step_saved.html", context, status=status)
