"""Every desk page: a colleague sees it, a stranger and a passer-by find nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Rumour
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser

PAGES = (
    "inbox",
    "board",
    "review_queue",
    "fact_checks",
    "objections",
    "callbacks",
    "enter",
    "import",
    "people",
    "places",
    "sources",
    "subscribers",
    "help",
)
SENT = ("take", "assess", "not_checkable", "add_evidence", "add_contact", "merge", "draft")


@pytest.mark.parametrize("name", PAGES)
def test_colleagues_see_the_page(browser: Browser, author: Account, name: str) -> None:
    response = browser(author).get(reverse(f"desk:{name}"))
    assert response.status_code == 200
    assert "Bàn kiểm tin Lào Cai" in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_passers_by_are_asked_to_sign_in(client: Client, db: None, name: str) -> None:
    response = client.get(reverse(f"desk:{name}"))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_an_account_without_a_desk_finds_nothing(
    browser: Browser, person: Maker, desk: Desk
) -> None:
    nobody = Account.objects.create(email="nobody@example.vn", name="nobody")
    assert browser(nobody).get(reverse("desk:inbox")).status_code == 404


def test_a_stranger_finds_no_rumour(browser: Browser, stranger: Account, rumour: Rumour) -> None:
    client = browser(stranger)
    assert client.get(reverse("desk:rumour", args=[rumour.pk])).status_code == 404


@pytest.mark.parametrize("name", SENT)
def test_a_stranger_changes_nothing(
    browser: Browser, stranger: Account, rumour: Rumour, name: str
) -> None:
    response = browser(stranger).post(reverse(f"desk:{name}", args=[rumour.pk]), {"why": "satire"})
    assert response.status_code == 404
    rumour.refresh_from_db()
    assert (rumour.state, rumour.revision, rumour.holder) == ("checking", 1, None)


def test_a_colleague_without_the_role_is_told_which(
    browser: Browser, person: Maker, desk: Desk, rumour: Rumour
) -> None:
    translator = person("translator", desk, Role.TRANSLATOR)
    response = browser(translator).post(reverse("desk:assess", args=[rumour.pk]))
    assert response.status_code == 403
    assert "người kiểm chứng" in response.content.decode()


def test_signing_roles_set_up_a_second_factor_first(author: Account) -> None:
    client = Client()
    client.force_login(author, "allauth.account.auth_backends.AuthenticationBackend")
    response = client.get(reverse("desk:inbox"))
    assert response.status_code == 302
    assert response["Location"] == reverse("mfa_index")


def test_the_chosen_desk_stays_chosen(
    browser: Browser, author: Account, person: Maker, desk: Desk
) -> None:
    below = Desk.objects.create(slug="bat-xat", name="Tổ xã Bát Xát", parent=desk)
    client = browser(author)
    client.post(reverse("desk:choose_desk"), {"desk": below.pk})
    assert "Tổ xã Bát Xát" in client.get(reverse("desk:people")).content.decode()
    assert client.post(reverse("desk:choose_desk"), {"desk": 999}).status_code == 404
