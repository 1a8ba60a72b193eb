"""Messages of the Official Account go out, or say why not."""

from collections.abc import Iterator

import httpx
import pytest

from kiemtin.channels.outbound import Outgoing, SendingFailed, Tokens, client
from kiemtin.channels.zalo_oa.outbound import MOST_CHARS, send
from kiemtin.channels.zalo_oa.settings import Settings, read
from tests.support.peers.http import CLOSED, HANG, Reply, reply
from tests.support.peers.zalo_oa import ZaloOA

OUT = Outgoing(to="246845883529197922", text="SAI: đập Hồ Xanh không vỡ.", key="k1")
TOKENS = Tokens("access-0", "refresh-0")


@pytest.fixture
def peer() -> Iterator[ZaloOA]:
    with ZaloOA() as zalo:
        yield zalo


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def settings(peer: ZaloOA) -> Settings:
    return read(peer.environ())


def failure(peer: ZaloOA, http: httpx.Client, tokens: Tokens | None = TOKENS) -> SendingFailed:
    with pytest.raises(SendingFailed) as failed:
        send(settings(peer), http, tokens, OUT)
    return failed.value


def test_a_message_goes_out_once(peer: ZaloOA, http: httpx.Client) -> None:
    assert send(settings(peer), http, TOKENS, OUT) == f"{1:020x}"
    assert peer.sent == [(OUT.to, OUT.text)]


def test_the_longest_text_fits(peer: ZaloOA, http: httpx.Client) -> None:
    send(settings(peer), http, TOKENS, Outgoing(to=OUT.to, text="ộ" * MOST_CHARS))
    assert len(peer.sent) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (-230, "window"),
        (-232, "window"),
        (-305, "window"),
        (-213, "gone"),
        (-227, "gone"),
        (-244, "gone"),
        (-201, "refused"),
        (-321, "refused"),
        (-200, "server"),
        (-211, "busy"),
        (-9999, "refused"),
    ],
)
def test_an_error_inside_200_is_one(
    peer: ZaloOA, http: httpx.Client, error: int, code: str
) -> None:
    peer.errors[OUT.to] = error
    failed = failure(peer, http)
    assert (failed.code, failed.params["status"]) == (code, str(error))
    assert peer.sent == []


def test_the_limit_is_waited_out(peer: ZaloOA, http: httpx.Client) -> None:
    peer.errors[OUT.to] = -32
    failed = failure(peer, http)
    assert (failed.code, failed.wait, failed.permanent) == ("busy", 60.0, False)


def test_a_token_that_is_over_or_wrong(peer: ZaloOA, http: httpx.Client) -> None:
    assert failure(peer, http, Tokens("another")).code == "token"
    assert failure(peer, http, None).code == "token"
    peer.expired = True
    assert failure(peer, http).code == "token"
    peer.fail(Reply(401))
    assert failure(peer, http).code == "token"


def test_what_the_server_says(peer: ZaloOA, http: httpx.Client) -> None:
    peer.fail(reply({}, 429, Retry_After="7"), Reply(500), Reply(503), Reply(404))
    failed = failure(peer, http)
    assert (failed.code, failed.wait) == ("busy", 7.0)
    assert [failure(peer, http).code for _ in range(3)] == ["server", "server", "refused"]


def test_an_answer_that_says_nothing_leaves_doubt(peer: ZaloOA, http: httpx.Client) -> None:
    peer.fail(
        Reply(200, b"<html>"), reply({}), reply({"error": 0, "data": {}}), reply({"error": 0})
    )
    failures = [failure(peer, http) for _ in range(4)]
    assert [failed.code for failed in failures] == ["answer"] * 4
    assert all(failed.uncertain and not failed.permanent for failed in failures)


def test_a_peer_that_hangs_leaves_doubt(peer: ZaloOA) -> None:
    peer.fail(HANG, CLOSED)
    with httpx.Client(timeout=0.1) as short:
        assert failure(peer, short).code == "no_answer"
        assert failure(peer, short).uncertain


def test_a_peer_that_is_not_there_got_nothing(http: httpx.Client) -> None:
    with ZaloOA() as gone:
        pass
    failed = failure(gone, http)
    assert (failed.code, failed.uncertain) == ("unreachable", False)


def test_neither_text_nor_address_nor_token_is_logged(
    peer: ZaloOA, http: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "kiemtin")
    send(settings(peer), http, TOKENS, OUT)
    peer.errors[OUT.to] = -230
    said = str(failure(peer, http)) + caplog.text
    assert not any(secret in said for secret in (OUT.text, OUT.to, "access-0"))
