"""Tokens that a peer lends are renewed in time, kept sealed before they are used, never lost."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from kiemtin.channels.outbound import SendingFailed, Tokens, client
from kiemtin.desk import connectors
from kiemtin.desk.connectors import Connector
from kiemtin.desk.flow import tokens
from kiemtin.desk.models import ChannelState
from kiemtin.desk.moment import at
from kiemtin.desk.sealing import unseal
from tests.desk import steps
from tests.support.peers.http import Reply
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up


@pytest.fixture
def zalo(settings: Settings, db: None, noon: datetime) -> Iterator[ZaloOA]:
    """Zalo lends a token for 25 hours."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def channel(name: str = "zalo_oa") -> Connector:
    """The channel that is set up."""
    found = connectors.connector(name)
    assert found
    return found


def now_lent() -> Tokens:
    """What is lent now."""
    with client() as http:
        found = tokens.current(channel(), http)
    assert found
    return found


def test_it_is_renewed_once_and_then_good_for_a_day(zalo: ZaloOA) -> None:
    first = now_lent()
    assert first.access == zalo.access
    assert now_lent() == first
    with at(steps.NOON + timedelta(hours=20)):
        assert now_lent().access == first.access
    assert len(zalo.asked) == 1


def test_it_is_renewed_before_it_ends(zalo: ZaloOA) -> None:
    first = now_lent()
    with at(steps.NOON + timedelta(hours=24, minutes=55)):
        second = now_lent()
    assert second.access != first.access
    assert second.refresh != first.refresh


def test_what_is_kept_cannot_be_read(zalo: ZaloOA) -> None:
    lent = now_lent()
    kept = ChannelState.objects.get(channel="zalo_oa")
    assert lent.access.encode() not in bytes(kept.sealed or b"")
    assert lent.refresh in unseal(bytes(kept.sealed or b""))
    assert lent.access not in repr(lent)


def test_two_workers_renew_once(zalo: ZaloOA) -> None:
    ChannelState.objects.create(channel="zalo_oa", refreshing_at=steps.NOON)
    with pytest.raises(SendingFailed, match="refresh"):
        now_lent()
    assert not zalo.asked
    with at(steps.NOON + tokens.HELD + timedelta(seconds=1)):
        assert now_lent().access == zalo.access


def test_a_failure_keeps_the_old_one_and_is_told(zalo: ZaloOA) -> None:
    zalo.fail(Reply(500))
    with pytest.raises(SendingFailed):
        now_lent()
    state = ChannelState.objects.get(channel="zalo_oa")
    assert (state.error, state.turn, state.refreshing_at) == ("server", 0, None)
    assert now_lent().access == zalo.access
    state.refresh_from_db()
    assert (state.error, state.failed_at) == ("", None)


def test_a_person_brings_a_new_one(zalo: ZaloOA) -> None:
    now_lent()
    zalo.refresh_token = "from-the-console"
    tokens.put("zalo_oa", Tokens("", "from-the-console"))
    assert now_lent().access == zalo.access


def test_one_that_the_peer_refused_is_not_used_again(zalo: ZaloOA) -> None:
    first = now_lent()
    tokens.spent(channel())
    assert now_lent().access != first.access


def test_a_channel_that_lends_none_has_none(settings: Settings, db: None) -> None:
    with SmsGate() as gate, client() as http:
        set_up(settings, gate.environ())
        assert tokens.current(channel("sms_gate"), http) is None
    assert not ChannelState.objects.exists()
