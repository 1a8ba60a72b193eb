"""A fact-check: verdict, fact, what to do, where and until when; then all it stands on."""

import io
from functools import partial
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import Stamp, stamp
from kiemtin.web.public import contents
from kiemtin.web.public.respond import for_all, kept_page, shown

TEMPLATE = "public/fact_check.html"
QR_SECONDS = 86_400


@require_safe
def fact_check(request: HttpRequest, slug: str) -> HttpResponse:
    """What the desk says now."""
    known = stamp(slug)
    if known is None:
        raise Http404
    page = partial(_context, slug, known=known)
    return kept_page(request, TEMPLATE, known, page, here=request.path)


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What the desk said once, with a way to what it says now."""
    return for_all(request, shown(request, TEMPLATE, _context(slug, number)))


def _context(slug: str, number: int | None = None, known: Stamp | None = None) -> dict[str, Any]:
    page = public.page(slug, number, known)
    if page is None:
        raise Http404
    return {"section": "list"} | contents.shown(page)


@require_safe
def qr(request: HttpRequest, slug: str) -> HttpResponse:
    """The page's address as a QR code, for paper."""
    if public.fact_check(slug) is None:
        raise Http404
    drawing = io.BytesIO()
    code = segno.make(contents.address_of(slug), error="m")
    code.save(drawing, kind="svg", scale=4, border=2, xmldecl=False)
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    return for_all(request, response, QR_SECONDS)
