"""Sends public pages with the right headers: those for everyone may be kept a moment, those that
belong to one asker are kept nowhere.
"""

from collections.abc import Callable, Hashable
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag
from django.utils.translation import get_language

from kiemtin.desk.moment import now, today
from kiemtin.desk.queries.stamp import site_name
from kiemtin.web.public.kept import Kept

Context = dict[str, Any]
# Long enough to carry a rush, short enough that a new warning is read at once.
KEPT_SECONDS = 15
# Names of accounts are part of no stamp; a changed one shows within five minutes.
REFRESH_SECONDS = 300
NOTICES = CookieStorage.cookie_name
PAGES = Kept(1_000)


def shown(
    request: HttpRequest, template: str, context: Context | None = None, status: int = 200
) -> HttpResponse:
    """Render a page under the desk's name; says nothing about keeping it."""
    return _render(request, template, site_name(), context, status)


def _render(
    request: HttpRequest, template: str, desk_name: str, context: Context | None, status: int = 200
) -> HttpResponse:
    return render(request, template, {"desk_name": desk_name} | (context or {}), status=status)


def kept_page(
    request: HttpRequest,
    template: str,
    stamp: Hashable,
    context: Callable[[], Context],
    here: str = "",
) -> HttpResponse:
    """A page for every reader, rendered once for equal stamps.

    `stamp` is everything that the page depends on; `here` is its address without what does not
    change it, such as the marks that social networks hang on a link.
    """
    name, address = site_name(), here or request.get_full_path()

    def make() -> bytes:
        return _render(request, template, name, {"here": address} | context()).content

    if NOTICES in request.COOKIES:
        return for_all(request, HttpResponse(make()))
    part = int(now().timestamp()) // REFRESH_SECONDS
    key = (template, address, get_language(), settings.DRILL, name, today(), part, stamp)
    return for_all(request, HttpResponse(PAGES.get(key, make)))


def for_all(
    request: HttpRequest, response: HttpResponse, seconds: int = KEPT_SECONDS
) -> HttpResponse:
    """Let a page that is the same for every reader be kept for some seconds, with an ETag.

    A colleague who is signed in, and a reader for whom a notice waits, always get it fresh.
    """
    fresh = {settings.SESSION_COOKIE_NAME, NOTICES} & request.COOKIES.keys()
    keeping = "private, no-cache" if fresh else f"public, max-age={seconds}"
    response.headers["Cache-Control"] = keeping
    patch_vary_headers(response, ["Cookie"])
    set_response_etag(response)
    answer = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    return answer if isinstance(answer, HttpResponse) else response


def private_page(
    request: HttpRequest, template: str, context: Context | None = None, status: int = 200
) -> HttpResponse:
    """A page for one asker: kept nowhere, found by no search engine, told to no other site."""
    return keep_nowhere(shown(request, template, context, status))


def keep_nowhere(response: HttpResponse) -> HttpResponse:
    """Add the headers of what belongs to one asker."""
    response.headers["Cache-Control"] = "no-store"
    # Not "no-referrer": a browser then posts the page's form without its origin, and is refused.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
