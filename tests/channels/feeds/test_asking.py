"""One address is asked within bounds, whatever it is packed in and wherever it leads."""

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.addresses import Reach
from kiemtin.channels.feeds.asking import ask, unpacked
from kiemtin.channels.inbound import FetchFailed
from tests.support.peers.http import Reply
from tests.support.peers.site import SitePeer
from tests.support.sending import impatient

HERE = Reach(("https", "http"), loopback=True)


def test_an_answer_says_where_it_came_from() -> None:
    with SitePeer() as site, impatient() as http:
        site.put("/b", "Chữ", "text/plain")
        site.fail(Reply(302, b"", {"Location": "/b"}))
        answer = ask(http, f"{site.address}/a", {}, HERE, 100)
    assert (answer.status, answer.body.decode()) == (200, "Chữ")
    assert (answer.address, answer.content_type) == (f"{site.address}/b", "text/plain")


def test_a_status_without_a_body_is_told() -> None:
    with SitePeer() as site, impatient() as http:
        assert ask(http, f"{site.address}/khong", {}, HERE, 100).status == 404


def test_more_than_was_allowed_is_not_read() -> None:
    with SitePeer() as site, impatient() as http:
        site.put("/", "a" * 101)
        with pytest.raises(FetchFailed) as caught:
            ask(http, f"{site.address}/", {}, HERE, 100)
    assert caught.value.code == "too_big"


@given(st.binary(max_size=500), st.booleans())
def test_what_was_packed_is_unpacked(data: bytes, zipped: bool) -> None:
    assert unpacked(gzip.compress(data) if zipped else zlib.compress(data), 500) == data


@given(st.binary(max_size=200))
def test_whatever_comes_is_unpacked_within_the_limit_or_refused(data: bytes) -> None:
    with suppress(FetchFailed):
        assert len(unpacked(data, 100)) <= 100
