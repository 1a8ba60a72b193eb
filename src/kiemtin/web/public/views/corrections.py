"""What the desk itself got wrong, with the date and what replaced it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import newest_version
from kiemtin.web.public.respond import kept_page

A_PAGE = 20


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """One page of corrections and withdrawals, newest first."""
    return kept_page(
        request, "public/corrections.html", newest_version(), lambda: _context(request)
    )


def _context(request: HttpRequest) -> dict[str, Any]:
    found = Paginator(public.corrections(), A_PAGE).get_page(request.GET.get("page"))
    return {"section": "how", "found": found}
