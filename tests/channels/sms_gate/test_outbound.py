"""Text messages are queued once however often they are asked for."""

from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.outbound import Outgoing, SendingFailed, client
from kiemtin.channels.sms_gate.outbound import message_id, send
from kiemtin.channels.sms_gate.settings import read
from tests.support.peers.http import CLOSED, HANG, LOST, Reply, reply
from tests.support.peers.sms_gate import PASSWORD, SmsGate

OUT = Outgoing(to="0900 000 001", text="SAI: đập Hồ Xanh không vỡ.", key="bulletin:7:person:3")


@pytest.fixture
def peer() -> Iterator[SmsGate]:
    with SmsGate() as gate:
        yield gate


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def failure(peer: SmsGate, http: httpx.Client) -> SendingFailed:
    with pytest.raises(SendingFailed) as failed:
        send(read(peer.environ()), http, None, OUT)
    return failed.value


def test_a_message_is_queued(peer: SmsGate, http: httpx.Client) -> None:
    mine = send(read(peer.environ()), http, None, OUT)
    assert peer.sent == [("+84900000001", OUT.text)]
    assert peer.wanted[mine]["withDeliveryReport"] is True
    assert "deviceId" not in peer.wanted[mine]


def test_asking_twice_sends_once(peer: SmsGate, http: httpx.Client) -> None:
    first, second = (send(read(peer.environ()), http, None, OUT) for _ in range(2))
    assert first == second
    assert len(peer.sent) == 1


def test_after_a_lost_answer_asking_again_sends_once(peer: SmsGate, http: httpx.Client) -> None:
    peer.fail(LOST)
    assert failure(peer, http).uncertain
    assert send(read(peer.environ()), http, None, OUT) == message_id(OUT.key)
    assert len(peer.sent) == 1


def test_the_same_telephone_is_asked_again(peer: SmsGate, http: httpx.Client) -> None:
    """The gateway knows an id by telephone: with several, one is named."""
    settings = read(peer.environ() | {"KIEMTIN_SMS_GATE_DEVICE": "device-2"})
    mine = send(settings, http, None, OUT)
    assert peer.wanted[mine]["deviceId"] == "device-2"


@given(st.text(max_size=120))
def test_every_key_becomes_an_id_that_the_gateway_takes(key: str) -> None:
    made = message_id(key)
    assert len(made) <= 36
    assert bool(made) == bool(key)
    assert message_id(made) == made


def test_without_a_key_the_gateway_names_it(peer: SmsGate, http: httpx.Client) -> None:
    out = Outgoing(to="+84900000001", text="a")
    assert send(read(peer.environ()), http, None, out) == "made-0"


def test_what_the_gateway_says(peer: SmsGate, http: httpx.Client) -> None:
    peer.fail(
        reply({"message": "Unauthorized"}, 401),
        reply({"message": "No devices registered"}, 400),
        reply({"error": "QueueLimitExceeded"}, 503),
        reply({}, 429, Retry_After="30"),
        Reply(500),
        Reply(404, b"-"),
    )
    codes = [failure(peer, http).code for _ in range(6)]
    assert codes == ["token", "refused", "server", "busy", "server", "refused"]


def test_a_number_that_the_gateway_does_not_take(peer: SmsGate, http: httpx.Client) -> None:
    with pytest.raises(SendingFailed) as failed:
        send(read(peer.environ()), http, None, Outgoing(to="1900", text="a", key="k"))
    assert failed.value.permanent


def test_an_answer_that_says_nothing_leaves_doubt(peer: SmsGate, http: httpx.Client) -> None:
    peer.fail(Reply(202, b"-"), Reply(200, b"[]"))
    assert [failure(peer, http).code for _ in range(2)] == ["answer", "answer"]


def test_a_peer_that_hangs_leaves_doubt(peer: SmsGate) -> None:
    peer.fail(HANG, CLOSED)
    with httpx.Client(timeout=0.1) as short:
        assert [failure(peer, short).code for _ in range(2)] == ["no_answer", "no_answer"]


def test_neither_number_nor_text_nor_password_is_logged(
    peer: SmsGate, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with client() as http:
        send(read(peer.environ()), http, None, OUT)
        peer.fail(Reply(400))
        said = str(failure(peer, http)) + caplog.text
    assert not any(secret in said for secret in (PASSWORD, OUT.text, "900000001"))
