"""Messages of the bot go out, or say why not; its errors come with HTTP 200."""

from collections.abc import Iterator

import httpx
import pytest

from kiemtin.channels.outbound import Outgoing, SendingFailed, client
from kiemtin.channels.zalo_bot.outbound import MOST_CHARS, send
from kiemtin.channels.zalo_bot.settings import read
from tests.support.peers.bots import TOKEN
from tests.support.peers.http import CLOSED, HANG, Reply, reply
from tests.support.peers.zalo_bot import ZaloBot

OUT = Outgoing(to="6ede9afa66b88fe6d6a9", text="SAI: đập Hồ Xanh không vỡ.", key="k1")


@pytest.fixture
def peer() -> Iterator[ZaloBot]:
    with ZaloBot() as bot:
        yield bot


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def failure(peer: ZaloBot, http: httpx.Client) -> SendingFailed:
    with pytest.raises(SendingFailed) as failed:
        send(read(peer.environ()), http, None, OUT)
    return failed.value


def test_a_message_goes_out_once(peer: ZaloBot, http: httpx.Client) -> None:
    assert send(read(peer.environ()), http, None, OUT) == f"{1:020x}"
    assert peer.sent == [(OUT.to, OUT.text)]


def test_the_longest_text_fits(peer: ZaloBot, http: httpx.Client) -> None:
    send(read(peer.environ()), http, None, Outgoing(to="a", text="ộ" * MOST_CHARS))
    assert len(peer.sent) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ((401, "Unauthorized"), "token"),
        ((403, "Forbidden"), "gone"),
        ((400, "Invalid chat_id"), "gone"),
        ((404, "Chat not found"), "gone"),
        ((404, "Not Found"), "token"),
        ((400, "Bad Request"), "refused"),
        ((429, "Quota exceeded"), "busy"),
        ((500, "Internal Server Error"), "server"),
        ((408, "Request timeout"), "no_answer"),
        ((200, "?"), "answer"),
    ],
)
def test_an_error_inside_200_is_one(
    peer: ZaloBot, http: httpx.Client, error: tuple[int, str], code: str
) -> None:
    peer.errors[OUT.to] = error
    assert failure(peer, http).code == code
    assert peer.sent == []


def test_a_token_that_the_platform_does_not_know(peer: ZaloBot, http: httpx.Client) -> None:
    peer.token = "another"
    peer.fail(Reply(404, b"<html>Not found</html>"))
    assert [failure(peer, http).code for _ in range(2)] == ["token", "token"]


def test_what_the_server_says(peer: ZaloBot, http: httpx.Client) -> None:
    peer.fail(reply({}, 429, Retry_After="9"), Reply(500), Reply(400, b"-"))
    failed = failure(peer, http)
    assert (failed.code, failed.wait) == ("busy", 9.0)
    assert [failure(peer, http).code for _ in range(2)] == ["server", "refused"]


def test_an_answer_that_says_nothing_leaves_doubt(peer: ZaloBot, http: httpx.Client) -> None:
    peer.fail(*(Reply(200, body) for body in (b"<html>", b"{}", b'{"ok": true}', b"[" * 99_999)))
    assert all(failure(peer, http).uncertain for _ in range(4))


def test_a_peer_that_hangs_leaves_doubt(peer: ZaloBot) -> None:
    peer.fail(HANG, CLOSED)
    with httpx.Client(timeout=0.1) as short:
        assert [failure(peer, short).code for _ in range(2)] == ["no_answer", "no_answer"]


def test_the_token_in_the_address_is_never_logged(
    peer: ZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with client() as http:
        send(read(peer.environ()), http, None, OUT)
        peer.errors[OUT.to] = (403, "Forbidden")
        said = str(failure(peer, http)) + caplog.text
    assert not any(secret in said for secret in (TOKEN, OUT.text, OUT.to))
