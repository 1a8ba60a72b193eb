"""Report what you heard: the form, and what becomes of it: a stored message and its receipt."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from kiemtin.channels.shape import Inbound, InboundRefused
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import match
from kiemtin.desk.flow.receive import Received, receive
from kiemtin.desk.models import Desk
from kiemtin.desk.moment import now
from kiemtin.desk.queries import public
from kiemtin.desk.unharmed import Unharmed
from kiemtin.media.picture import PictureRefused
from kiemtin.text.canonical import TextRefused
from kiemtin.text.places import UnknownPlace
from kiemtin.web import uploads
from kiemtin.web.public import notes
from kiemtin.web.public.forms.ask import AskForm
from kiemtin.web.public.respond import keep_nowhere, private_page
from kiemtin.web.public.says import beside, status_of
from kiemtin.web.public.tokens import FormExpired

CHANNEL = "web"
BESIDE: dict[type[Exception], str] = {
    TextRefused: "text",
    UnknownPlace: "place",
    PictureRefused: "picture",
    InboundRefused: "heard_on",
}


@csrf_exempt  # only so far as the files go to memory before the token is looked for
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form by GET; a receipt, or the form with what is wrong, by POST."""
    uploads.into_memory(request)
    return _ask(request)


@csrf_protect
def _ask(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, AskForm.fresh())
    if "fill" in request.POST:
        return _page(request, AskForm.fresh(text=request.POST.get("text", "")))
    desk = public.front_desk()
    near = desk.place if desk else ""
    form = AskForm(request.POST, request.FILES, too_big=uploads.too_big(request), near=near)
    if not form.is_valid():
        return _page(request, form, status_of(form))
    return _send(request, form)


def _page(request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
    return private_page(request, "public/ask.html", {"section": "ask", "form": form}, status)


def _send(request: HttpRequest, form: AskForm) -> HttpResponse:
    try:
        received = _received(form, form.external_id())
    except FormExpired:
        renewed = AskForm.renewed(request.POST)
        return _page(request, renewed, status_of(renewed))
    if received is None:
        return _page(request, form, status_of(form))
    with Unharmed("match.postponed", message=received.message.pk):
        match.match_message(received.message)
    for note in notes.about(form.cleaned_data["text"], received.message):
        messages.info(request, note)
    return keep_nowhere(redirect("public:receipt", code=received.receipt))


def _received(form: AskForm, external_id: str) -> Received | None:
    with beside(form, BESIDE):
        return receive(_inbound(form, external_id), _desk(form.cleaned_data["place_found"]))
    return None


def _desk(place: str) -> Desk:
    desk = public.desk_for(place)
    if desk is None:
        raise refuse("no_desk", _("Trang này chưa có bàn kiểm tin nào. Hãy quay lại sau."))
    return desk


def _inbound(form: AskForm, external_id: str) -> Inbound:
    said = form.cleaned_data
    return Inbound(
        channel=CHANNEL,
        external_id=external_id,
        text=said["text"],
        received_at=timezone.localtime(now()),
        place=said["place_found"] or None,
        heard_via=said["heard_via"] or "other",
        heard_on=said["heard_on"],
        wants_answer=said["wants_answer"],
        reply_to=said["reply_to"] if said["wants_answer"] and said["reply_to"] else None,
        pictures=(said["picture"],) if said["picture"] else (),
    )
