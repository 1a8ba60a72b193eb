"""The file of a photo is had in two steps, both at the API of the settings."""

from collections.abc import Iterator

import pytest

from kiemtin.channels.outbound import client
from kiemtin.channels.picture import PictureMissing
from kiemtin.channels.telegram.pictures import fetch
from kiemtin.channels.telegram.settings import read
from tests.support.peers.bots import TOKEN
from tests.support.peers.http import Reply
from tests.support.peers.telegram import Telegram


@pytest.fixture
def peer() -> Iterator[Telegram]:
    with Telegram() as bot:
        yield bot


def fetched(peer: Telegram, name: str = "AgAC") -> bytes:
    with client() as http:
        return fetch(read(peer.environ()), http, name)


def missing(peer: Telegram, name: str = "AgAC") -> str:
    with pytest.raises(PictureMissing) as caught:
        fetched(peer, name)
    assert TOKEN not in str(caught.value) + caught.value.vi()
    return caught.value.code


def test_its_path_is_asked_for_then_the_file(peer: Telegram) -> None:
    peer.photos["AgAC"] = b"\xff\xd8photo"
    assert fetched(peer) == b"\xff\xd8photo"
    assert [asked.method for asked in peer.asked] == ["POST", "GET"]


def test_what_is_not_known_is_gone(peer: Telegram) -> None:
    assert missing(peer) == "gone"


@pytest.mark.parametrize("megabytes", [11, 21])
def test_what_is_too_big_is_not_asked_for(peer: Telegram, megabytes: int) -> None:
    peer.photos["AgAC"] = bytes(megabytes * 1024 * 1024)
    assert missing(peer) == "too_big"
    assert len(peer.asked) == 1


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../../bot1:other/getMe",
        "photos/../x.jpg",
        "@evil.example/a.jpg",
        "photos/a.jpg?x=1",
        "photos//a.jpg",
        "http://evil.example/a.jpg",
        "photos/\u0661.jpg",
    ],
)
def test_a_path_that_could_lead_elsewhere_is_not_asked_for(peer: Telegram, path: str) -> None:
    peer.photos["AgAC"], peer.paths["AgAC"] = b"x", path
    assert missing(peer) == "answer"
    assert len(peer.asked) == 1


@pytest.mark.parametrize(
    ("answer", "code"), [(Reply(502), "unreachable"), (Reply(200, b"no"), "gone")]
)
def test_faults_of_the_api(peer: Telegram, answer: Reply, code: str) -> None:
    peer.fail(answer)
    assert missing(peer) == code
