"""What is being checked now: the safe action first; and what came of earlier warnings."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import newest_version
from kiemtin.web.public.respond import kept_page


@require_safe
def holding(request: HttpRequest) -> HttpResponse:
    """Lines in force, then those of the last month that ended."""
    lines, ended = public.holding_lines(), public.ended_lines()
    stamp = tuple(tuple(line.log_entry.commitment for line in part) for part in (lines, ended))
    return kept_page(
        request,
        "public/holding.html",
        (newest_version(), stamp),
        lambda: {"lines": lines, "ended": ended},
        here=request.path,
    )
