"""The file of a media id is had in two steps; the token goes to the hosts of the settings only."""

from collections.abc import Iterator

import pytest

from kiemtin.channels.outbound import client
from kiemtin.channels.picture import PictureMissing
from kiemtin.channels.whatsapp.pictures import fetch
from kiemtin.channels.whatsapp.settings import read
from tests.support.peers.http import Peer, Reply
from tests.support.peers.whatsapp import TOKEN, WhatsAppPeer


@pytest.fixture
def peer() -> Iterator[WhatsAppPeer]:
    with WhatsAppPeer() as peer:
        peer.media["1"] = b"\xff\xd8media"
        yield peer


def fetched(peer: WhatsAppPeer, name: str = "1") -> bytes:
    with client() as http:
        return fetch(read(peer.values), http, name)


def missing(peer: WhatsAppPeer, name: str = "1") -> str:
    with pytest.raises(PictureMissing) as caught:
        fetched(peer, name)
    assert TOKEN not in str(caught.value) + caught.value.vi()
    return caught.value.code


def test_its_address_is_asked_for_then_the_file(peer: WhatsAppPeer) -> None:
    assert fetched(peer) == b"\xff\xd8media"
    assert [asked.path.partition("?")[0] for asked in peer.asked] == [
        "/v26.0/1",
        "/whatsapp_business/attachments/",
    ]


def test_an_address_of_another_server_never_gets_the_token(peer: WhatsAppPeer) -> None:
    with Peer() as elsewhere:
        peer.leads["1"] = f"{elsewhere.address}/whatsapp_business/attachments/?mid=1"
        assert missing(peer) == "elsewhere"
        assert not elsewhere.asked


@pytest.mark.parametrize("name", ["2", "", "../me", "1?fields=x", "1/2", "\u0661"])
def test_what_is_not_known_or_no_id_is_gone(peer: WhatsAppPeer, name: str) -> None:
    assert missing(peer, name) == "gone"


def test_what_is_too_big_is_not_asked_for(peer: WhatsAppPeer) -> None:
    peer.media["1"] = bytes(11 * 1024 * 1024)
    assert missing(peer) == "too_big"
    assert len(peer.asked) == 1


@pytest.mark.parametrize("body", [b"no", b"[]", b"[" * 90_000, b"{}"])
def test_an_answer_that_says_nothing(peer: WhatsAppPeer, body: bytes) -> None:
    peer.fail(Reply(200, body))
    assert missing(peer) in {"answer", "elsewhere"}
