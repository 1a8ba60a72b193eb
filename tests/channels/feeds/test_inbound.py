"""A source is looked into politely and within limits, and never leads to this machine."""

import gzip
from collections.abc import Iterator

import httpx
import pytest

from kiemtin.channels.addresses import Reach
from kiemtin.channels.feeds import asking, inbound
from kiemtin.channels.feeds.inbound import MAX_BYTES, Fetched, fetch
from kiemtin.channels.feeds.settings import Source
from kiemtin.channels.inbound import FetchFailed
from tests.support.peers.feed import RSS, FeedPeer
from tests.support.peers.http import CLOSED, HANG, Fault, Reply
from tests.support.sending import impatient

HERE = Reach(("https", "http"), loopback=True)


@pytest.fixture
def peer() -> Iterator[FeedPeer]:
    with FeedPeer() as peer:
        yield peer


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with impatient() as http:
        yield http


def source(peer: FeedPeer) -> Source:
    return Source("Báo", f"{peer.address}/rss", "news")


def failed(peer: FeedPeer, http: httpx.Client, *faults: Reply | Fault) -> str:
    peer.fail(*faults)
    with pytest.raises(FetchFailed) as caught:
        fetch(http, source(peer), reach=HERE)
    assert caught.value.vi() != caught.value.en()
    return caught.value.code


def test_the_second_look_asks_only_for_what_is_new(peer: FeedPeer, http: httpx.Client) -> None:
    first = fetch(http, source(peer), reach=HERE)
    assert [item.id for item in first.items] == ["bao-2", "bao-1"]
    assert first.etag == '"v1"'
    again = fetch(http, source(peer), first.etag, first.modified, HERE)
    assert again == Fetched((), first.etag, first.modified)
    assert peer.asked[1].headers["if-modified-since"] == first.modified


def test_nobody_is_told_who_asks(peer: FeedPeer, http: httpx.Client) -> None:
    fetch(http, source(peer), reach=HERE)
    assert peer.asked[0].headers.keys() == {
        "host",
        "accept",
        "accept-encoding",
        "user-agent",
        "connection",
    }


def test_a_packed_feed_is_unpacked(peer: FeedPeer, http: httpx.Client) -> None:
    peer.fail(Reply(200, gzip.compress(RSS.encode()), {"Content-Encoding": "gzip"}))
    assert len(fetch(http, source(peer), reach=HERE).items) == 2


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Reply(200, b"a" * (MAX_BYTES + 1)), "too_big"),
        (Reply(200, gzip.compress(b"a" * 50_000_000), {"Content-Encoding": "gzip"}), "too_big"),
        (Reply(200, b"no gzip", {"Content-Encoding": "gzip"}), "answer"),
        (Reply(200, b"x", {"Content-Encoding": "br"}), "answer"),
        (Reply(200, b"<html>"), "answer"),
        (Reply(404), "status"),
        (Reply(429), "status"),
        (Reply(500), "status"),
        (HANG, "unreachable"),
        (CLOSED, "unreachable"),
    ],
)
def test_every_failure_has_its_kind(
    peer: FeedPeer, http: httpx.Client, fault: Reply | Fault, code: str
) -> None:
    assert failed(peer, http, fault) == code


def test_a_feed_that_drips_is_left(
    peer: FeedPeer, http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "SECONDS", -1.0)
    assert failed(peer, http) == "too_big"


def test_redirects_are_followed_a_few_times(peer: FeedPeer, http: httpx.Client) -> None:
    moved = Reply(301, b"", {"Location": "/rss2"})
    peer.fail(moved, moved)
    assert len(fetch(http, source(peer), reach=HERE).items) == 2
    assert [asked.path for asked in peer.asked] == ["/rss", "/rss2", "/rss2"]
    assert failed(peer, http, *[moved] * 10) == "status"


@pytest.mark.parametrize(
    "where",
    ["file:///etc/hostname", "http://user@127.0.0.1/", "https://x.com/nguoi-nao-do", "//[", ""],
)
def test_a_redirect_cannot_lead_elsewhere(peer: FeedPeer, http: httpx.Client, where: str) -> None:
    code = failed(peer, http, *[Reply(302, b"", {"Location": where})] * 5)
    assert code in {"address", "status"}


def test_this_machine_is_never_asked(peer: FeedPeer, http: httpx.Client) -> None:
    lying = Reach(("http",), resolve=lambda host, port: ["127.0.0.1"])
    asked = ((source(peer), inbound.PUBLIC), (Source("Báo", "http://bao.example/", "news"), lying))
    for one, reach in asked:
        with pytest.raises(FetchFailed) as caught:
            fetch(http, one, reach=reach)
        assert caught.value.code == "address"
    assert peer.asked == []
