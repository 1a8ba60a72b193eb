"""The phone's token: given once, sent to this room alone, worth nothing after the end."""

from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Communicator
from kiemtin.web.phone import device


@device.phone_only
def view(_request: HttpRequest, who: Communicator) -> HttpResponse:
    return HttpResponse(who.name)


def test_a_browser_that_never_joined_is_told_apart_from_one_that_ended(
    who: tuple[Communicator, str], rf: RequestFactory
) -> None:
    asked = rf.get("/tuyen-truyen/viec.json")
    assert view(asked).status_code == 401
    asked.COOKIES[device.COOKIE] = who[1]
    assert view(asked).content.decode() == who[0].name
    communicators.leave(who[0])
    assert view(asked).status_code == 410


def test_the_token_goes_to_this_room_alone(phone: Client) -> None:
    given = phone.get(reverse("phone:work")).cookies[device.COOKIE]
    assert given["path"] == "/tuyen-truyen/"
    assert given["httponly"]
    assert given["samesite"] == "Strict"


def test_what_a_phone_gets_is_kept_by_nobody_in_between(phone: Client) -> None:
    assert phone.get(reverse("phone:work")).headers["Cache-Control"] == "no-store"
