"""What the desk has published: versions, who has been told; amending and withdrawing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import answer, drafts, translating
from kiemtin.desk.models import FactCheck, Message
from kiemtin.desk.permissions import DESK_WORK
from kiemtin.desk.queries import board, ledger
from kiemtin.desk.queries import objections as replies
from kiemtin.desk.words import MessageState, VersionKind
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.says import trying
from kiemtin.web.desk.views import erasure, readers, spreading

A_PAGE = 40
STANDING = ("author", "reviewer", "spokesperson", "log_entry")
CHANGES = (VersionKind.AMENDMENT, VersionKind.UPDATE, VersionKind.WITHDRAWAL)


@desk_page()
def fact_checks(request: DeskRequest) -> HttpResponse:
    """Everything published by the desks, newest change first."""
    rows = ledger.published(request.desks, request.GET.get("q", ""))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "query": request.GET.get("q", "")}
    return render(request, "desk/fact_checks.html", context)


@desk_page()
def fact_check(request: DeskRequest, pk: int) -> HttpResponse:
    """One fact-check with its ledger."""
    found = own(request, FactCheck.objects.select_related("current", "rumour", "desk"), pk)
    context = {
        "fact_check": found,
        "versions": found.versions.select_related(*STANDING),
        "ledger": ledger.ledger(found),
        "objections": replies.of(found),
        **readers.beside(request, found),
        "draft": found.rumour.drafts.filter(is_open=True).first(),
        "changes": CHANGES,
        "may_work": bool(request.roles & DESK_WORK),
        **spreading.section(request, found.current),
        "translations": translating.standing(found),
        "may_erase": bool(request.roles & set(erasure.MAY_ASK)),
    }
    return render(request, "desk/fact_check.html", context)


@require_POST
@desk_page(*DESK_WORK)
def amend(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin the next version."""
    found = own(request, FactCheck.objects.select_related("current", "rumour__desk"), pk)
    kind = request.POST.get("kind", "")
    if kind not in CHANGES:
        messages.error(request, _("Hãy chọn: đính chính, cập nhật hay rút lại."))
        return redirect("desk:fact_check", pk)
    with trying() as outcome:
        drafts.amend(request.user, found, VersionKind(kind))
    if not outcome.ok:
        messages.error(request, outcome.sentence)
        return redirect("desk:fact_check", pk)
    return redirect("desk:draft", found.rumour_id)


@desk_page(*DESK_WORK)
def callbacks(request: DeskRequest) -> HttpResponse:
    """People who left a way to reach them and whose answer is ready."""
    rows = board.callbacks(request.desks)
    shown = request.GET.get("xem", "")
    context: dict[str, Any] = {"rows": rows, "shown": None, "address": ""}
    if shown.isdigit():
        message = own(request, Message.objects.select_related("reply_address"), int(shown))
        with trying() as outcome:
            context |= {"shown": message, "address": answer.reply_address(request.user, message)}
        context |= {"told": board.told(message), "more": _more(message)}
        if not outcome.ok:
            messages.error(request, outcome.sentence)
    response = render(request, "desk/callbacks.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def _more(message: Message) -> bool:
    """True when another claim of it will be answered later, for which the address stays."""
    return message.state == MessageState.DIVIDED and answer.waits(message)


@require_POST
@desk_page(*DESK_WORK)
def called_back(request: DeskRequest, pk: int) -> HttpResponse:
    """The person has been told; the address is erased."""
    message = own(request, Message.objects.all(), pk)
    answer.called_back(request.user, message)
    if _more(message):
        messages.success(request, _("Đã ghi. Địa chỉ được giữ đến khi trả lời điều còn lại."))
    else:
        messages.success(request, _("Đã ghi: người hỏi đã được báo. Địa chỉ đã xoá."))
    return redirect("desk:callbacks")
