"""Messages of the bot go out, or say why not."""

from collections.abc import Iterator

import httpx
import pytest

from kiemtin.channels.outbound import Outgoing, SendingFailed, client
from kiemtin.channels.telegram.outbound import MOST_CHARS, send
from kiemtin.channels.telegram.settings import read
from tests.support.peers.bots import TOKEN
from tests.support.peers.http import CLOSED, HANG, Reply, reply
from tests.support.peers.telegram import Telegram, too_many

OUT = Outgoing(to="9007199254740993", text="SAI: đập Hồ Xanh không vỡ. <b>*_", key="k1")


@pytest.fixture
def peer() -> Iterator[Telegram]:
    with Telegram() as bot:
        yield bot


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def failure(peer: Telegram, http: httpx.Client) -> SendingFailed:
    with pytest.raises(SendingFailed) as failed:
        send(read(peer.environ()), http, None, OUT)
    return failed.value


def test_a_message_goes_out_once_without_markup(peer: Telegram, http: httpx.Client) -> None:
    assert send(read(peer.environ()), http, None, OUT) == "1"
    assert peer.sent == [(OUT.to, OUT.text)]
    assert "parse_mode" not in peer.asked[0].json()


def test_the_longest_text_fits(peer: Telegram, http: httpx.Client) -> None:
    send(read(peer.environ()), http, None, Outgoing(to="5", text="ộ" * MOST_CHARS))
    assert len(peer.sent) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ((403, "Forbidden: bot was blocked by the user"), "gone"),
        ((403, "Forbidden: user is deactivated"), "gone"),
        ((400, "Bad Request: chat not found"), "gone"),
        ((400, "Bad Request: message is too long"), "refused"),
        ((401, "Unauthorized"), "token"),
        ((404, "Not Found"), "token"),
        ((409, "Conflict"), "refused"),
    ],
)
def test_what_telegram_says_is_told_apart(
    peer: Telegram, http: httpx.Client, error: tuple[int, str], code: str
) -> None:
    peer.errors[OUT.to] = error
    assert failure(peer, http).code == code
    assert peer.sent == []


@pytest.mark.parametrize(("asked", "wait"), [(34, 34.0), (999_999, 3600.0), (0, None)])
def test_telegram_says_how_long_to_wait(
    peer: Telegram, http: httpx.Client, asked: int, wait: float | None
) -> None:
    peer.fail(too_many(asked))
    failed = failure(peer, http)
    assert (failed.code, failed.wait) == ("busy", wait)


def test_an_error_inside_200_is_one(peer: Telegram, http: httpx.Client) -> None:
    told = {"ok": False, "error_code": 403, "description": "Forbidden"}
    later = {"ok": False, "error_code": 429, "parameters": {"retry_after": 5}}
    peer.fail(reply(told), reply(later), reply({"ok": False, "error_code": 502}))
    assert failure(peer, http).code == "gone"
    assert failure(peer, http).wait == 5.0
    assert failure(peer, http).code == "server"


def test_what_the_server_says(peer: Telegram, http: httpx.Client) -> None:
    peer.fail(Reply(500), Reply(502), Reply(429, b"-"), Reply(404, b"-"))
    codes = [failure(peer, http).code for _ in range(4)]
    assert codes == ["server", "server", "busy", "token"]


def test_an_answer_that_says_nothing_leaves_doubt(peer: Telegram, http: httpx.Client) -> None:
    peer.fail(*(Reply(200, body) for body in (b"", b"{}", b'{"ok": true}', b'{"ok": "yes"}')))
    assert all(failure(peer, http).uncertain for _ in range(4))


def test_a_peer_that_hangs_leaves_doubt(peer: Telegram) -> None:
    peer.fail(HANG, CLOSED)
    with httpx.Client(timeout=0.1) as short:
        assert [failure(peer, short).code for _ in range(2)] == ["no_answer", "no_answer"]


def test_the_token_in_the_address_is_never_logged(
    peer: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with client() as http:
        send(read(peer.environ()), http, None, OUT)
        peer.errors[OUT.to] = (403, "Forbidden")
        said = str(failure(peer, http)) + caplog.text
    assert not any(secret in said for secret in (TOKEN, OUT.text, OUT.to))
