"""Joining with an invitation's code, typed or behind the # of a scanned address; leaving again.

The code is posted, never part of an address, so that no log holds it.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Communicator
from kiemtin.web import uploads
from kiemtin.web.phone import device
from kiemtin.web.public.respond import private_page
from kiemtin.web.public.same_site import from_our_page

TEMPLATE = "phone/join.html"


class JoinForm(forms.Form):
    """The code of an invitation."""

    code = forms.CharField(
        label=lazy("Mã mời"),
        help_text=lazy("12 chữ và số bàn đã đưa. Viết hoa, thường, có gạch hay không đều được."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


@csrf_exempt  # a page kept for offline use has no token: the browser says where a post comes from
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """The form; posted with a good code, this browser becomes the communicator's phone."""
    if request.method != "POST":
        return private_page(request, TEMPLATE, {"form": JoinForm()})
    uploads.text_only(request)
    form = JoinForm(request.POST)
    if not from_our_page(request):
        form.add_error(None, _("Hãy mở trang này từ chính địa chỉ của bàn rồi nhập lại mã."))
    if not form.is_valid():
        return private_page(request, TEMPLATE, {"form": form}, 422)
    try:
        _person, token = communicators.take_up(form.cleaned_data["code"])
    except FlowError as refused:
        form.add_error("code", str(refused))
        return private_page(request, TEMPLATE, {"form": form}, 422)
    response = redirect("phone:shell")
    device.keep(response, token)
    return response


@csrf_exempt
@require_POST
@device.phone_only
def leave(request: HttpRequest, who: Communicator) -> HttpResponse:
    """The person ends it; the phone is nobody's from now on."""
    if not from_our_page(request):
        return HttpResponse(status=403)
    communicators.leave(who)
    response = HttpResponse(status=204)
    device.forget(response)
    return response
