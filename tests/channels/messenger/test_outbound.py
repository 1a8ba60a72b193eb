"""Answers of the page: each failure says whether to try again, and never quotes the person."""

from collections.abc import Iterator

import pytest

from kiemtin.channels.messenger.outbound import MOST_CHARS, send
from kiemtin.channels.messenger.settings import read
from kiemtin.channels.outbound import SendingFailed, Tokens
from tests.support.peers.http import CLOSED, HANG, LOST, Fault, Reply, reply
from tests.support.peers.messenger import MessengerPeer, graph_error
from tests.support.sending import TEXT, impatient, outgoing, why

TO = "24681357"


@pytest.fixture
def peer() -> Iterator[MessengerPeer]:
    with MessengerPeer() as peer:
        yield peer


def failed(peer: MessengerPeer, *faults: Reply | Fault, text: str = TEXT) -> SendingFailed:
    peer.fail(*faults)
    return why(lambda http: send(read(peer.values), http, None, outgoing(TO, text)))


def test_a_text_goes_out_and_its_name_comes_back(peer: MessengerPeer) -> None:
    with impatient() as http:
        assert send(read(peer.values), http, None, outgoing(TO)) == "m_1"
    assert peer.sent == [(TO, TEXT)]
    assert peer.asked[0].json()["messaging_type"] == "RESPONSE"


def test_a_token_that_was_lent_goes_before_the_one_of_the_settings(peer: MessengerPeer) -> None:
    lent = Tokens(access="another")
    assert why(lambda http: send(read(peer.values), http, lent, outgoing(TO))).code == "token"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Reply(429, b"", {"Retry-After": "30"}), "busy"),
        (Reply(500), "server"),
        (HANG, "no_answer"),
        (CLOSED, "no_answer"),
        (LOST, "no_answer"),
        (graph_error(10, 2018278), "window"),
        (graph_error(10), "token"),
        (graph_error(551), "gone"),
        (graph_error(100, 2018001), "gone"),
        (graph_error(613), "busy"),
        (graph_error(190, 463, 401), "token"),
        (graph_error(2), "server"),
        (graph_error(100), "refused"),
        (graph_error(368, status=403), "refused"),
        (graph_error(10, 2018278, 200), "window"),
        (reply({"error": "broken"}, 200), "refused"),
        (reply({"recipient_id": TO}), "answer"),
        (Reply(200, b"<html>"), "answer"),
        (Reply(200, b"[]"), "answer"),
        (Reply(200, b"{" + b" " * 300_000 + b"}"), "answer"),
        (Reply(403, b"<html>"), "refused"),
        (Reply(401, b""), "token"),
    ],
)
def test_every_failure_has_its_kind(peer: MessengerPeer, fault: Reply | Fault, code: str) -> None:
    error = failed(peer, fault)
    assert error.code == code
    assert "24681357" not in str(error)
    assert error.wait == (30.0 if isinstance(fault, Reply) and fault.status == 429 else None)


def test_nobody_listens() -> None:
    with MessengerPeer() as gone:
        values = gone.values
    assert why(lambda http: send(read(values), http, None, outgoing(TO))).code == "unreachable"


def test_a_text_that_is_too_long_does_not_leave(peer: MessengerPeer) -> None:
    assert failed(peer, text="a" * (MOST_CHARS + 1)).code == "refused"
    assert peer.asked == []
