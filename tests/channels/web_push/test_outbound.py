"""A notice reaches the browser it is sealed for, and no server that is not public."""

import json
from collections.abc import Iterator

import pytest

from kiemtin.channels.addresses import Reach
from kiemtin.channels.outbound import Outgoing, SendingFailed
from kiemtin.channels.web_push.outbound import MOST_CHARS, send
from kiemtin.channels.web_push.settings import Settings, new_keys, read
from tests.support.peers.http import CLOSED, HANG, Fault, Reply
from tests.support.peers.web_push import PushPeer
from tests.support.sending import TEXT, impatient, outgoing, why

KEYS = new_keys()
VALUES = {"KIEMTIN_WEB_PUSH_KEY": KEYS[0], "KIEMTIN_WEB_PUSH_CONTACT": "mailto:ban@tin.example"}
PUBLIC = read(VALUES)
HERE = Settings(PUBLIC.key, PUBLIC.contact, Reach(loopback=True))


@pytest.fixture
def peer() -> Iterator[PushPeer]:
    with PushPeer() as peer:
        yield peer


def notice(to: str, text: str = TEXT) -> Outgoing:
    return outgoing(to, text, subject="Hồ Xanh không vỡ", url="https://tin.example/tin/1")


def failed(peer: PushPeer, *faults: Reply | Fault, text: str = TEXT) -> SendingFailed:
    peer.fail(*faults)
    return why(lambda http: send(HERE, http, None, notice(peer.subscription, text)))


def test_the_browser_reads_it_and_the_service_does_not(peer: PushPeer) -> None:
    with impatient() as http:
        topic = send(HERE, http, None, notice(peer.subscription))
    told = {"title": "Hồ Xanh không vỡ", "body": TEXT, "url": "https://tin.example/tin/1"}
    assert peer.shown == [{**told, "tag": topic}]
    assert TEXT.encode() not in peer.asked[0].body
    assert len(peer.asked[0].body) <= 4096
    (headers,) = peer.headers
    assert headers["content-encoding"] == "aes128gcm"
    assert (headers["topic"], headers["urgency"]) == (topic, "high")
    assert int(headers["ttl"]) > 0
    assert len(topic) == 32
    assert f"k={KEYS[1]}" in headers["authorization"]


def test_the_same_key_replaces_what_still_waits(peer: PushPeer) -> None:
    with impatient() as http:
        topics = {send(HERE, http, None, notice(peer.subscription)) for _time in range(2)}
    assert len(topics) == 1
    assert peer.asked[0].body != peer.asked[1].body


def test_the_longest_text_fits_in_any_letters(peer: PushPeer) -> None:
    with impatient() as http:
        send(HERE, http, None, notice(peer.subscription, "ệ" * MOST_CHARS))
    assert peer.shown[0]["body"] == "ệ" * MOST_CHARS
    assert failed(peer, text="a" * (MOST_CHARS + 1)).code == "refused"
    assert len(peer.asked) == 1


@pytest.mark.parametrize(
    ("fault", "code", "permanent"),
    [
        (Reply(404), "gone", True),
        (Reply(410), "gone", True),
        (Reply(413), "refused", True),
        (Reply(400), "refused", True),
        (Reply(307, b"", {"Location": "http://127.0.0.1:1/"}), "refused", True),
        (Reply(403), "token", False),
        (Reply(429, b"", {"Retry-After": "60"}), "busy", False),
        (Reply(503), "server", False),
        (HANG, "no_answer", False),
        (CLOSED, "no_answer", False),
    ],
)
def test_every_failure_has_its_kind(
    peer: PushPeer, fault: Reply | Fault, code: str, permanent: bool
) -> None:
    error = failed(peer, fault)
    assert (error.code, error.permanent) == (code, permanent)


def to(endpoint: str, peer: PushPeer) -> str:
    return json.dumps({**json.loads(peer.subscription), "endpoint": endpoint})


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://127.0.0.1/x",
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://2130706433/x",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://localhost/x",
        "https://push.example/x",
        "https://localhost./x",
        "https://user@push.example/x",
        "https://push.example:8443/x",
        "file:///etc/hostname",
    ],
)
def test_an_endpoint_that_is_not_public_is_never_asked(peer: PushPeer, endpoint: str) -> None:
    # The system takes 127.1 and 2130706433 for loopback, and so does every name service localhost.
    reach = Reach(resolve=lambda host, port: ["127.0.0.1"])
    ours = Settings(PUBLIC.key, PUBLIC.contact, reach)
    assert why(lambda http: send(ours, http, None, notice(to(endpoint, peer)))).code == "gone"
    assert why(lambda http: send(PUBLIC, http, None, notice(peer.subscription))).code == "gone"
    assert peer.asked == []


def test_a_name_that_is_not_found_may_come_back(peer: PushPeer) -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError

    ours = Settings(PUBLIC.key, PUBLIC.contact, Reach(resolve=nobody))
    out = notice(to("https://push.example/send/abc", peer))
    assert why(lambda http: send(ours, http, None, out)).code == "unreachable"
