"""A fact-check in other languages: only what a second speaker has said back, and only while the
Vietnamese that it follows stands.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kiemtin.desk.flow import translating
from kiemtin.desk.models import FactCheck
from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import Stamp
from kiemtin.web.phone.ranged import sound


def beside(page: public.Page, known: Stamp | None) -> dict[str, Any]:
    """The translations that the page of the current version shows; its stamp knows of none."""
    if not page.is_current or known is None or not known.translations:
        return {}
    return {"spoken": translating.sayable(page.fact_check, page.version)}


@require_safe
def recording(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was recorded, for everyone; nothing of what is stale, ended or not said back yet."""
    rows = FactCheck.objects.select_related("current")
    sayable = translating.sayable(get_object_or_404(rows, slug=slug))
    found = next((one for one in sayable if one.pk == pk), None)
    if found is None or not found.recording:
        raise Http404
    return sound(request, found.recording, found.recording_type, found.recording_sha256)
