"""The door of a drill: one tap to enter as a demo account, and no such door at a real desk."""

from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kiemtin.desk.demo import accounts
from kiemtin.desk.models import Account, Desk


def test_a_drill_is_entered_by_one_tap(db: None, settings: Settings) -> None:
    settings.DRILL = True
    accounts.make()
    client = Client()
    page = client.get(reverse("desk:drill")).content.decode()
    assert "Kiểm chứng viên A" in page
    client.post(reverse("desk:drill"), {"email": "reviewer@example.vn"})
    assert client.get(reverse("desk:review_queue")).status_code == 200


def test_only_demo_accounts_enter_so(author: Account, settings: Settings) -> None:
    settings.DRILL = True
    Desk.objects.update(is_drill=True)
    assert Client().post(reverse("desk:drill"), {"email": author.email}).status_code == 404


def test_a_real_desk_has_no_such_door(author: Account, settings: Settings) -> None:
    for drill in (False, True):
        settings.DRILL = drill
        assert Client().get(reverse("desk:drill")).status_code == 404
