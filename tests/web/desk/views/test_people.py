"""People: accounts and roles in the hands of an administrator, never without one."""

import pytest
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

PERSON = {
    "name": "Người mới",
    "email": "moi@example.vn",
    "password": "suối-reo-đá-mòn-42",
    "roles": ["checker", "reviewer"],
}


@pytest.fixture
def admin(person: Maker, desk: Desk) -> Account:
    """The administrator of the desk."""
    return person("admin", desk, Role.ADMINISTRATOR)


def test_a_colleague_is_added_with_roles(browser: Browser, admin: Account) -> None:
    browser(admin).post(reverse("desk:add_person"), PERSON)
    added = Account.objects.get(email="moi@example.vn")
    assert {one.role for one in added.memberships.all()} == {"checker", "reviewer"}


@pytest.mark.parametrize("changed", [{"password": "12345678"}, {"email": "admin@example.vn"}])
def test_weak_passwords_and_taken_addresses_are_refused(
    browser: Browser, admin: Account, changed: dict[str, str]
) -> None:
    response = browser(admin).post(reverse("desk:add_person"), PERSON | changed)
    assert response.status_code == 422
    assert "Người mới" in response.content.decode()
    assert Account.objects.count() == 1


def test_only_an_administrator_gives_roles(
    browser: Browser, author: Account, colleague: Account
) -> None:
    address = reverse("desk:person_roles", args=[colleague.pk])
    assert browser(author).post(address, {"roles": ["administrator"]}).status_code == 403
    assert not Membership.objects.filter(role="administrator").exists()


def test_the_last_administrator_stays(browser: Browser, admin: Account) -> None:
    address = reverse("desk:person_roles", args=[admin.pk])
    page = browser(admin).post(address, {"roles": ["checker"]}, follow=True).content.decode()
    assert "ít nhất một quản trị" in page
    assert Membership.objects.get(account=admin).role == "administrator"


def test_an_account_is_closed_and_reopened(
    browser: Browser, admin: Account, colleague: Account, stranger: Account
) -> None:
    client = browser(admin)
    address = reverse("desk:person_active", args=[colleague.pk])
    for expected in (False, True):
        client.post(address)
        colleague.refresh_from_db()
        assert colleague.is_active is expected
    other = reverse("desk:person_active", args=[stranger.pk])
    assert client.post(other).status_code == 404


def test_a_desk_below_is_founded(browser: Browser, admin: Account, desk: Desk) -> None:
    typed = {"name": "Tổ xã Bát Xát", "slug": "bat-xat", "place": "Xã Bát Xát, Lào Cai"}
    browser(admin).post(reverse("desk:add_desk"), typed)
    assert desk.children.get().slug == "bat-xat"


def test_who_pays_is_written_by_administrators_only(
    browser: Browser, admin: Account, author: Account, desk: Desk
) -> None:
    said = {"funding": "Ngân sách tỉnh", "governance": "Sở quản lý"}
    address = reverse("desk:describe_desk")
    assert browser(author).post(address, said).status_code == 403
    assert browser(admin).post(address, said).status_code == 302
    desk.refresh_from_db()
    assert (desk.funding, desk.governance) == ("Ngân sách tỉnh", "Sở quản lý")
    assert "Ngân sách tỉnh" in browser(admin).get(reverse("desk:people")).content.decode()
    too_long = browser(admin).post(address, said | {"funding": "x" * 2001})
    assert too_long.status_code == 422


def test_places_are_found_by_old_names(browser: Browser, author: Account) -> None:
    page = browser(author).get(reverse("desk:places"), {"q": "yen bai"}).content.decode()
    assert "Lào Cai" in page


def test_roles_are_named_one_after_another(
    browser: Browser, colleague: Account, author: Account
) -> None:
    page = browser(author).get(reverse("desk:people")).content.decode()
    assert "<p>người duyệt, người phát ngôn</p>" in page
