"""By which channels bulletins come to a communicator: told, ended, and how to add one.

Nobody types an address: the person writes the code of the day from an account of their own.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from kiemtin.desk.flow import communicators
from kiemtin.desk.flow.joining import join_code
from kiemtin.desk.models import Communicator
from kiemtin.desk.moment import today
from kiemtin.desk.queries import public
from kiemtin.web.phone import device
from kiemtin.web.public.respond import private_page
from kiemtin.web.public.same_site import from_our_page
from kiemtin.web.public.ways import Way, of_communicators

VERB = "THAM GIA"


@dataclass(frozen=True)
class Line:
    """One channel: since when bulletins come there, None where they do not; `tap` opens the phone's
    own program with the words in it, "" where that cannot be.
    """

    name: str
    way: Way
    since: datetime | None = None
    tap: str = ""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every channel that is set up here, and those by which bulletins still come."""
    who = communicators.of_device(device.token(request))
    if who is None:  # the page that works offline says what to do
        return redirect("phone:shell")
    code = join_code(who, today())
    desk = public.front_desk()
    told = {
        "lines": _lines(who, f"{VERB} {code}"),
        "text": f"{VERB} {code}",
        "contact": desk.contact if desk else "",
    }
    return private_page(request, "phone/ways.html", told)


def _lines(who: Communicator, text: str) -> list[Line]:
    since = dict(who.ways.values_list("channel", "added_at"))
    offered = of_communicators()
    closed = {name: Way(name, "") for name in since if name not in offered}
    return [
        Line(name, way, since.get(name), _tap(name, way.where, text))
        for name, way in (offered | closed).items()
    ]


def _tap(name: str, where: str, text: str) -> str:
    if where.startswith("https://"):
        return where
    if name == "email" and where:
        return f"mailto:{quote(where, safe='@')}?body={quote(text)}"
    digits = where.replace(" ", "")
    if name in {"sms_gate", "smpp"} and digits.lstrip("+").isdecimal():
        return f"sms:{digits}?body={quote(text)}"
    return ""


@csrf_exempt  # the phone has no session: the browser says where a post comes from
@require_POST
@device.phone_only
def remove(request: HttpRequest, who: Communicator) -> HttpResponse:
    """Send nothing by this channel any more."""
    if not from_our_page(request):
        return HttpResponse(status=403)
    communicators.remove_way(who, request.POST.get("channel", "")[:32])
    return redirect("phone:ways")
