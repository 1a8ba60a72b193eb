"""Communicators: who passes bulletins on in which commune; invitations are shown once, on paper or
screen.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Communicator
from kiemtin.desk.queries.communicators import people
from kiemtin.desk.words_reach import Language
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.fields import PlaceField
from kiemtin.web.desk.forms import PageForm
from kiemtin.web.desk.says import trying
from kiemtin.web.public.bulletins import drawing
from kiemtin.web.public.respond import keep_nowhere

COMMON = ("vie", "hmn", "ium", "tyz", "nut", "pcc")
"""Languages asked for most (field practice, "Languages"); the others follow."""


def languages() -> list[tuple[str, str]]:
    """Every language to choose from, the common ones first."""
    labels = dict(Language.choices)
    return [(code, str(labels[code])) for code in dict.fromkeys((*COMMON, *labels))]


class InviteForm(PageForm):
    """Somebody to be invited."""

    named = "invite"

    name = forms.CharField(
        label=lazy("Tên người đó"),
        help_text=lazy("Tên bà con vẫn gọi. Chỉ người của bàn thấy."),
        max_length=120,
    )
    place = PlaceField(label=lazy("Đưa tin ở xã, phường nào"))
    languages = forms.MultipleChoiceField(
        label=lazy("Nói được tiếng gì"),
        choices=languages,
        initial=[Language.VIETNAMESE],
        widget=forms.CheckboxSelectMultiple,
    )


@desk_page(*communicators.INVITING)
def page(request: DeskRequest) -> HttpResponse:
    """Everyone, by place."""
    return _page(request)


def _page(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    context = {"people": people(request.desk, request.desks), "form": InviteForm()}
    return render(request, "desk/communicators.html", context | more, status=status)


@require_POST
@desk_page(*communicators.INVITING)
def invite(request: DeskRequest) -> HttpResponse:
    """Invite somebody; the page that answers is the only one with the code."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, 422, form=form)
    with trying() as outcome:
        said = form.cleaned_data
        person, code = communicators.invite(
            request.user, request.desk, said["name"], said["place"], said["languages"]
        )
        return _slip(request, person, code)
    form.add_error(None, outcome.sentence)
    return _page(request, outcome.status, form=form)


@require_POST
@desk_page(*communicators.INVITING)
def invite_again(request: DeskRequest, pk: int) -> HttpResponse:
    """A code for one more phone."""
    person = own(request, Communicator.objects.select_related("desk"), pk)
    with trying() as outcome:
        return _slip(request, person, communicators.invite_again(request.user, person))
    return _page(request, outcome.status, wrong=outcome.sentence)


@require_POST
@desk_page(*communicators.INVITING)
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """End it from the desk."""
    person = own(request, Communicator.objects.select_related("desk"), pk)
    communicators.end(request.user, person)
    return redirect("desk:communicators")


def _slip(request: DeskRequest, person: Communicator, code: str) -> HttpResponse:
    link = f"{settings.PUBLIC_URL}{reverse('phone:join')}"
    shown = {
        "person": person,
        "code": code,
        "link": link,
        "qr": SafeString(drawing(f"{link}#{code}").decode()),  # our own drawing
        "days": communicators.GOOD_FOR.days,
    }
    return keep_nowhere(render(request, "desk/invitation.html", shown))
