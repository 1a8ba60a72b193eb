"""A fact-check: verdict, fact, what to do, where and until when; then all it stands on."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.desk.contents import address_of
from kiemtin.desk.queries import bulletins as records
from kiemtin.desk.queries import log, public, ratings
from kiemtin.desk.queries.stamp import Stamp, stamp
from kiemtin.desk.words import Helpful
from kiemtin.web.public import bulletins, contents
from kiemtin.web.public.respond import PAGES, for_all, kept_page, shown
from kiemtin.web.public.views import spoken

TEMPLATE = "public/fact_check.html"


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
    context = _context(slug, number)
    context["erasure"] = log.erasure_of(context["page"].version)
    return for_all(request, shown(request, TEMPLATE, context))


def _context(slug: str, number: int | None = None, known: Stamp | None = None) -> dict[str, Any]:
    page = public.page(slug, number, known)
    if page is None:
        raise Http404
    return {"section": "list"} | contents.shown(page) | _readers(page) | spoken.beside(page, known)


def _readers(page: public.Page) -> dict[str, Any]:
    """What readers make of it. It is part of no stamp: a new rating shows within some minutes."""
    if not page.is_current:
        return {}
    return {"readers": ratings.of_version(page.version), "words": Helpful.choices}


@require_safe
def qr(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """What paper carries: the signed code of the version, or the page's address without a key."""
    key = ("qr", slug, number, stamp(slug), settings.PUBLIC_URL)
    drawn = PAGES.get(key, lambda: _drawn(slug, number))
    return for_all(request, HttpResponse(drawn, content_type="image/svg+xml"))


def _drawn(slug: str, number: int | None) -> bytes:
    version = records.version(slug, number)
    if version is None:
        raise Http404
    return bulletins.drawing(bulletins.code(version) or address_of(slug))
