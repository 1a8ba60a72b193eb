"""By which channels bulletins come: told to this person's phone alone, ended there, and never a
field in which to type an address.
"""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kiemtin.desk.flow import communicators
from kiemtin.desk.flow.joining import by_join_code, join_code
from kiemtin.desk.models import Communicator, Way
from kiemtin.desk.moment import today
from tests.support.peers.messenger import MessengerPeer
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.telegram import Telegram
from tests.support.reach import set_up
from tests.web.phone.conftest import HERE

PAGE, REMOVE = "/tuyen-truyen/kenh/", "/tuyen-truyen/kenh/bo/"


@pytest.fixture
def channels(settings: Settings) -> Iterator[None]:
    """A bot, a number, and an account that allows nothing after a day."""
    with Telegram() as bot, SmsGate() as gate, MessengerPeer() as page:
        set_up(settings, bot.environ(), gate.environ(), page.values)
        settings.WRITE_TO = {"telegram": "https://t.me/kiemtin_thu_bot", "sms_gate": "0900 000 001"}
        yield


@pytest.mark.usefixtures("channels")
def test_each_channel_says_where_to_write_what(
    phone: Client, who: tuple[Communicator, str]
) -> None:
    answer = phone.get(PAGE)
    shown = answer.content.decode()
    text = f"THAM GIA {join_code(who[0], today())}"
    assert text in shown
    assert by_join_code(text.removeprefix("THAM GIA ")) == who[0]
    assert 'href="https://t.me/kiemtin_thu_bot"' in shown
    assert f'href="sms:0900000001?body={quote(text)}"' in shown
    assert "Messenger" not in shown
    assert 'type="text"' not in shown
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("channels")
def test_a_way_is_told_and_ended(phone: Client, who: tuple[Communicator, str]) -> None:
    communicators.add_way(who[0], "telegram", "77")
    communicators.add_way(who[0], "zalo_oa", "88")  # no longer set up here
    shown = phone.get(PAGE).content.decode()
    assert shown.count("Bản tin đang về đây") == 2
    assert "77" not in shown.split("THAM GIA")[0]
    for site, status in (({}, 403), ({"Sec-Fetch-Site": "cross-site"}, 403), (HERE, 302)):
        assert phone.post(REMOVE, {"channel": "telegram"}, headers=site).status_code == status
    assert Way.objects.get().channel == "zalo_oa"
    assert phone.post(REMOVE, {"channel": "nothing"}, headers=HERE).status_code == 302


def test_another_persons_way_stays(phone: Client, who: tuple[Communicator, str]) -> None:
    other, _code = communicators.invite(who[0].invited_by, who[0].desk, "Mẩy", "15", ["vie"])
    communicators.add_way(other, "telegram", "99")
    phone.post(REMOVE, {"channel": "telegram"}, headers=HERE)
    assert Way.objects.get().communicator == other


def test_strangers_are_led_to_the_page_that_says_what_to_do(db: None) -> None:
    assert Client().get(PAGE).headers["Location"] == reverse("phone:shell")
    assert Client().post(REMOVE, {"channel": "telegram"}, headers=HERE).status_code == 401


def test_a_desk_without_channels_says_so(phone: Client, settings: Settings) -> None:
    settings.CHANNELS = {}
    assert "Bàn chưa mở kênh nào" in phone.get(PAGE).content.decode()


def test_the_page_that_works_offline_leads_there(db: None) -> None:
    assert PAGE in Client().get(reverse("phone:shell")).content.decode()
