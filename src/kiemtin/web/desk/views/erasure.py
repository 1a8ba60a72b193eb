"""Erasing what should never have been public: asked for by one person, done by another."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import erase
from kiemtin.desk.models import Erasure, LogEntry
from kiemtin.desk.words import Role
from kiemtin.web.desk.access import DeskRequest, desk_page
from kiemtin.web.desk.says import trying

MAY_ASK = (Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
MAY_DO = (Role.REVIEWER, Role.SPOKESPERSON)
SHOWN = 50


class ErasureForm(forms.Form):
    """Which entry of the log, and why; the reason becomes public."""

    entry = forms.IntegerField(
        label=gettext_lazy("Mục trong sổ công khai"),
        help_text=gettext_lazy(
            "Số mục ghi ở cuối trang của bản đó; của phản hồi và câu trả lời thì xem trong sổ."
        ),
        min_value=0,
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do (công khai)"),
        help_text=gettext_lazy("Không nhắc lại điều phải xoá. Ví dụ: có dữ liệu riêng tư."),
        max_length=erase.REASON_LETTERS,
    )


@desk_page(*MAY_ASK)
def erasures(request: DeskRequest) -> HttpResponse:
    """What is asked for and what was erased; a new request by POST."""
    form = ErasureForm(request.POST or None, initial={"entry": request.GET.get("muc")})
    if request.method == "POST" and form.is_valid() and _asked(request, form):
        return redirect("desk:erasures")
    return render(request, "desk/erasures.html", _context(request, form))


def _asked(request: DeskRequest, form: ErasureForm) -> bool:
    said = form.cleaned_data
    entry = LogEntry.objects.filter(number=said["entry"]).first()
    if entry is None or not _ours(request, entry):
        form.add_error("entry", _("Không có mục này trong sổ của bàn."))
        return False
    with trying() as outcome:
        erase.ask(request.user, entry, said["reason"])
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return False
    messages.success(request, _("Đã ghi. Một người khác sẽ xem và thực hiện."))
    return True


def _ours(request: DeskRequest, entry: LogEntry) -> bool:
    try:
        return erase.desk_of(entry) in request.desks
    except FlowError:
        return True  # the flow says what is wrong with it


def _context(request: DeskRequest, form: ErasureForm) -> dict[str, Any]:
    rows = Erasure.objects.select_related("entry", "tombstone", "asked_by", "done_by")[:SHOWN]
    ours = [one for one in rows if _ours(request, one.entry)]
    return {
        "form": form,
        "waiting": [one for one in ours if one.tombstone is None],
        "done": [one for one in ours if one.tombstone is not None],
        "may_do": bool(request.roles & set(MAY_DO)),
    }


def _known(request: DeskRequest, pk: int) -> Erasure:
    found = Erasure.objects.select_related("entry").filter(pk=pk).first()
    if found is None or not _ours(request, found.entry):
        raise Http404
    return found


@require_POST
@desk_page(*MAY_DO)
def do(request: DeskRequest, pk: int) -> HttpResponse:
    """Erase for good."""
    with trying() as outcome:
        erase.do(request.user, _known(request, pk))
    _say(request, outcome.ok, outcome.sentence or _("Đã xoá. Mục và bằng chứng vẫn còn trong sổ."))
    return redirect("desk:erasures")


@require_POST
@desk_page(*MAY_ASK)
def take_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Withdraw a request that nobody has carried out."""
    with trying() as outcome:
        erase.take_back(request.user, _known(request, pk))
    _say(request, outcome.ok, outcome.sentence or _("Đã bỏ yêu cầu xoá."))
    return redirect("desk:erasures")


def _say(request: DeskRequest, ok: bool, sentence: str) -> None:
    (messages.success if ok else messages.error)(request, sentence)
