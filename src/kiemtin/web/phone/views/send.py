"""Takes what a phone kept: items by the batch, recordings one by one, each answered for itself."""

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kiemtin.bulletin.recording import MOST_BYTES
from kiemtin.desk.flow import reports
from kiemtin.desk.flow.phone_items import moment_of
from kiemtin.desk.models import Communicator
from kiemtin.desk.moment import now
from kiemtin.web.limits import Limiter
from kiemtin.web.phone.device import phone_only, token
from kiemtin.web.public.same_site import from_our_page
from kiemtin.web.uploads import InMemory, too_big

MOST_ITEMS = 50
A_MINUTE = 60
"""Posts of one phone: a day without signal is a few of them."""
LIMITER = Limiter(A_MINUTE)


class Sound(InMemory):
    """Keeps a recording with a little room, so that one that is too long is told so."""

    limit = MOST_BYTES + 1


@csrf_exempt  # a page kept for offline use has no token: the browser says where a post comes from
@require_POST
@phone_only
def send(request: HttpRequest, who: Communicator) -> HttpResponse:
    """Enter a batch: {"phone_now": milliseconds, "items": [...]} → one outcome for each."""
    refused = _refused(request)
    if refused:
        return refused
    try:
        told = json.loads(request.body)
        items, phone_now = told["items"][:MOST_ITEMS], moment_of(told["phone_now"])
    except RequestDataTooBig:
        return _answer([], 413)
    except (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError):
        return _answer([], 400)
    return _answer(reports.enter(who, items, phone_now, now()))


@csrf_exempt
@require_POST
@phone_only
def sound(request: HttpRequest, who: Communicator) -> HttpResponse:
    """Enter one recording: a form with `item` and `phone_now` as JSON, and the file `audio`."""
    refused = _refused(request)
    if refused:
        return refused
    request.upload_handlers = [Sound(request)]
    try:
        told = json.loads(request.POST["item"])
        phone_now = moment_of(json.loads(request.POST["phone_now"]))
        items = [told | {"kind": "recording", "audio": _audio(request)}]
    except (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError):
        return _answer([], 400)
    return _answer(reports.enter(who, items, phone_now, now()))


def _audio(request: HttpRequest) -> bytes:
    """The recording; one that was dropped as it went past the limit is still too long after."""
    file = request.FILES.get("audio")
    if isinstance(file, UploadedFile):
        return bytes(file.read())
    return bytes(MOST_BYTES + 1) if too_big(request) else b""


def _refused(request: HttpRequest) -> HttpResponse | None:
    if not from_our_page(request):
        return _answer([], 403)
    return None if LIMITER.allow(token(request)) else _answer([], 429)


def _answer(outcomes: list[reports.Outcome], status: int = 200) -> HttpResponse:
    told: list[dict[str, Any]] = [
        {
            "item": one.item,
            "state": one.state,
            "says": one.says and {"vi": one.says.vi, "en": one.says.en},
            "receipt": one.receipt,
        }
        for one in outcomes
    ]
    return JsonResponse({"outcomes": told}, status=status)
