"""A fact-check: verdict, fact, what to do, where and until when; then all it stands on."""

import io

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kiemtin.desk.moment import now, today
from kiemtin.desk.queries import public
from kiemtin.web.public import contents
from kiemtin.web.public.kept import Kept
from kiemtin.web.public.respond import NOTICES, for_all, shown

TEMPLATE = "public/fact_check.html"
PAGES = Kept(256)
# Names of accounts are not part of a page's stamp; a changed one shows within five minutes.
REFRESH_SECONDS = 300
QR_SECONDS = 86_400


@require_safe
def fact_check(request: HttpRequest, slug: str) -> HttpResponse:
    """What the desk says now."""
    stamp = public.stamp(slug)
    if stamp is None:
        raise Http404
    if not _plain(request):
        return for_all(request, _render(request, slug, None))
    part = int(now().timestamp()) // REFRESH_SECONDS
    key = (settings.DRILL, get_language(), today(), part, stamp)
    body = PAGES.get(key, lambda: _render(request, slug, None).content)
    return for_all(request, HttpResponse(body))


def _plain(request: HttpRequest) -> bool:
    """True when every reader gets the same: nothing in the address, no notice waiting."""
    return not request.META.get("QUERY_STRING") and NOTICES not in request.COOKIES


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What the desk said once, with a way to what it says now."""
    return for_all(request, _render(request, slug, number))


def _render(request: HttpRequest, slug: str, number: int | None) -> HttpResponse:
    page = public.page(slug, number)
    if page is None:
        raise Http404(_("Không có bài hoặc bản này."))
    return shown(request, TEMPLATE, {"section": "list"} | contents.shown(page))


@require_safe
def qr(request: HttpRequest, slug: str) -> HttpResponse:
    """The page's address as a QR code, for paper."""
    if public.fact_check(slug) is None:
        raise Http404
    drawing = io.BytesIO()
    segno.make(contents.address_of(slug), error="m").save(
        drawing, kind="svg", scale=4, border=2, xmldecl=False
    )
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    return for_all(request, response, QR_SECONDS)
