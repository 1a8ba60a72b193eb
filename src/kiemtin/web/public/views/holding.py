"""What is being checked now: the safe action first; and what came of earlier warnings."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.web.public.respond import public_page


@require_safe
def holding(request: HttpRequest) -> HttpResponse:
    """Lines in force, then those of the last month that ended."""
    shown = {"lines": public.holding_lines(), "ended": public.ended_lines()}
    return public_page(request, "public/holding.html", shown)
