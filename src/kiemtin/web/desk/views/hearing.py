"""Recordings of communicators: heard, used as a translation, written down, or let go."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.flow import hearing, translating
from kiemtin.desk.models import Report
from kiemtin.desk.queries.recordings import recordings
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.forms import PageForm, long_text
from kiemtin.web.desk.says import Outcome, trying
from kiemtin.web.phone.ranged import sound

A_PAGE = 30


class WriteForm(PageForm):
    """What a recording asks, in the listener's words."""

    text = long_text(
        lazy("Họ hỏi gì, nghe thấy gì"),
        3,
        lazy("Ghi đúng lời họ nói. Không ghi tên, số điện thoại của ai."),
        required=True,
    )

    def __init__(self, number: int, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"auto_id": f"write_{number}_%s"} | options))


@require_safe
@desk_page(*hearing.HEARING)
def page(request: DeskRequest) -> HttpResponse:
    """What there is to hear, and what was heard in the last month."""
    return _page(request)


def _page(
    request: DeskRequest,
    outcome: Outcome | None = None,
    wrong: WriteForm | None = None,
    at: int = 0,
) -> HttpResponse:
    """The list; a form that was refused stays as it was typed beside its recording."""
    found = Paginator(recordings(request.desks), A_PAGE).get_page(request.GET.get("page"))
    listed = list(found.object_list)
    if at and all(one.pk != at for one in listed):
        listed = [*recordings(request.desks).filter(pk=at), *listed]
    rows = [(one, _form(one, wrong, at), hearing.usable(one)) for one in listed]
    context = {
        "page": found,
        "rows": rows,
        "may_translate": bool(request.roles & set(translating.TRANSLATING)),
        "sentence": outcome.sentence if outcome and not wrong else "",
    }
    status = outcome.status if outcome else 422 if wrong else 200
    return render(request, "desk/recordings.html", context, status=status)


def _form(one: Report, wrong: WriteForm | None, at: int) -> WriteForm | None:
    if wrong is not None and one.pk == at:
        return wrong
    done = one.broadcast_id is not None or one.written_at is not None
    return None if done else WriteForm(one.pk)


def _own(request: DeskRequest, pk: int) -> Report:
    rows = Report.objects.select_related("communicator__desk", "broadcast__version__fact_check")
    return own(request, rows, pk, "communicator__desk")


@require_POST
@desk_page(*hearing.HEARING)
def heard(request: DeskRequest, pk: int) -> HttpResponse:
    """It was listened to."""
    found = _own(request, pk)
    with trying() as outcome:
        hearing.heard(request.user, found)
        return redirect("desk:recordings")
    return _page(request, outcome)


@require_POST
@desk_page(*hearing.HEARING)
def adopt(request: DeskRequest, pk: int) -> HttpResponse:
    """It becomes a translation, which waits to be said back."""
    found = _own(request, pk)
    with trying() as outcome:
        made = hearing.adopt(request.user, found)
        said = _("Đã dùng làm bản dịch. Một người khác đối chiếu rồi bản dịch mới được dùng.")
        messages.success(request, said)
        address = redirect("desk:translation", made.fact_check_id)
        address.headers["Location"] += f"?tieng={made.language}"
        return address
    return _page(request, outcome)


@require_POST
@desk_page(*hearing.HEARING)
def write_down(request: DeskRequest, pk: int) -> HttpResponse:
    """What it asks comes into the inbox."""
    found, form = _own(request, pk), WriteForm(pk, request.POST)
    if not form.is_valid():
        return _page(request, wrong=form, at=pk)
    with trying() as outcome:
        message = hearing.write_down(request.user, found, form.cleaned_data["text"])
        said = _("Đã ghi thành tin %(number)s trong hộp thư đến.") % {"number": message.pk}
        messages.success(request, said)
        return redirect("desk:recordings")
    form.add_error(None, outcome.sentence)
    return _page(request, outcome, form, pk)


@require_POST
@desk_page(*hearing.HEARING)
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Its file is erased."""
    found = _own(request, pk)
    with trying() as outcome:
        hearing.remove(request.user, found)
        messages.success(request, _("Đã xoá bản ghi âm."))
        return redirect("desk:recordings")
    return _page(request, outcome)


@require_safe
@desk_page(*hearing.HEARING)
def audio(request: DeskRequest, pk: int) -> HttpResponse:
    """The sound itself, for those who hear it."""
    found = own(request, recordings(request.desks), pk, "communicator__desk")
    response = sound(request, found.file, found.content_type, found.sha256)
    response["Cache-Control"] = "private, no-store"
    return response
