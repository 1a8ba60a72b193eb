"""What can go wrong between us and a peer is told apart, and nothing secret is logged."""

import logging
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels import outbound
from kiemtin.channels.outbound import (
    MAX_ANSWER,
    Outgoing,
    SendingFailed,
    Tokens,
    asked_wait,
    client,
    json_answer,
    post,
)
from tests.support.peers.http import CLOSED, HANG, Peer, Reply, reply
from tests.support.webhooks import ANY_JSON


@pytest.fixture
def peer() -> Iterator[Peer]:
    with Peer() as one:
        yield one


def failure(peer: Peer, http: httpx.Client | None = None) -> SendingFailed:
    with http or client() as asking, pytest.raises(SendingFailed) as failed:
        post(asking, peer.address)
    return failed.value


def test_an_answer_comes_back_whole(peer: Peer) -> None:
    peer.fail(reply({"a": "ộ"}, 400))
    with client() as http:
        answer = post(http, peer.address, json={})
    assert (answer.status_code, json_answer(answer)) == (400, {"a": "ộ"})


@pytest.mark.parametrize(
    ("said", "code", "wait"),
    [
        (Reply(429), "busy", None),
        (Reply(429, headers={"Retry-After": "7"}), "busy", 7.0),
        (Reply(429, headers={"Retry-After": "999999"}), "busy", 3600.0),
        (Reply(429, headers={"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}), "busy", None),
        (reply({"parameters": {"retry_after": 9}}, 429), "busy", 9.0),
        (Reply(429, b"[1]"), "busy", None),
        (Reply(500), "server", None),
        (Reply(503, headers={"Retry-After": "3"}), "server", 3.0),
        (Reply(504), "no_answer", None),
        (Reply(200, b"x" * (MAX_ANSWER + 1)), "answer", None),
    ],
)
def test_what_a_server_says(peer: Peer, said: Reply, code: str, wait: float | None) -> None:
    peer.fail(said)
    failed = failure(peer)
    assert (failed.code, failed.wait) == (code, wait)


def test_a_peer_that_hangs_or_leaves_is_no_answer(peer: Peer) -> None:
    peer.fail(HANG, CLOSED)
    assert failure(peer, httpx.Client(timeout=0.1)).code == "no_answer"
    assert failure(peer).code == "no_answer"


def test_a_slow_answer_has_an_end(peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbound, "SECONDS", -1.0)
    peer.fail(Reply(200, b"{}"))
    assert failure(peer).code == "answer"


def test_a_peer_that_is_not_there_got_nothing() -> None:
    with Peer() as gone:
        pass
    assert failure(gone).code == "unreachable"


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/", "http://", "//"])
def test_an_address_that_is_none(address: str) -> None:
    with client() as http, pytest.raises(SendingFailed) as failed:
        post(http, address)
    assert failed.value.code == "unreachable"


def test_redirects_are_not_followed(peer: Peer) -> None:
    peer.fail(Reply(302, headers={"Location": peer.address + "/elsewhere"}))
    with client() as http:
        assert post(http, peer.address).status_code == 302
    assert len(peer.asked) == 1


@pytest.mark.parametrize(
    ("status", "code"), [(200, "answer"), (401, "token"), (404, "token"), (400, "refused")]
)
def test_an_answer_that_is_no_json(status: int, code: str) -> None:
    with pytest.raises(SendingFailed) as failed:
        json_answer(httpx.Response(status, content=b"<html>"))
    assert failed.value.code == code


@given(
    st.dictionaries(
        st.just("parameters"), ANY_JSON | st.fixed_dictionaries({"retry_after": ANY_JSON})
    )
)
def test_a_wait_is_between_a_second_and_an_hour(said: dict[str, object]) -> None:
    wait = asked_wait(said)
    assert wait is None or 1.0 <= wait <= 3600.0


@pytest.mark.parametrize(
    ("code", "permanent", "uncertain"),
    [
        ("gone", True, False),
        ("window", True, False),
        ("refused", True, False),
        ("busy", False, False),
        ("token", False, False),
        ("no_answer", False, True),
        ("answer", False, True),
    ],
)
def test_what_a_failure_means(code: str, permanent: bool, uncertain: bool) -> None:
    failed = SendingFailed(code, "s" * 99)
    assert (failed.permanent, failed.uncertain) == (permanent, uncertain)
    assert "s" * 41 not in failed.vi()


def test_every_failure_has_both_sentences() -> None:
    for code in SendingFailed.sentences:
        assert SendingFailed(code, "-230").vi() != SendingFailed(code, "-230").en()


def test_addresses_with_tokens_are_not_logged(peer: Peer, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("httpx").setLevel(logging.NOTSET)
    caplog.set_level(logging.DEBUG)
    with client() as http:
        post(http, peer.address + "/bot123:secret/x", headers={"access_token": "secret"})
    assert "secret" not in caplog.text


def test_nothing_secret_is_shown() -> None:
    out = Outgoing("hidden", "hidden", subject="hidden", html="hidden", leave_url="hidden")
    assert "hidden" not in repr(out) + repr(Tokens("hidden", "hidden"))
