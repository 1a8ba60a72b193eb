"""The first page: what did you hear, what is being checked now, what has been found."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.web.public.respond import public_page

LATEST, WARNINGS = 6, 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Ask box, holding lines in force, latest fact-checks."""
    lines = public.holding_lines()
    shown = {
        "section": "check",
        "lines": lines[:WARNINGS],
        "more_lines": len(lines) - WARNINGS,
        "fact_checks": public.latest(LATEST),
    }
    return public_page(request, "public/home.html", shown)
