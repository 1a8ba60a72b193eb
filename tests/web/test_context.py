"""The desk's bar: only the tabs that a role opens, and a number only where something waits."""

import re

import pytest
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Rumour
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker, author, colleague, desk, person, rumour
from tests.web.desk.conftest import Browser, browser

__all__ = ["author", "browser", "colleague", "desk", "person", "rumour"]
TABS = {"inbox", "board", "review_queue", "fact_checks", "objections", "callbacks", "enter"}


def shown(page: str) -> set[str]:
    """The tabs on the page."""
    bar = page[page.index('<nav class="tabs"') : page.index("</nav>")]
    return {name for name in TABS if f'href="{reverse(f"desk:{name}")}"' in bar}


@pytest.mark.parametrize(
    ("role", "closed"),
    [
        (Role.CHECKER, set()),
        (Role.SPOKESPERSON, set()),
        (Role.COMMUNICATOR, {"inbox", "callbacks"}),
        (Role.TRANSLATOR, {"inbox", "callbacks", "enter"}),
        (Role.ADMINISTRATOR, {"inbox", "callbacks", "enter"}),
    ],
)
def test_the_bar_offers_what_the_role_opens(
    browser: Browser, person: Maker, desk: Desk, role: Role, closed: set[str]
) -> None:
    client = browser(person("a", desk, role))
    page = client.get(reverse("desk:board")).content.decode()
    assert shown(page) == TABS - closed
    statuses = {name: client.get(reverse(f"desk:{name}")).status_code for name in TABS}
    assert {name for name, status in statuses.items() if status == 403} == closed


def test_only_what_waits_is_counted(browser: Browser, author: Account, rumour: Rumour) -> None:
    page = browser(author).get(reverse("desk:help")).content.decode()
    assert re.findall(r'<span class="count">(\d+)</span>', page) == ["1"]


@pytest.mark.parametrize("name", ["people", "places", "import", "help"])
def test_the_menu_leads_to_the_pages_without_a_tab(
    browser: Browser, author: Account, name: str
) -> None:
    page = browser(author).get(reverse("desk:board")).content.decode()
    assert f'href="{reverse(f"desk:{name}")}"' in page
