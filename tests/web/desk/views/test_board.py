"""The board: what is due first stands on top, and who takes a rumour is named."""

from datetime import timedelta

from django.urls import reverse

from kiemtin.desk.models import Account, Rumour
from tests.web.desk.conftest import Browser


def test_the_rumour_due_first_stands_on_top(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    for claim, minutes, level in (("Tin sau", 90, "amber"), ("Tin trước", 5, "red")):
        due = rumour.opened_at + timedelta(minutes=minutes)
        Rumour.objects.create(
            desk=rumour.desk,
            claim=claim,
            opened_at=rumour.opened_at,
            due_at=due,
            level=level,
            holder=author,
        )
    client = browser(author)
    page = client.get(reverse("desk:board")).content.decode()
    assert page.index("Tin trước") < page.index("Tin sau") < page.index(rumour.claim)
    red = client.get(reverse("desk:board"), {"muc": "red"}).content.decode()
    assert "Tin trước" in red
    assert "Tin sau" not in red


def test_taking_and_laying_back(browser: Browser, author: Account, rumour: Rumour) -> None:
    client = browser(author)
    address = reverse("desk:take", args=[rumour.pk])
    client.post(address)
    rumour.refresh_from_db()
    assert rumour.holder == author
    mine = client.get(reverse("desk:board"), {"cua-toi": "1"}).content.decode()
    assert rumour.claim in mine
    response = client.post(address, {"next": "rumour"})
    assert response["Location"] == reverse("desk:rumour", args=[rumour.pk])
    rumour.refresh_from_db()
    assert rumour.holder is None


def test_an_empty_board_says_what_will_come(browser: Browser, author: Account) -> None:
    assert (
        "Không có tin đồn nào đang mở"
        in browser(author).get(reverse("desk:board")).content.decode()
    )


def test_an_empty_filter_leads_back_to_all(browser: Browser, author: Account) -> None:
    page = browser(author).get(reverse("desk:board"), {"muc": "red"}).content.decode()
    assert "Không có tin nào ở mục này" in page


def test_what_the_machine_opened_and_a_person_emptied_is_not_shown(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    Rumour.objects.create(desk=rumour.desk, claim="Tin rỗng", opened_at=rumour.opened_at)
    assert "Tin rỗng" not in browser(author).get(reverse("desk:board")).content.decode()
