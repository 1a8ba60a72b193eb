"""Subscribing: what about and by which way, confirmed by the owner of the address, left by one tap.

No page says whether an address is subscribed: whoever types one is told the same.
"""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import leaving, subscriptions
from kiemtin.desk.flow.subscriptions import CONFIRM, LEAVE, Wish
from kiemtin.desk.models import FactCheck, Subscription
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import public
from kiemtin.web.public import contents, ways
from kiemtin.web.public.forms.subscribe import EMAIL, FEED, PUSH, SubscribeForm, browser_address
from kiemtin.web.public.respond import keep_nowhere, private_page
from kiemtin.web.public.says import beside, status_of

LEAVE_PUSH = "web_push_leave"
KNOWN = {EMAIL, PUSH, FEED}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form by GET; by POST what the chosen way needs next."""
    given = request.POST if request.method == "POST" else request.GET
    about = _about(given.get("bai", ""))
    if request.method != "POST":
        return _page(request, SubscribeForm(initial={"bai": given.get("bai", "")}), about)
    how = request.POST.get("how", "")
    if how == LEAVE_PUSH:
        return _leave_push(request)
    form = SubscribeForm(request.POST, how=how, near=_near())
    if not form.is_valid() or how not in KNOWN:
        return _page(request, form, about, status_of(form))
    if how == FEED:
        return _page(request, form, about, feed=_feed(form))
    return _ask(request, form, about)


def _about(slug: str) -> FactCheck | None:
    """The fact-check whose changes are wanted; None when no one is named. Raises Http404."""
    found = public.fact_check(slug) if slug else None
    if slug and found is None:
        raise Http404
    return found


def _near() -> str:
    desk = public.front_desk()
    return desk.place if desk else ""


def _page(
    request: HttpRequest,
    form: SubscribeForm,
    about: FactCheck | None,
    status: int = 200,
    feed: str = "",
) -> HttpResponse:
    desk = public.front_desk()
    shown: dict[str, Any] = {
        "section": "subscribe",
        "form": form,
        "about": about,
        "written": ways.written(),
        "email": ways.email(),
        "push_key": ways.push_key(),
        "example": place_name(_near()),
        "contact": desk.contact if desk else "",
        "feed": feed,
    }
    return private_page(request, "public/subscribe/page.html", shown, status)


def _feed(form: SubscribeForm) -> str:
    return contents.feed_address(form.cleaned_data["place_found"], form.cleaned_data["subject"])


def _ask(request: HttpRequest, form: SubscribeForm, about: FactCheck | None) -> HttpResponse:
    said, how = form.cleaned_data, form.how
    wish = Wish(fact_check=about) if about else Wish(said["place_found"], said["subject"])
    address = said["email"] if how == EMAIL else said["browser"]
    asked = False
    with beside(form, {}):
        asked = _enter(how, address, wish)
    if not asked:
        return _page(request, form, about, status_of(form))
    return keep_nowhere(redirect("public:subscribe_done", how=how.replace("_", "-")))


def _enter(how: str, address: str, wish: Wish) -> bool:
    """Enter it; a browser asks for itself, an address of a letter has to say yes first."""
    try:
        one = subscriptions.ask(how, address, wish, confirmed=how == PUSH)
    except FlowError as refused:
        if refused.code != "too_many" or how == PUSH:
            raise
        return True  # that an address has subscribed to much is nobody else's business
    if how == EMAIL:
        subscriptions.ask_to_confirm(one)
    return True


@require_safe
def done(request: HttpRequest, how: str) -> HttpResponse:
    """What happens next; the same for every address."""
    if how not in ("email", "web-push"):
        raise Http404
    shown = {"section": "subscribe", "how": how}
    return private_page(request, "public/subscribe/done.html", shown)


@csrf_exempt  # the signed code stands for the person; a mail program's own window has no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """One button by GET, for mail scanners open links; yes by POST."""
    found = subscriptions.by_code(code, CONFIRM)
    if found is not None and request.method == "POST":
        subscriptions.confirm(found)
    shown = {
        "section": "subscribe",
        "found": found,
        "what": _what(found) if found else None,
        "yes": request.method == "POST",
        "code": code,
    }
    return private_page(request, "public/subscribe/confirm.html", shown)


@csrf_exempt  # RFC 8058: a mail program posts it for its reader, without cookie or token
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """One button by GET; by POST it is over, for a code of somebody who left before as well."""
    found = subscriptions.by_code(code, LEAVE)
    only = request.POST.get("only") == "1"
    if found is not None and request.method == "POST":
        (leaving.leave if only else leaving.leave_list)(found)
    shown = {
        "section": "subscribe",
        "gone": request.method == "POST",
        "only": only,
        "what": _what(found) if found and _others(found) else None,
        "code": code,
    }
    return private_page(request, "public/subscribe/leave.html", shown)


def _others(one: Subscription) -> bool:
    """Whether its address wants something else too."""
    same = Subscription.objects.filter(channel=one.channel, lookup=one.lookup)
    return same.exclude(pk=one.pk).exists()


def _what(one: Subscription) -> dict[str, Any]:
    subject = one.get_subject_display() if one.subject else ""
    return {"fact_check": one.fact_check, "place": place_name(one.place), "subject": subject}


def _leave_push(request: HttpRequest) -> HttpResponse:
    """A browser that gave its notices up is forgotten; what it shows stands for it."""
    with suppress(ValidationError):
        leaving.leave_all(PUSH, browser_address(request.POST.get("browser", "")[:4096]))
    shown = {"section": "subscribe", "gone": True, "only": False, "what": None, "code": ""}
    return private_page(request, "public/subscribe/leave.html", shown)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker that shows a notice when one comes."""
    shown = {
        "page": reverse("public:subscribe"),
        "home": reverse("public:home"),
        "again": _("Trình duyệt đã đổi mã nhận tin. Hãy mở trang này và đăng ký lại."),
    }
    script = render(request, "public/subscribe/worker.js", shown)
    script.headers["Content-Type"] = "text/javascript; charset=utf-8"
    script.headers["Cache-Control"] = "no-cache"
    return script
