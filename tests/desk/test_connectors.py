"""A channel is there when all it needs is set; half of it is no channel and no crash."""

from importlib import import_module

import pytest
from pytest_django import Settings

from kiemtin.desk import connectors
from tests.support.peers.telegram import Telegram
from tests.support.reach import set_up


def test_nothing_set_is_no_channel_and_no_fault() -> None:
    assert connectors.read({}) == ({}, [])


def test_half_a_channel_is_off() -> None:
    assert connectors.read({"KIEMTIN_TELEGRAM_TOKEN": "1:a"}) == ({}, [])


def test_a_wrong_value_is_a_fault_that_shows_no_secret() -> None:
    values = {
        "KIEMTIN_TELEGRAM_TOKEN": "1:secret",
        "KIEMTIN_TELEGRAM_WEBHOOK_SECRET": "s3cret-word",
    }
    found, problems = connectors.read(values | {"KIEMTIN_TELEGRAM_API": "ftp://here"})
    assert "telegram" not in found
    assert "KIEMTIN_TELEGRAM_API" in problems[0]
    assert "cret" not in problems[0]


def test_each_part_is_loaded_when_it_is_asked_for(settings: Settings) -> None:
    with Telegram() as peer:
        set_up(settings, peer.environ())
    (one,) = connectors.connectors()
    assert one.name == "telegram"
    assert one.webhook is import_module("kiemtin.channels.telegram.inbound")
    assert one.sender is import_module("kiemtin.channels.telegram.outbound")
    assert one.lender is None
    assert connectors.connector("zalo_oa") is None


@pytest.mark.parametrize("name", connectors.NAMES)
def test_every_channel_says_what_it_needs(name: str) -> None:
    channel = connectors.settable(name)
    assert name == channel.NAME
    assert any(one.needed for one in channel.SETTINGS)
    assert all(one.says.vi and one.says.en for one in channel.SETTINGS)
