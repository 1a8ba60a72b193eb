"""A refresh token works once; what happened when the answer is lost is told apart."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from kiemtin.channels.outbound import SendingFailed, client
from kiemtin.channels.zalo_oa.settings import read
from kiemtin.channels.zalo_oa.tokens import refresh
from tests.support.peers.http import CLOSED, LOST, Reply, reply
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.webhooks import NOW


@pytest.fixture
def peer() -> Iterator[ZaloOA]:
    with ZaloOA() as zalo:
        yield zalo


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def failure(peer: ZaloOA, http: httpx.Client, token: str) -> str:
    with pytest.raises(SendingFailed) as failed:
        refresh(read(peer.environ()), http, token, NOW)
    return failed.value.code


def test_a_new_pair_comes_for_the_old_token(peer: ZaloOA, http: httpx.Client) -> None:
    tokens = refresh(read(peer.environ()), http, "refresh-0", NOW)
    assert (tokens.access, tokens.refresh) == (peer.access, peer.refresh_token)
    assert tokens.access_until == NOW + timedelta(hours=25)
    assert tokens.refresh_until == NOW + timedelta(days=90)
    assert "access" not in repr(tokens).replace("access_until", "")


def test_the_old_token_works_once(peer: ZaloOA, http: httpx.Client) -> None:
    refresh(read(peer.environ()), http, "refresh-0", NOW)
    assert failure(peer, http, "refresh-0") == "token"


def test_a_lost_answer_is_no_refusal(peer: ZaloOA, http: httpx.Client) -> None:
    """Zalo renewed and the new pair is gone: the first try leaves doubt, the next one says so."""
    peer.fail(LOST)
    assert failure(peer, http, "refresh-0") == "no_answer"
    assert failure(peer, http, "refresh-0") == "token"


def test_an_answer_lost_before_anything_was_done_costs_nothing(
    peer: ZaloOA, http: httpx.Client
) -> None:
    peer.fail(CLOSED)
    assert failure(peer, http, "refresh-0") == "no_answer"
    assert refresh(read(peer.environ()), http, "refresh-0", NOW).access == peer.access


def test_half_an_answer_leaves_doubt(peer: ZaloOA, http: httpx.Client) -> None:
    peer.fail(reply({"access_token": "a"}), Reply(200, b"-"), Reply(500), reply({"error": -32}))
    codes = [failure(peer, http, "refresh-0") for _ in range(4)]
    assert codes == ["answer", "answer", "server", "busy"]


@pytest.mark.parametrize("said", ["", "soon", "-5", "0", "9" * 11, 90000, None])
def test_how_long_it_lasts_is_never_guessed_longer(
    peer: ZaloOA, http: httpx.Client, said: object
) -> None:
    peer.fail(reply({"access_token": "a", "refresh_token": "b", "expires_in": said}))
    tokens = refresh(read(peer.environ()), http, "refresh-0", NOW)
    assert tokens.access_until == NOW + timedelta(hours=25)


def test_zalo_may_lend_it_for_less(peer: ZaloOA, http: httpx.Client) -> None:
    peer.fail(reply({"access_token": "a", "refresh_token": "b", "expires_in": "3600"}))
    assert refresh(read(peer.environ()), http, "refresh-0", NOW).access_until == NOW + timedelta(
        hours=1
    )
