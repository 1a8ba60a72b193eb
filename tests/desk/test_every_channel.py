"""One publication reaches everyone on every channel, and so does its correction, each once."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.channels.inbound import Event
from kiemtin.desk.addresses import lookup
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import broadcasting, incoming, outbox, subscriptions
from kiemtin.desk.flow.subscriptions import Wish
from kiemtin.desk.models import (
    Account,
    Communicator,
    Desk,
    Rumour,
    Sending,
    Subscription,
    Way,
)
from kiemtin.desk.sealing import seal
from kiemtin.desk.words import VersionKind
from kiemtin.desk.words_reach import Priority, SendingState
from tests.desk import steps
from tests.support.everyone import Everyone, everyone
from tests.support.reach import work

COMMUNE = "02683"
SUBSCRIBED = ("zalo_oa", "zalo_bot", "telegram", "sms_gate", "smpp", "email", "web_push")
TOLD = (*SUBSCRIBED, "partner")
ONLY_ANSWERS = ("messenger", "whatsapp")


@pytest.fixture
def people(settings: Settings, tmp_path: Path, noon: datetime, desk: Desk) -> Iterator[Everyone]:
    """Every channel set up, somebody subscribed on each."""
    with everyone(tmp_path) as them:
        settings.CHANNELS = them.channels
        for channel in SUBSCRIBED:
            subscriptions.ask(channel, them.addresses[channel], Wish(), confirmed=True)
        yield them


def texts(people: Everyone) -> dict[str, int]:
    """How many texts arrived with subscribers and partners, by channel."""
    return {name: len(arrived()) for name, arrived in people.arrived.items() if name in TOLD}


def test_a_publication_its_amendment_and_its_withdrawal_reach_everyone_once(
    people: Everyone, rumour: Rumour, author: Account, colleague: Account
) -> None:
    version = steps.release(author, colleague, rumour)
    work()
    work()
    assert texts(people) == dict.fromkeys(TOLD, 1)
    for channel in TOLD:
        arrived = people.arrived[channel]
        assert version.fact in arrived()[0], channel
    steps.correct(author, colleague, version.fact_check, fact="Đập Nậm Mẫu không vỡ, nước hạ.")
    work()
    assert texts(people) == dict.fromkeys(TOLD, 2)
    for channel in TOLD:
        arrived = people.arrived[channel]
        assert "nước hạ" in arrived()[1], channel
    steps.correct(
        author,
        colleague,
        version.fact_check,
        kind=VersionKind.WITHDRAWAL,
        what_was_wrong="Chúng tôi chưa đủ căn cứ.",
    )
    work()
    assert texts(people) == dict.fromkeys(TOLD, 3)
    assert set(Sending.objects.values_list("state", flat=True)) == {SendingState.SENT}


def test_a_communicator_gets_it_on_each_of_their_channels_and_the_change_too(
    people: Everyone, desk: Desk, rumour: Rumour, author: Account, colleague: Account
) -> None:
    one = Communicator.objects.create(
        desk=desk,
        name="Người thôn Bản Mẫu",
        place=COMMUNE,
        invited_by=colleague,
        invited_at=steps.NOON,
        invite_until=steps.NOON,
        joined_at=steps.NOON,
    )
    ways = ("zalo_oa", "telegram", "sms_gate")
    for channel in ways:
        address = people.addresses[channel][:-1] + "7"
        sealed = seal(address)
        Way.objects.create(
            communicator=one,
            channel=channel,
            lookup=lookup(channel, address),
            sealed=sealed,
            added_at=steps.NOON,
        )
    version = steps.release(author, colleague, rumour)
    broadcasting.order(colleague, version, Priority.URGENT, ["15"])
    work()
    assert {name: texts(people)[name] for name in ways} == dict.fromkeys(ways, 2)
    steps.correct(author, colleague, version.fact_check)
    work()
    assert {name: texts(people)[name] for name in ways} == dict.fromkeys(ways, 4)


def test_a_holding_line_is_followed_by_the_conclusion(
    people: Everyone, rumour: Rumour, author: Account, colleague: Account
) -> None:
    from kiemtin.desk.flow import holding

    holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao ngay.", checking="Đang hỏi nhà máy."
    )
    work()
    assert texts(people) == dict.fromkeys(TOLD, 1) | {"partner": 0}
    steps.release(author, colleague, rumour)
    work()
    assert texts(people) == dict.fromkeys(TOLD, 2) | {"partner": 1}


def test_asking_twice_for_the_same_sends_once(
    people: Everyone, rumour: Rumour, author: Account, colleague: Account
) -> None:
    for channel in SUBSCRIBED:
        address = people.addresses[channel]
        subscriptions.ask(channel, address, Wish(place="15"), confirmed=True)
        subscriptions.ask(channel, address, Wish(subject="dam"), confirmed=True)
    version = steps.release(author, colleague, rumour)
    subscriptions.announce(version)
    outbox.queue([])
    work()
    assert texts(people) == dict.fromkeys(TOLD, 1)


@pytest.mark.parametrize("channel", [*SUBSCRIBED[:-1], *ONLY_ANSWERS])
def test_who_asks_over_a_channel_is_answered_there(
    people: Everyone, rumour: Rumour, author: Account, colleague: Account, channel: str
) -> None:
    Subscription.objects.all().delete()
    version = steps.release(author, colleague, rumour)
    work()
    asked = f"Nghe nói {steps.CLAIM.lower()}, có đúng không ạ?"
    address = people.addresses[channel]
    incoming.store(channel, [Event("message", "m1", steps.NOON, sender=address, text=asked)])
    work()
    (answered,) = people.arrived[channel]()
    assert version.fact in answered


def test_nobody_subscribes_where_nothing_may_come_later(people: Everyone) -> None:
    for channel in ONLY_ANSWERS:
        with pytest.raises(FlowError):
            subscriptions.ask(channel, people.addresses[channel], Wish(), confirmed=True)
