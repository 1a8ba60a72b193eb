"""Places for the picker of a form: name, province, and why an old name leads there."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.web.public.places import choices
from kiemtin.web.public.respond import for_all

KEPT_SECONDS = 3600
LONGEST = 120


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """What `?q=` may mean, best first: [{"code", "label", "note"}]."""
    typed = request.GET.get("q", "")[:LONGEST]
    desk = public.front_desk()
    found = [asdict(choice) for choice in choices(typed, desk.place if desk else "")]
    return for_all(request, JsonResponse(found, safe=False), KEPT_SECONDS)
