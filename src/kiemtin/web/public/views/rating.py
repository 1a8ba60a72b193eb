"""A reader says whether a fact-check is of use: one word a device, changed or taken back here.

The device's token goes only to these addresses and is set only when somebody rates.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import rate
from kiemtin.desk.models import FactCheck
from kiemtin.desk.queries import public
from kiemtin.desk.words import Helpful, RatingReason, VersionKind
from kiemtin.web import errors
from kiemtin.web.limits import Limiter
from kiemtin.web.middleware import client_address
from kiemtin.web.public import device
from kiemtin.web.public.forms.rating import RatingForm
from kiemtin.web.public.respond import keep_nowhere, private_page
from kiemtin.web.public.same_site import from_our_page
from kiemtin.web.public.says import status_of
from kiemtin.web.public.tokens import FormExpired

NEW_DEVICES = Limiter(max(1, settings.POSTS_A_MINUTE // 4))
"""So many devices of which no rating stands may rate from one address a minute."""
WITHDRAWN = "withdrawn"


def _rateable(slug: str) -> FactCheck:
    found = public.fact_check(slug)
    if found is None or found.current is None or found.current.kind == VersionKind.WITHDRAWAL:
        raise Http404
    return found


def _read(fact_check: FactCheck) -> int:
    return fact_check.current.number if fact_check.current else 0


@csrf_exempt  # its cookie would go along with every page read; from_our_page does its work
@require_http_methods(["GET", "HEAD", "POST"])
def rating(request: HttpRequest, slug: str) -> HttpResponse:
    """The form by GET, with the device's earlier word or the one in `y`; by POST it is taken."""
    fact_check = _rateable(slug)
    if request.method != "POST":
        return _page(request, fact_check, _begun(request, fact_check))
    if not from_our_page(request):
        return errors.forged(request)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _page(request, fact_check, form, status_of(form))
    try:
        number = form.number()
    except FormExpired:
        form = RatingForm.expired(request.POST, _read(fact_check))
        return _page(request, fact_check, form, status_of(form))
    return _take(request, fact_check, form, number)


def _begun(request: HttpRequest, fact_check: FactCheck) -> RatingForm:
    said = rate.of_device(fact_check, device.token(request))
    value = request.GET.get("y", "") or (said.value if said else "")
    reasons = [one.tag for one in said.tags.all()] if said else []
    return RatingForm.fresh(read=_read(fact_check), value=value, reasons=reasons)


def _page(
    request: HttpRequest, fact_check: FactCheck, form: RatingForm, status: int = 200
) -> HttpResponse:
    shown = {"section": "list", "fact_check": fact_check, "form": form}
    return private_page(request, "public/rate.html", shown, status)


def _take(
    request: HttpRequest, fact_check: FactCheck, form: RatingForm, number: str
) -> HttpResponse:
    known = device.token(request)
    # Any browser can make up a token; one under which a rating stands was counted once.
    if not rate.has_rated(known) and not NEW_DEVICES.allow(client_address(request)):
        return _too_many(request, fact_check)
    said = form.cleaned_data
    try:
        done = rate.rate(
            fact_check,
            Helpful(said["value"]),
            [RatingReason(one) for one in said["reasons"]],
            read=said["read"],
            device=known or number,
            form=number,
        )
    except FlowError as refusal:
        again = RatingForm.renewed(request.POST, _read(fact_check), str(refusal), code=refusal.code)
        return _page(request, fact_check, again, status_of(again))
    return _told(fact_check, done.state, known or number)


def _too_many(request: HttpRequest, fact_check: FactCheck) -> HttpResponse:
    """What was ticked stays; nothing about the address is stored."""
    sentence = _("Từ mạng này vừa có nhiều thiết bị mới đánh giá. Hãy đợi một phút rồi gửi lại.")
    form = RatingForm.renewed(request.POST, _read(fact_check), sentence, "too_many")
    response = _page(request, fact_check, form, 429)
    response["Retry-After"] = "60"
    return response


def _told(fact_check: FactCheck, state: str, given: str) -> HttpResponse:
    """Lead to what was done. A new device has its form's own number for its token, so that a form
    sent twice at once is one device.
    """
    address = reverse("public:rated", args=[fact_check.slug])
    response = keep_nowhere(redirect(f"{address}?{_STATE}={state}"))
    device.keep(response, given)
    return response


_STATE = "da"


@require_safe
def rated(request: HttpRequest, slug: str) -> HttpResponse:
    """What this device has said of the fact-check, with ways to change it and to take it back."""
    fact_check = _rateable(slug)
    held = device.token(request)
    said = rate.of_device(fact_check, held) if held else None
    shown = {
        "section": "list",
        "fact_check": fact_check,
        "said": said,
        "state": request.GET.get(_STATE, ""),
        "held": bool(held),
    }
    return private_page(request, "public/rated.html", shown)


@csrf_exempt  # as above
@require_POST
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Erase this device's rating."""
    fact_check = _rateable(slug)
    if not from_our_page(request):
        return errors.forged(request)
    held = device.token(request)
    if held:
        rate.take_back(fact_check, held)
    address = reverse("public:rated", args=[fact_check.slug])
    return keep_nowhere(redirect(f"{address}?{_STATE}={WITHDRAWN}"))
