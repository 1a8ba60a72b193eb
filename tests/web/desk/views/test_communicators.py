"""Communicators at the desk: invited and ended by who may; strangers find none."""

import re

import pytest
from django.urls import reverse

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, Communicator, Desk
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Language
from tests.desk.conftest import Maker
from tests.support.communicators import joined
from tests.web.desk.conftest import Browser

PAGE = "/desk/tuyen-truyen-vien/"
WHO = {"name": "Vàng A Páo", "place": "Xã Bát Xát, Lào Cai", "languages": ["hmn", "vie"]}
CODE = re.compile(r'class="receipt">([0-9A-Z-]{14})<')


@pytest.fixture
def who(colleague: Account, desk: Desk) -> Communicator:
    """A communicator with a phone."""
    return joined(colleague, desk)[0]


def test_a_colleague_invites_and_the_code_is_shown_once(
    browser: Browser, colleague: Account
) -> None:
    client = browser(colleague)
    answer = client.post(reverse("desk:invite_communicator"), WHO)
    page = answer.content.decode()
    (code,) = CODE.findall(page)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<svg" in page
    assert "/tuyen-truyen/vao/" in page
    assert code not in client.get(PAGE).content.decode()
    assert communicators.take_up(code)[0].place == "02683"


def test_the_common_languages_are_asked_for_first(browser: Browser, colleague: Account) -> None:
    page = browser(colleague).get(PAGE).content.decode()
    offered = re.findall(r'name="languages" value="(\w+)"', page)
    assert offered[:6] == ["vie", "hmn", "ium", "tyz", "nut", "pcc"]
    assert sorted(offered) == sorted(Language.values)


def test_what_was_typed_stays_when_it_does_not_fit(browser: Browser, colleague: Account) -> None:
    answer = browser(colleague).post(
        reverse("desk:invite_communicator"), WHO | {"place": "Mường Tè, Lai Châu"}
    )
    assert answer.status_code == 422
    assert "Vàng A Páo" in answer.content.decode()
    assert not Communicator.objects.exists()


def test_the_list_says_where_somebody_is_and_where_nobody(
    browser: Browser, colleague: Account, who: Communicator
) -> None:
    page = browser(colleague).get(PAGE).content.decode()
    assert "Xã Bát Xát, Lào Cai" in page
    assert "1 điện thoại" in page
    assert "Mông" in page
    assert "98 xã, phường chưa có ai" in page


def test_one_more_phone_and_the_end(
    browser: Browser, colleague: Account, who: Communicator
) -> None:
    client = browser(colleague)
    again = client.post(reverse("desk:invite_communicator_again", args=[who.pk]))
    (code,) = CODE.findall(again.content.decode())
    communicators.take_up(code)
    assert client.post(reverse("desk:end_communicator", args=[who.pk])).status_code == 302
    who.refresh_from_db()
    assert who.ended_at is not None
    late = client.post(reverse("desk:invite_communicator_again", args=[who.pk]))
    assert late.status_code == 422
    assert "1 người đã nghỉ" in client.get(PAGE).content.decode()


def test_a_checker_may_not_and_a_stranger_finds_nobody(
    browser: Browser, person: Maker, desk: Desk, stranger: Account, who: Communicator
) -> None:
    checker = browser(person("checker", desk, Role.CHECKER))
    addresses = [
        reverse(f"desk:{name}", args=[who.pk])
        for name in ("invite_communicator_again", "end_communicator")
    ]
    assert checker.get(PAGE).status_code == 403
    assert {checker.post(one).status_code for one in addresses} == {403}
    other = browser(stranger)
    assert "Vàng A Páo" not in other.get(PAGE).content.decode()
    assert {other.post(one).status_code for one in addresses} == {404}
    who.refresh_from_db()
    assert who.ended_at is None


def test_the_way_there_is_shown_to_who_may_go(
    browser: Browser, person: Maker, desk: Desk, colleague: Account
) -> None:
    checker = browser(person("checker", desk, Role.CHECKER))
    assert PAGE not in checker.get("/desk/bang/").content.decode()
    assert PAGE in browser(colleague).get("/desk/bang/").content.decode()
