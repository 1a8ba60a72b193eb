"""The token of a device that rates: random, known to its browser alone, sent to the rating pages
alone. Reading a page carries none; the database keeps a keyed hash of it.
"""

import re
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "danh_gia"
PATH = "/danh-gia/"
KEPT = timedelta(days=180)
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}\Z")
"""32 bytes in base64 without padding, as secrets.token_urlsafe(32) gives them."""


def token(request: HttpRequest) -> str:
    """What the browser holds, "" when it looks like none that we give; it may be made up."""
    held = request.COOKIES.get(COOKIE, "")
    return held if TOKEN.match(held) else ""


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
