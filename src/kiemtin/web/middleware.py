"""What every request passes: the chosen language, the limit on posts, the second factor of a
role.
"""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from kiemtin.desk import permissions
from kiemtin.web import errors
from kiemtin.web.limits import Limiter

SIGNED = "/kenh/"
"""Peers call from a few addresses, thousands of times; each call is signed and kept short."""

LEAVING = "/dang-ky/bo/"
"""Mail services post it for all their readers from a few addresses; its code is signed."""

Next = Callable[[HttpRequest], HttpResponse]
OWN_LIMIT = ("/tuyen-truyen/gui", "/tuyen-truyen/ghi-am")
"""Phones that one mast serves have one address: each is limited by itself, once it is known."""
FREE = (SIGNED, LEAVING, *OWN_LIMIT)


class LanguageMiddleware:
    """Vietnamese unless the reader chose English; a browser's own setting decides nothing.

    Many phones here are set to English by their seller; the page must still be readable at once.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the cookie."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


def client_address(request: HttpRequest) -> str:
    """The sender's address as far as it can be trusted; used in memory only, never stored."""
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    trusted = settings.TRUSTED_PROXIES
    if trusted and len(hops) >= trusted and hops[-trusted].strip():
        return hops[-trusted].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def signed_in(request: HttpRequest) -> bool:
    """True for a session in which somebody signed in; a cookie that was made up opens none."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


class LimitMiddleware:
    """Refuses an address that posts too often, keeping nothing about it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.limiter = Limiter(settings.POSTS_A_MINUTE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say when to try again."""
        limited = request.method == "POST" and not request.path.startswith(FREE)
        if limited and not signed_in(request) and self.refuses(request):
            return errors.too_many(request)
        return self.get_response(request)

    def refuses(self, request: HttpRequest) -> bool:
        """True when this address has no post left."""
        return not self.limiter.allow(client_address(request))


class SecondFactorMiddleware:
    """Who may approve, speak or administer sets up a second factor before anything else."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or lead to the set-up of a second factor."""
        account = request.user
        if (
            account.is_authenticated
            and request.path.startswith("/desk/")
            and permissions.needs_second_factor(account)
            and not is_mfa_enabled(account)
        ):
            return redirect(reverse("mfa_index"))
        return self.get_response(request)
