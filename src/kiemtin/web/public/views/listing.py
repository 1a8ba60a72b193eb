"""All fact-checks, newest first, by verdict, subject, place and words."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.models import FactCheck
from kiemtin.desk.queries import public, search
from kiemtin.desk.queries.stamp import newest_version
from kiemtin.web.public.forms.listing import FilterForm
from kiemtin.web.public.respond import kept_page

A_PAGE = 20


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """One page of the list; a filter that cannot be read is said and not applied."""
    return kept_page(request, "public/list.html", newest_version(), lambda: _context(request))


def _context(request: HttpRequest) -> dict[str, Any]:
    desk = public.front_desk()
    form = FilterForm(request.GET, near=desk.place if desk else "")
    form.is_valid()
    found = Paginator(filtered(form), A_PAGE).get_page(request.GET.get("page"))
    return {"section": "list", "form": form, "found": found, "filtered": form.in_use()}


def filtered(form: FilterForm) -> QuerySet[FactCheck]:
    """The fact-checks that a filter leaves."""
    found = public.fact_checks(**form.chosen())
    words = form.cleaned_data.get("q", "").strip()
    return found.filter(pk__in=search.words().matching(words)) if words else found
