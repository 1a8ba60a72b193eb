"""The page of erasures: one asks, another does; strangers see nothing of it."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Erasure, Version
from kiemtin.desk.words import Role
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.publishing import Staff
from tests.web.desk.conftest import Browser

WHY = "có dữ liệu riêng tư của một người"
SECRET = "Chị Mị ở thôn Bản Phố kể."


@pytest.fixture
def replaced(staff: Staff, author: Account, colleague: Account) -> Version:
    """A version that said too much and was amended."""
    first = staff.publish(why=SECRET)
    steps.correct(author, colleague, first.fact_check, why="Bàn đo lại.")
    return first


def said(client: Client) -> str:
    return client.get(reverse("desk:erasures")).content.decode()


def ask(client: Client, entry: int, reason: str = WHY) -> str:
    given = {"entry": entry, "reason": reason}
    return client.post(reverse("desk:erasures"), given, follow=True).content.decode()


def test_one_asks_another_erases_and_readers_are_told(
    browser: Browser, author: Account, colleague: Account, replaced: Version
) -> None:
    number = replaced.log_entry.number
    page = reverse("desk:fact_check", args=[replaced.fact_check_id])
    assert f"{reverse('desk:erasures')}?muc={number}" in browser(author).get(page).content.decode()
    assert "Một người khác sẽ xem" in ask(browser(author), number)
    erasure = Erasure.objects.get()
    do = reverse("desk:erase", args=[erasure.pk])
    assert do not in said(browser(author))
    assert "cần một người khác" in browser(author).post(do, follow=True).content.decode()
    assert do in said(browser(colleague))
    assert "Đã xoá. Mục và bằng chứng" in browser(colleague).post(do, follow=True).content.decode()
    public = reverse("public:version", args=[replaced.fact_check.slug, 1])
    shown = Client().get(public).content.decode()
    assert SECRET not in shown
    assert "Nội dung bản này đã bị xoá" in shown
    assert WHY in shown
    entry = Client().get(reverse("public:log_entry", args=[number])).content.decode()
    assert "Nội dung của mục này đã bị xoá" in entry


def test_a_request_is_taken_back(browser: Browser, author: Account, replaced: Version) -> None:
    ask(browser(author), replaced.log_entry.number)
    back = reverse("desk:erasure_take_back", args=[Erasure.objects.get().pk])
    assert "Đã bỏ yêu cầu" in browser(author).post(back, follow=True).content.decode()
    assert not Erasure.objects.exists()


@pytest.mark.parametrize(
    ("entry", "reason", "told"),
    [
        (999, WHY, "Không có mục này"),
        (1, WHY, "Đây là bản đang đăng"),
        (0, "", "Trường này"),
        (0, "x" * 301, "300"),
    ],
)
def test_what_cannot_be_asked_is_said_and_nothing_is_lost(
    browser: Browser, author: Account, replaced: Version, entry: int, reason: str, told: str
) -> None:
    page = ask(browser(author), entry, reason)
    assert told in page
    assert f'value="{entry}"' in page
    assert not Erasure.objects.exists()


def test_nobody_else_comes_near(
    browser: Browser,
    author: Account,
    stranger: Account,
    person: Maker,
    desk: Desk,
    replaced: Version,
) -> None:
    ask(browser(author), replaced.log_entry.number)
    erasure = Erasure.objects.get()
    assert WHY not in said(browser(stranger))
    assert "Không có mục này" in ask(browser(stranger), replaced.log_entry.number)
    for name in ("desk:erase", "desk:erasure_take_back"):
        address = reverse(name, args=[erasure.pk])
        assert browser(stranger).post(address).status_code == 404
        assert browser(person(name[-4:], desk, Role.TRANSLATOR)).post(address).status_code == 403
        assert browser(author).get(address).status_code == 405
