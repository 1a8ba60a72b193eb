"""The inbox: one message at a time with its candidates; one key decides, ten seconds to undo."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import index, match, triage
from kiemtin.desk.models import Message, Rumour
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import inbox as queries
from kiemtin.desk.queries import seeming
from kiemtin.desk.words import MessageState, NotCheckable, RumourState
from kiemtin.matching import marks
from kiemtin.matching.compare import compare_read
from kiemtin.matching.reading import Reading, read_entry, read_query
from kiemtin.matching.types import Query
from kiemtin.web.compared import Compared, compared
from kiemtin.web.desk import text_hints, whole
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying

A_PAGE = 30
KEYS = "asdfg"
SHOWN = {
    MessageState.INBOX: gettext_lazy("Chờ xem"),
    MessageState.NOT_CHECKABLE: gettext_lazy("Không kiểm chứng"),
    MessageState.SET_ASIDE: gettext_lazy("Đã cất"),
}
LIKELY = 50  # percent; from here on "the same" is the first thing to press
NEAR = 10  # percent; what is less alike than the first stands folded: nobody presses it by habit
READ_AT_ONCE = 1_500  # characters of a message; the rest of a longer forward folds


@dataclass(frozen=True)
class Candidate:
    """A known rumour beside the message: its key, how likely it is the same, and what differs."""

    key: str
    rumour: Rumour
    percent: int
    reasons: tuple[str, ...]
    compared: Compared


@desk_page(*DESK_WORK)
def inbox(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """The queue at the left, one message in the middle, what helps at the right."""
    state = request.GET.get("trang-thai", MessageState.INBOX)
    state = state if state in SHOWN else MessageState.INBOX
    rows = queries.inbox(request.desks, state)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    message = own(request, Message.objects.select_related("desk"), pk) if pk else None
    message = message or next(iter(page.object_list), None)
    context: dict[str, Any] = {
        "page": page,
        "message": message,
        "chosen": pk is not None,
        "state": state,
        "states": _tabs(state),
    }
    return render(request, "desk/inbox.html", context | _beside(message))


def _tabs(state: str) -> list[dict[str, Any]]:
    return [
        {"url": f"?trang-thai={one.value}", "label": label, "current": one == state}
        for one, label in SHOWN.items()
    ]


def _beside(message: Message | None) -> dict[str, Any]:
    if message is None:
        return {}
    suggested = zip(KEYS, queries.suggestions(message), strict=False)
    asked = match.query(message)
    reading = read_query(asked)
    found = [_candidate(asked, reading, key, one) for key, one in suggested]
    return {
        "told": marks.stretches(marks.marked(message.text, []), READ_AT_ONCE),
        "near": found[:1] + [one for one in found[1:] if one.percent >= NEAR],
        "far": [one for one in found[1:] if one.percent < NEAR],
        "likely": bool(found) and found[0].percent >= LIKELY,
        "reasons": queries.reasons_of(message),
        "open_rumours": Rumour.objects.filter(
            desk=message.desk,
            state__in=[RumourState.NEW, RumourState.CHECKING, RumourState.PUBLISHED],
        )[:200],
        "why_not": NotCheckable.choices,
        "seems": seeming.of_message(message),
        "text_hints": text_hints.of_text(message.text),
        "sighting": getattr(message, "sighting", None),
        **whole.beside(message),
    }


def _candidate(asked: Query, reading: Reading, key: str, found: queries.Suggestion) -> Candidate:
    """The candidate with its deciding details beside those of the message, which is read once."""
    entry = index.entry(found.rumour)
    rows = compare_read(asked, reading, entry, read_entry(entry, asked.date))
    shown = compared(asked.text, entry.claim, rows)
    return Candidate(key, found.rumour, found.percent, found.reasons, shown)


def _decide(request: DeskRequest, pk: int, step: Callable[[Message], str]) -> HttpResponse:
    """Take one decision on a message; the notice carries its undo."""
    message = own(request, Message.objects.select_related("desk"), pk)
    with trying() as outcome:
        said = step(message)
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:message", pk)
    undo = reverse("desk:message_undo", args=[pk])
    messages.success(request, said, extra_tags=f"undo={undo}")
    return redirect("desk:inbox")


@require_POST
@desk_page(*DESK_WORK)
def attach(request: DeskRequest, pk: int) -> HttpResponse:
    """The message repeats a known rumour."""

    def step(message: Message) -> str:
        wanted = request.POST.get("rumour", "")
        rumour = own(request, Rumour.objects.all(), int(wanted) if wanted.isdigit() else 0)
        triage.attach(request.user, message, rumour)
        answered = message.deliveries.exists()
        return _("Đã gộp và trả lời người hỏi.") if answered else _("Đã gộp vào tin đồn.")

    return _decide(request, pk, step)


@require_POST
@desk_page(*DESK_WORK)
def open_rumour(request: DeskRequest, pk: int) -> HttpResponse:
    """The message is the first sighting of something new."""

    def step(message: Message) -> str:
        triage.open_rumour(request.user, message)
        return _("Đã mở tin đồn mới.")

    return _decide(request, pk, step)


@require_POST
@desk_page(*DESK_WORK)
def set_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """There is nothing in it to check."""

    def step(message: Message) -> str:
        triage.set_aside(request.user, message)
        return _("Đã cất: không có gì để kiểm chứng.")

    return _decide(request, pk, step)


@require_POST
@desk_page(*DESK_WORK)
def not_checkable(request: DeskRequest, pk: int) -> HttpResponse:
    """It states no checkable fact; the asker is told why."""
    why = request.POST.get("why", "")

    def step(message: Message) -> str:
        triage.not_checkable(request.user, message, NotCheckable(why))
        return _("Đã trả lời: không thuộc diện kiểm chứng.")

    if why not in NotCheckable.values:
        messages.error(request, _("Hãy chọn vì sao tin này không kiểm chứng được."))
        return redirect("desk:message", pk)
    return _decide(request, pk, step)


@require_POST
@desk_page(*DESK_WORK)
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Back into the inbox as it was."""
    message = own(request, Message.objects.select_related("desk"), pk)
    with trying() as outcome:
        triage.undo(request.user, message)
    if outcome.ok:
        messages.info(request, _("Đã hoàn tác: tin trở lại hộp thư đến."))
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:message", pk)
