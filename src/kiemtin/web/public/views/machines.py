"""Pages for programs: the feed, the site map, what robots may read."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kiemtin.desk.queries import public
from kiemtin.desk.words import Subject
from kiemtin.text.places import UnknownPlace
from kiemtin.web.public import contents
from kiemtin.web.public.respond import for_all

FEED_ENTRIES, MAP_ENTRIES = 50, 50_000  # sitemaps.org: at most 50,000 addresses a file
MAP_SECONDS = 3600


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest versions as an Atom feed: all, or those that touch a place (?noi=) and subject
    (?loai=). Raises Http404 for a place or subject that is none: a feed that leaves the filter out
    would promise what it does not keep.
    """
    desk = public.front_desk()
    place, subject = request.GET.get("noi", ""), request.GET.get("loai", "")
    if subject and subject not in Subject.values:
        raise Http404
    try:
        found = public.versions(FEED_ENTRIES, place, subject)
    except UnknownPlace:
        raise Http404 from None
    body = contents.feed(found, desk.name if desk else "", place, subject)
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
