"""What is to go out is entered once, for those who can be answered over the channel they used."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytest_django import Settings

from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import answer, outbox, reply_to
from kiemtin.desk.flow.receive import receive
from kiemtin.desk.models import Desk, Message, Sending, Version
from kiemtin.desk.words_reach import SendingState
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """A channel that can answer."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def asked(desk: Desk, number: str, channel: str = "zalo_oa") -> Message:
    """Somebody asked over a channel and can be answered."""
    packed = reply_to.pack("246845883529197922", "AAAA-BBBB-CCCC")
    inbound = Inbound(channel, number, steps.CLAIM, steps.NOON, wants_answer=True, reply_to=packed)
    return receive(inbound, desk).message


def test_an_answer_is_queued_once_a_version(zalo: ZaloOA, desk: Desk, published: Version) -> None:
    message = asked(desk, "m1")
    for _again in range(2):
        answer.deliver_to(message, published, automatic=True)
    outbox.answers(published, [message])
    (row,) = Sending.objects.all()
    assert (row.channel, row.message_id, row.version_id) == ("zalo_oa", message.pk, published.pk)
    assert row.sealed is None


def test_who_asked_on_the_site_is_answered_there(
    zalo: ZaloOA, desk: Desk, published: Version
) -> None:
    answer.deliver_to_all([steps.ask(desk, "m1", reply_to="0900 000 001")], published)
    assert not Sending.objects.exists()


def test_without_a_channel_nothing_is_queued(
    settings: Settings, desk: Desk, published: Version
) -> None:
    settings.CHANNELS = {}
    answer.deliver_to(asked(desk, "m1"), published, automatic=True)
    assert not Sending.objects.exists()


def test_what_is_stopped_goes_out_no_more(zalo: ZaloOA, desk: Desk, published: Version) -> None:
    answer.deliver_to(asked(desk, "m1"), published, automatic=True)
    assert outbox.stop(version=published) == 1
    assert outbox.stop(version=published) == 0
    assert Sending.objects.get().state == SendingState.STOPPED
