"""Whose phone asks: a token in a cookie of its own, which goes along with this room's pages alone.

There is no session, and nothing notes when a phone was last here.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from kiemtin.desk.flow import communicators
from kiemtin.web.public.respond import keep_nowhere

COOKIE = "tuyen_truyen"
PATH = "/tuyen-truyen/"
KEPT = timedelta(days=400)
"""The longest that browsers keep a cookie (RFC 6265bis); each visit with a network begins anew."""

View = Callable[..., HttpResponse]


def token(request: HttpRequest) -> str:
    """What the browser holds, "" for nothing."""
    return request.COOKIES.get(COOKIE, "")


def keep(response: HttpResponse, given: str) -> None:
    """Give the browser its token; no script and no other site can use it."""
    response.set_cookie(
        COOKIE,
        given,
        max_age=KEPT,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def forget(response: HttpResponse) -> None:
    """Take the token from the browser."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def phone_only(view: View) -> View:
    """Only for a communicator's phone, given to the view; others learn which of two it is: 401 for
    a browser that never joined, 410 for a phone that is a communicator's no more.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        who = communicators.of_device(token(request))
        if who is None:
            return refused(request)
        return keep_nowhere(view(request, who, *args, **kwargs))

    return page


def refused(request: HttpRequest) -> HttpResponse:
    """What a phone without a communicator gets."""
    ended = bool(token(request))
    answer = JsonResponse({"ended": ended}, status=410 if ended else 401)
    return keep_nowhere(answer)


def renewed(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """The same, with the phone's token kept for as long again."""
    keep(response, token(request))
    return response
