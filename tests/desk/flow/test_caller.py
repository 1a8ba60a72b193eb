"""Whoever wrote gets short words back once for each thing written, sealed, and a sentence about
pictures where some could not be had.
"""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytest_django import Settings

from kiemtin.channels.inbound import Event
from kiemtin.desk.flow.caller import Caller
from kiemtin.desk.flow.forwarded import Had
from kiemtin.desk.models import Desk, Sending
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO = "246845883529197922"


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """The desk's Zalo account at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def caller(number: str = "m1", sender: str = WHO) -> Caller:
    return Caller("zalo_oa", Event("message", number, steps.NOON, sender))


def test_a_reply_is_queued_once_for_an_event(zalo: ZaloOA) -> None:
    for _again in range(2):
        caller().reply("received", {})
    caller("m2").reply("received", {})
    assert Sending.objects.count() == 2
    assert WHO not in str(list(Sending.objects.values()))


def test_some_words_are_said_once_a_day(zalo: ZaloOA) -> None:
    for number in range(4):
        caller(f"m{number}").reply_once_a_day("write")
    assert Sending.objects.count() == 1


@pytest.mark.parametrize("code", ["too_big", "unread", "gone", "too_many"])
def test_a_sentence_tells_what_became_of_pictures(zalo: ZaloOA, code: str) -> None:
    caller().reply_about("received", Had(missing=code))
    work()
    ((_who, text),) = zalo.sent
    assert "đã nhận" in text
    assert "ảnh" in text.lower().split("\n")[1]


def test_when_all_pictures_came_nothing_is_said_of_them(zalo: ZaloOA) -> None:
    caller().reply_about("checking", Had(), safe_action="Lên chỗ cao.")
    work()
    assert "ảnh" not in zalo.sent[0][1].lower()
    assert "Lên chỗ cao." in zalo.sent[0][1]


def test_who_cannot_be_answered_is_not(zalo: ZaloOA, settings: Settings) -> None:
    caller(sender="").reply("received", {})
    settings.CHANNELS = {}
    caller().reply("received", {})
    assert not Sending.objects.exists()


def test_an_album_is_answered_once(zalo: ZaloOA) -> None:
    for number, album in (("m1", "a"), ("m2", "a"), ("m3", "b"), ("m4", ""), ("m5", "")):
        event = Event("message", number, steps.NOON, WHO, album=album)
        Caller("zalo_oa", event).reply("looked_at", {})
    assert Sending.objects.count() == 4
