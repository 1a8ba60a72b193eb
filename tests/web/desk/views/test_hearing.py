"""Recordings from phones on the desk's page: heard, used, written down and let go by who may."""

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import (
    Account,
    Broadcast,
    Communicator,
    Desk,
    Message,
    Report,
    Translation,
)
from kiemtin.desk.moment import now
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.support.communicators import VOICE, joined, ordered
from tests.support.publishing import Staff
from tests.support.recorded import recorded
from tests.web.desk.conftest import Browser

PAGE = "/desk/ghi-am/"
ACTS = ("recording_heard", "recording_adopt", "recording_write", "recording_remove")


@pytest.fixture
def who(colleague: Account, desk: Desk) -> Communicator:
    """A communicator with a phone."""
    return joined(colleague, desk)[0]


@pytest.fixture
def broadcast(staff: Staff, colleague: Account) -> Broadcast:
    """A fact-check to read out."""
    return ordered(colleague, staff.publish(), now())


@pytest.fixture
def asked(who: Communicator) -> Report:
    """What goes round, as it was told."""
    return recorded(who)


def shown(client: Client) -> str:
    return client.get(PAGE).content.decode()


def send(client: Client, name: str, row: Report, **given: str) -> tuple[int, str]:
    answer = client.post(reverse(f"desk:{name}", args=[row.pk]), given, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_recording_is_listed_heard_and_counted_no_more(
    browser: Browser, author: Account, asked: Report
) -> None:
    client = browser(author)
    page = shown(client)
    assert "Lời bà con đang hỏi" in page
    assert "Xã Bát Xát, Lào Cai" in page
    assert "<strong>chưa nghe</strong>" in page
    assert page.count('<span class="count">1</span>') == 2  # the menu and the tab
    heard = client.get(reverse("desk:recorded", args=[asked.pk]))
    assert (heard.content, heard["Content-Type"]) == (VOICE, "audio/webm")
    assert heard["Cache-Control"] == "private, no-store"
    _status, page = send(client, "recording_heard", asked)
    assert "đã nghe" in page
    assert "<strong>chưa nghe</strong>" not in page


def test_the_list_has_its_place_beside_the_translations(
    browser: Browser, author: Account, db: None
) -> None:
    client = browser(author)
    assert PAGE in client.get(reverse("desk:translations")).content.decode()
    page = shown(client)
    assert "Chưa có bản ghi âm nào" in page
    assert page.count('href="/desk/ban-dich/" aria-current="page"') == 1  # the menu


def test_a_reading_becomes_a_translation(
    browser: Browser, author: Account, who: Communicator, broadcast: Broadcast
) -> None:
    row, client = recorded(who, broadcast), browser(author)
    page = shown(client)
    assert "Bản tin đã đọc" in page
    assert reverse("desk:recording_write", args=[row.pk]) not in page
    status, page = send(client, "recording_adopt", row)
    assert (status, "chờ đối chiếu" in page) == (200, True)
    assert Translation.objects.get().language == "hmn"
    status, page = send(client, "recording_adopt", recorded(who, broadcast, "vie"))
    assert (status, "không đọc bài kiểm chứng" in page) == (422, True)


def test_who_only_reviews_hears_and_does_not_translate(
    browser: Browser, colleague: Account, who: Communicator, broadcast: Broadcast
) -> None:
    row, client = recorded(who, broadcast), browser(colleague)
    assert "Dùng làm bản dịch" not in shown(client)
    assert send(client, "recording_adopt", row)[0] == 403
    assert send(client, "recording_heard", row)[0] == 200


def test_what_is_asked_becomes_a_message(browser: Browser, author: Account, asked: Report) -> None:
    client = browser(author)
    status, page = send(client, "recording_write", asked, text=" ")
    assert status == 422
    assert f'id="write_{asked.pk}_text"' in page
    text = "Cầu Khe Mây bị cuốn trôi phải không?"
    status, page = send(client, "recording_write", asked, text=text)
    message = Message.objects.get(channel="communicator")
    assert (status, message.text) == (200, text)
    assert f"Đã ghi thành tin {message.pk}" in page
    status, page = send(client, "recording_write", asked, text=text)
    assert (status, "đã thành tin" in page) == (422, True)


def test_words_that_are_refused_stay_as_they_were_typed(
    browser: Browser, author: Account, asked: Report
) -> None:
    status, page = send(browser(author), "recording_write", asked, text="dài " * 20_000)
    assert (status, "dài dài dài" in page) == (422, True)
    assert not Message.objects.filter(channel="communicator").exists()


def test_a_recording_is_let_go(browser: Browser, author: Account, asked: Report) -> None:
    client = browser(author)
    assert "Đã xoá bản ghi âm" in send(client, "recording_remove", asked)[1]
    assert client.get(reverse("desk:recorded", args=[asked.pk])).status_code == 404
    for name in ("recording_heard", "recording_remove"):
        status, page = send(client, name, asked)
        assert (status, "đã được xoá" in page) == (422, True)


def test_a_translator_may_do_all_of_it(
    browser: Browser, person: Maker, desk: Desk, who: Communicator, broadcast: Broadcast
) -> None:
    client = browser(person("t", desk, Role.TRANSLATOR))
    assert send(client, "recording_adopt", recorded(who, broadcast))[0] == 200
    assert send(client, "recording_remove", recorded(who))[0] == 200


def test_strangers_find_nothing_and_colleagues_without_the_role_are_told(
    browser: Browser, stranger: Account, person: Maker, desk: Desk, asked: Report
) -> None:
    theirs, other = browser(stranger), browser(person("chief", desk, Role.ADMINISTRATOR))
    address = reverse("desk:recorded", args=[asked.pk])
    assert "Lời bà con" not in shown(theirs)
    assert (theirs.get(address).status_code, other.get(address).status_code) == (404, 403)
    assert other.get(PAGE).status_code == 403
    assert PAGE not in other.get(reverse("desk:translations")).content.decode()
    for name in ACTS:
        assert send(theirs, name, asked, text="x")[0] == 404
        assert send(other, name, asked, text="x")[0] == 403
    assert Client().get(PAGE).status_code == 302
    assert Report.objects.get().heard_at is None
