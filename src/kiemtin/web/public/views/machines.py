"""Pages for programs: the feed, the site map, what robots may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.web.public import contents
from kiemtin.web.public.respond import for_all

FEED_ENTRIES, MAP_ENTRIES = 50, 50_000  # sitemaps.org: at most 50,000 addresses a file
MAP_SECONDS = 3600


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest versions as an Atom feed."""
    desk = public.front_desk()
    body = contents.feed(public.versions(FEED_ENTRIES), desk.name if desk else "")
    return for_all(request, HttpResponse(body, content_type="application/atom+xml; charset=utf-8"))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that a search engine may show."""
    shown = {"site": settings.PUBLIC_URL, "fact_checks": public.published()[:MAP_ENTRIES]}
    page = render(request, "public/sitemap.xml", shown, content_type="application/xml")
    return for_all(request, page, MAP_SECONDS)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What belongs to one asker or to the desk is left alone."""
    shown = {"site": settings.PUBLIC_URL}
    page = render(request, "public/robots.txt", shown, content_type="text/plain; charset=utf-8")
    return for_all(request, page, MAP_SECONDS)
