"""Answers of the number: each failure says whether to try again, and never quotes the person."""

from collections.abc import Iterator

import pytest

from kiemtin.channels.outbound import SendingFailed, Tokens
from kiemtin.channels.whatsapp.outbound import MOST_CHARS, send
from kiemtin.channels.whatsapp.settings import read
from tests.support.peers.http import CLOSED, HANG, LOST, Fault, Reply, reply
from tests.support.peers.messenger import graph_error
from tests.support.peers.whatsapp import WhatsAppPeer
from tests.support.sending import TEXT, impatient, outgoing, why

TO = "84900000001"


@pytest.fixture
def peer() -> Iterator[WhatsAppPeer]:
    with WhatsAppPeer() as peer:
        yield peer


def failed(peer: WhatsAppPeer, *faults: Reply | Fault, text: str = TEXT) -> SendingFailed:
    peer.fail(*faults)
    return why(lambda http: send(read(peer.values), http, None, outgoing(TO, text)))


def test_a_text_goes_out_and_its_name_comes_back(peer: WhatsAppPeer) -> None:
    with impatient() as http:
        assert send(read(peer.values), http, None, outgoing(TO)) == "wamid.1"
    assert peer.sent == [(TO, TEXT)]
    assert peer.asked[0].json()["recipient_type"] == "individual"


def test_who_hides_the_number_gets_it_too(peer: WhatsAppPeer) -> None:
    with impatient() as http:
        send(read(peer.values), http, None, outgoing("VN.13491208655302741918"))
    assert peer.asked[0].json()["recipient"] == "VN.13491208655302741918"
    assert "to" not in peer.asked[0].json()


def test_a_token_that_was_lent_goes_before_the_one_of_the_settings(peer: WhatsAppPeer) -> None:
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
        (graph_error(131047), "window"),
        (graph_error(131026), "gone"),
        (graph_error(130429, status=400), "busy"),
        (graph_error(131056), "busy"),
        (graph_error(190, 463, 401), "token"),
        (graph_error(131005, status=403), "token"),
        (graph_error(131016), "server"),
        (graph_error(131051), "refused"),
        (graph_error(131047, status=200), "window"),
        (reply({"error": "broken"}, 200), "refused"),
        (reply({"messages": []}), "answer"),
        (Reply(200, b"<html>"), "answer"),
        (Reply(200, b"[]"), "answer"),
        (Reply(200, b"{" + b" " * 300_000 + b"}"), "answer"),
        (Reply(403, b"<html>"), "refused"),
        (Reply(401, b""), "token"),
    ],
)
def test_every_failure_has_its_kind(peer: WhatsAppPeer, fault: Reply | Fault, code: str) -> None:
    error = failed(peer, fault)
    assert error.code == code
    assert TO not in str(error)
    assert error.wait == (30.0 if isinstance(fault, Reply) and fault.status == 429 else None)


def test_nobody_listens() -> None:
    with WhatsAppPeer() as gone:
        values = gone.values
    assert why(lambda http: send(read(values), http, None, outgoing(TO))).code == "unreachable"


def test_a_text_that_is_too_long_does_not_leave(peer: WhatsAppPeer) -> None:
    assert failed(peer, text="a" * (MOST_CHARS + 1)).code == "refused"
    assert peer.asked == []
