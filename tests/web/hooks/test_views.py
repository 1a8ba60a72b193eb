"""A webhook is believed when it is signed, stored once, and answered before any work is done."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.channels.inbound import MAX_BODY
from kiemtin.desk.models import Desk, Incoming, Message
from tests.support.peers import zalo_oa
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import call, set_up, zalo_writes


@pytest.fixture
def zalo(settings: Settings, db: None) -> Iterator[ZaloOA]:
    """The desk's Zalo account, set up."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def test_a_signed_call_is_stored_and_nothing_of_it_can_be_read(
    client: Client, zalo: ZaloOA, desk: Desk, noon: datetime
) -> None:
    assert zalo_writes(client, noon, "Đập Hồ Xanh vỡ phải không?", "m1") == 200
    one = Incoming.objects.get()
    assert one.done_at is None
    assert b"Xanh" not in bytes(one.sealed or b"")
    assert zalo_oa.OA not in one.item
    assert not Message.objects.exists()


def test_a_call_that_comes_again_is_stored_once(
    client: Client, zalo: ZaloOA, desk: Desk, noon: datetime
) -> None:
    for _again in range(3):
        assert zalo_writes(client, noon, "Đập vỡ?", "m1") == 200
    assert Incoming.objects.count() == 1


def test_a_forged_call_is_refused_and_leaves_nothing(
    client: Client, zalo: ZaloOA, noon: datetime
) -> None:
    forged = zalo_oa.signed(zalo_oa.message(noon), key="another-key")
    assert call(client, "zalo_oa", forged) == 401
    headers, body = zalo_oa.signed(zalo_oa.message(noon))
    assert call(client, "zalo_oa", (headers, body.replace(b"Xanh", b"X4nh"))) == 401
    assert not Incoming.objects.exists()


def test_a_call_too_big_is_refused_unread(client: Client, zalo: ZaloOA, noon: datetime) -> None:
    headers, _body = zalo_oa.signed(zalo_oa.message(noon))
    assert call(client, "zalo_oa", (headers, b"x" * (5 * MAX_BODY))) == 413


def test_a_channel_that_is_not_set_up_is_no_address(client: Client, zalo: ZaloOA) -> None:
    assert call(client, "telegram", ({"content-type": "application/json"}, b"{}")) == 404
    assert call(client, "nothing", ({"content-type": "application/json"}, b"{}")) == 404
    assert client.get("/kenh/zalo_oa/").status_code == 404
    assert client.put("/kenh/zalo_oa/").status_code == 405


def test_calls_are_not_counted_as_posts_of_one_address(
    client: Client, zalo: ZaloOA, noon: datetime
) -> None:
    for number in range(30):
        assert zalo_writes(client, noon, "Đập vỡ?", f"m{number}") == 200


def test_nothing_of_a_call_reaches_the_log(
    client: Client, zalo: ZaloOA, noon: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    zalo_writes(client, noon, "Đập Hồ Xanh vỡ", "m1")
    call(client, "zalo_oa", zalo_oa.signed(zalo_oa.message(noon, "Đập Hồ Xanh vỡ"), key="x"))
    assert "Xanh" not in caplog.text
    assert "246845883529197922" not in caplog.text
