"""Sends public pages with the right headers: those for everyone may be kept a moment, those that
belong to one asker are kept nowhere.
"""

from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag

from kiemtin.desk.queries import public

# Long enough to carry a rush, short enough that a new warning is read at once.
KEPT_SECONDS = 15
NOTICES = CookieStorage.cookie_name


def shown(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Render a page under the desk's name; says nothing about keeping it."""
    desk = public.front_desk()
    named = {"desk_name": desk.name if desk else ""}
    return render(request, template, named | (context or {}), status=status)


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
    return response if answer is None else _typed(answer)


def _typed(answer: Any) -> HttpResponse:
    assert isinstance(answer, HttpResponse)
    return answer


def public_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page for every reader."""
    return for_all(request, shown(request, template, context, status))


def private_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
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
