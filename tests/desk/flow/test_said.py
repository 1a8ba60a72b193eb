"""A sending says the approved text in the form of its channel, with what a reader needs."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.channels.outbound import Outgoing
from kiemtin.desk import connectors
from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import reply_to, said
from kiemtin.desk.models import Sending, Subscription, Version
from kiemtin.desk.sealing import seal
from kiemtin.desk.words_reach import SendingKind
from tests.desk import steps
from tests.support.everyone import Everyone, everyone


@pytest.fixture
def people(settings: Settings, tmp_path: Path, noon: datetime) -> Iterator[Everyone]:
    """Every channel set up."""
    with everyone(tmp_path) as them:
        settings.CHANNELS = them.channels
        settings.PUBLIC_URL = "https://tin.example.vn"
        yield them


def bulletin(people: Everyone, version: Version, channel: str) -> Outgoing:
    """What a subscriber of a channel gets."""
    address = people.addresses[channel]
    one = Subscription.objects.create(
        channel=channel,
        lookup=lookup(channel, address),
        sealed=seal(address),
        asked_at=steps.NOON,
        confirmed_at=steps.NOON,
    )
    row = Sending(
        kind=SendingKind.SUBSCRIBED, channel=channel, version=version, subscription=one, key="k"
    )
    found = connectors.connector(channel)
    assert found
    return said.outgoing(row, found)


@pytest.mark.parametrize("channel", ["zalo_oa", "telegram", "messenger", "whatsapp", "zalo_bot"])
def test_a_message_carries_fact_link_and_how_to_stop(
    people: Everyone, published: Version, channel: str
) -> None:
    out = bulletin(people, published, channel)
    assert published.fact in out.text
    assert out.url in out.text
    assert "DỪNG" in out.text
    found = connectors.connector(channel)
    assert found
    assert found.sender
    assert len(out.text) <= found.sender.MOST_CHARS


@pytest.mark.parametrize("channel", ["sms_gate", "smpp"])
def test_an_sms_is_short_with_a_short_address(
    people: Everyone, published: Version, channel: str
) -> None:
    out = bulletin(people, published, channel)
    assert published.fact in out.text
    assert f"/ma/bai/{published.fact_check_id}/" in out.text
    assert published.fact_check.slug not in out.text


def test_a_letter_can_be_stopped_by_one_tap(people: Everyone, published: Version) -> None:
    out = bulletin(people, published, "email")
    assert out.leave_url.startswith("https://tin.example.vn/dang-ky/bo/")
    assert out.leave_url in out.html
    assert "<script" not in out.html


def test_a_drill_is_called_one_everywhere(
    people: Everyone, published: Version, settings: Settings
) -> None:
    settings.DRILL = True
    for channel in people.addresses:
        out = bulletin(people, published, channel)
        assert "DIỄN TẬP" in out.text.upper(), channel


def answer(people: Everyone, version: Version, channel: str) -> Outgoing:
    """What somebody gets who asked over a channel."""
    sealed = reply_to.pack(people.addresses[channel], "AAAA-BBBB-CCCC")
    message = steps.ask(
        version.fact_check.desk, "m1", channel=channel, reply_to=sealed, wants_answer=True
    )
    row = Sending(
        kind=SendingKind.ANSWER, channel=channel, version=version, message=message, key="k"
    )
    found = connectors.connector(channel)
    assert found
    return said.outgoing(row, found)


def test_an_answer_says_how_to_object_and_to_follow(people: Everyone, published: Version) -> None:
    out = answer(people, published, "zalo_oa")
    assert "/bien-nhan/AAAA-BBBB-CCCC/" in out.text
    assert "THEO DÕI AAAA-BBBB-CCCC" in out.text


@pytest.mark.parametrize("channel", ["email", "sms_gate", "smpp", "messenger", "whatsapp"])
def test_that_it_is_no_answer_is_one_tap_away_everywhere(
    people: Everyone, published: Version, channel: str
) -> None:
    out = answer(people, published, channel)
    assert "https://tin.example.vn/bien-nhan/AAAA-BBBB-CCCC/" in out.text
    assert "bien-nhan/AAAA-BBBB-CCCC/" in (out.html or out.text)
    found = connectors.connector(channel)
    assert found
    assert found.sender
    assert len(out.text) <= found.sender.MOST_CHARS


def test_who_left_gets_nothing(people: Everyone, published: Version) -> None:
    row = Sending(kind=SendingKind.SUBSCRIBED, channel="zalo_oa", version=published, key="k")
    with pytest.raises(reply_to.Nobody):
        said.address(row)
