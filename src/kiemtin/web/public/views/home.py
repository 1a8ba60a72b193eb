"""The first page: what did you hear, what is being checked now, what has been found."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import newest_version
from kiemtin.web.public.respond import kept_page

LATEST, WARNINGS = 6, 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Ask box, holding lines in force, latest fact-checks."""
    lines = public.holding_lines(WARNINGS)
    stamp = (newest_version(), tuple(line.log_entry.commitment for line in lines))
    return kept_page(
        request,
        "public/home.html",
        stamp,
        lambda: {"section": "check", "lines": lines, "fact_checks": public.latest(LATEST)},
        here=request.path,
    )
