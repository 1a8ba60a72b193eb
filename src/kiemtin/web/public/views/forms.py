"""The current version in forms to print, to pass on and for programs; each is drawn once a version.

An earlier version has none: what is printed or passed on today is what the desk says today.
"""

import logging
from collections.abc import Callable
from typing import NoReturn

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemtin.bulletin.cap import MEDIA_TYPE
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.desk.models import Version
from kiemtin.desk.queries import bulletins as records
from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import newest_version, stamp
from kiemtin.web.public import drawn
from kiemtin.web.public.kept import Kept
from kiemtin.web.public.respond import for_all

log = logging.getLogger(__name__)
FORMS = Kept(200)
"""At most 200 KB each: 40 MB at the very most, of a common fact-check 0.2 MB for all its forms."""

ITEMS = 2_000
CAP_ITEMS = 50


@require_safe
def poster(request: HttpRequest, slug: str, size: str) -> HttpResponse:
    """A PDF for the wall, A4 or A5."""
    body = _kept(slug, f"poster {size}", lambda version: drawn.poster(version, size))
    return _file(request, body, "application/pdf", f"{slug}-{size.lower()}.pdf")


@require_safe
def card(request: HttpRequest, slug: str, size: str) -> HttpResponse:
    """A PNG to pass on, square or story."""
    body = _kept(slug, f"card {size}", lambda version: drawn.card(version, size))
    return _file(request, body, "image/png", f"{slug}-{size}.png")


@require_safe
def claim_reviews(request: HttpRequest) -> HttpResponse:
    """The newest fact-checks that carry a rating, for Data Commons and others."""
    key = ("claimreview", newest_version(), settings.PUBLIC_URL, _desk_name())
    body = FORMS.get(key, lambda: drawn.data_commons(public.versions(ITEMS), _desk_name()))
    return for_all(request, HttpResponse(body, content_type="application/ld+json"))


@require_safe
def cap(request: HttpRequest, slug: str) -> HttpResponse:
    """The CAP message of the current version, where the desk has switched CAP on."""
    _only_with_cap()
    body = _kept(slug, "cap", drawn.cap)
    return _file(request, body, MEDIA_TYPE, f"{slug}.xml")


@require_safe
def cap_feed(request: HttpRequest) -> HttpResponse:
    """The newest CAP messages, where the desk has switched CAP on."""
    _only_with_cap()
    key = ("cap feed", newest_version(), settings.PUBLIC_URL, _desk_name())
    body = FORMS.get(key, lambda: drawn.cap_list(public.versions(CAP_ITEMS), _desk_name()))
    return for_all(request, HttpResponse(body, content_type="application/atom+xml; charset=utf-8"))


def _kept(slug: str, form: str, make: Callable[[Version], bytes]) -> bytes:
    known = stamp(slug)
    version = records.version(slug) if known else None
    if known is None or version is None:
        raise Http404
    key = (form, slug, known.commitment, known.desk, known.key, known.erased)
    try:
        return FORMS.get((*key, settings.PUBLIC_URL, settings.DRILL), lambda: make(version))
    except ContentRefused as refused:
        _missing(version, form, refused)


def _missing(version: Version, form: str, refused: ContentRefused) -> NoReturn:
    log.warning("form.refused version=%s form=%s code=%s", version.pk, form, refused.code)
    raise Http404 from refused


def _file(request: HttpRequest, body: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    # A search engine that kept it would show it when it no longer holds.
    response.headers["X-Robots-Tag"] = "noindex"
    return for_all(request, response)


def _desk_name() -> str:
    desk = public.front_desk()
    return desk.name if desk else ""


def _only_with_cap() -> None:
    if not settings.CAP:
        raise Http404
