"""Tells whether a form was sent from our own page, by what the browser says of it.

Django's own protection sets a cookie that goes along with every page read; these headers do the
same for a form that must leave no such mark.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest


def from_our_page(request: HttpRequest) -> bool:
    """True when Sec-Fetch-Site, or Origin, or Referer (older browsers) names this site; false when
    there is none of them.
    """
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.get_host()
