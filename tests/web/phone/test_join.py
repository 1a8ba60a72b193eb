"""Joining by a code that no address carries, and leaving."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, Communicator, Desk, Device
from kiemtin.web.phone import device
from tests.support.communicators import COMMUNE
from tests.web.phone.conftest import HERE

JOIN = "/tuyen-truyen/vao/"


@pytest.fixture
def code(colleague: Account, desk: Desk) -> str:
    """A fresh invitation."""
    return communicators.invite(colleague, desk, "Vàng A Páo", COMMUNE, ["hmn"])[1]


def test_a_code_makes_this_browser_the_phone(code: str) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(JOIN, {"code": code.lower()}, headers=HERE)
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("phone:shell")
    assert client.get(reverse("phone:work")).status_code == 200
    assert "sessionid" not in client.cookies


def test_a_code_that_is_used_says_what_to_do(code: str) -> None:
    Client().post(JOIN, {"code": code}, headers=HERE)
    answer = Client().post(JOIN, {"code": code}, headers=HERE)
    assert answer.status_code == 422
    assert "xin bàn mã mới" in answer.content.decode()
    assert device.COOKIE not in answer.cookies


def test_another_site_opens_no_phone(code: str) -> None:
    for given in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://x.example"}):
        assert Client().post(JOIN, {"code": code}, headers=given).status_code == 422
    assert not Device.objects.exists()


def test_the_form_is_kept_nowhere(db: None) -> None:
    answer = Client().get(JOIN)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_a_person_leaves(phone: Client, who: tuple[Communicator, str]) -> None:
    assert phone.post(reverse("phone:leave")).status_code == 403
    assert phone.post(reverse("phone:leave"), headers=HERE).status_code == 204
    assert phone.get(reverse("phone:work")).status_code in (401, 410)
    assert Communicator.objects.get().ended_at is not None
