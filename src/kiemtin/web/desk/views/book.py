"""The desk's own book: who did what, newest first; a check of the whole of it; a copy to take."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from kiemtin.desk.acts import Area
from kiemtin.desk.flow.audit import head
from kiemtin.desk.permissions import AUDITING
from kiemtin.desk.queries import audit
from kiemtin.desk.words import Role
from kiemtin.record.chain_file import as_csv, as_json
from kiemtin.web.desk.access import DeskRequest, desk_page
from kiemtin.web.desk.book import told
from kiemtin.web.desk.forms import day

A_PAGE = 50
ANY = [("", lazy("Tất cả"))]
KINDS = [
    ("message", lazy("Tin")),
    ("rumour", lazy("Tin đồn")),
    ("draft", lazy("Bản thảo")),
    ("factcheck", lazy("Bài kiểm chứng")),
    ("objection", lazy("Phản hồi")),
    ("account", lazy("Tài khoản")),
]
FORMS = {"json": (as_json, "application/json"), "csv": (as_csv, "text/csv; charset=utf-8")}


class FilterForm(forms.Form):
    """What is looked for, from the address of the page."""

    role = forms.ChoiceField(
        label=lazy("Vai trò của người làm"), choices=[*ANY, *Role.choices], required=False
    )
    area = forms.ChoiceField(label=lazy("Việc"), choices=[*ANY, *Area.choices], required=False)
    kind = forms.ChoiceField(label=lazy("Đối tượng"), choices=[*ANY, *KINDS], required=False)
    object = forms.IntegerField(label=lazy("Số của đối tượng"), min_value=1, required=False)
    day = day(lazy("Ngày"))

    def wanted(self) -> audit.Wanted:
        """What can be used of it; what cannot be read is said beside its field and left out."""
        return audit.Wanted(**{name: value for name, value in self.cleaned_data.items() if value})


@require_safe
@desk_page(*AUDITING)
def book(request: DeskRequest) -> HttpResponse:
    """One page of the entries that the filter leaves."""
    form = FilterForm(request.GET)
    form.is_valid()
    rows = audit.entries(audit.readable(request.user, request.desks), form.wanted())
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "told": [told(one) for one in page.object_list],
        "filtered": any(request.GET.get(name) for name in form.fields),
        "many_desks": len(request.desks) > 1,
    }
    return render(request, "desk/book.html", context)


@require_safe
@desk_page(*AUDITING)
def check(request: DeskRequest) -> HttpResponse:
    """Read the whole chain and say whether it stands as it was written."""
    found = audit.check()
    vietnamese = get_language() != "en"
    context = {
        "found": found,
        "findings": [one.vi() if vietnamese else one.en() for one in found.findings],
        "more": found.broken - len(found.findings),
        "head": head(),
    }
    return render(request, "desk/book_check.html", context)


@require_safe
@desk_page(*AUDITING)
def export(request: DeskRequest, form: str) -> StreamingHttpResponse:
    """The whole chain as a file; entries of desks that the reader has no part in are sealed."""
    write, content_type = FORMS[form]
    desks = audit.readable(request.user, request.desks)
    pieces = write(audit.links(desks))
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="so-viec.{form}"'
    response["Cache-Control"] = "private, no-store"
    return response
