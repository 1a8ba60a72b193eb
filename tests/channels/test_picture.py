"""A picture is asked for where the settings say, within limits, and a token goes nowhere else."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels import picture
from kiemtin.channels.picture import PictureMissing, get, of_origin
from tests.support.peers.http import CLOSED, HANG, Fault, Peer, Raw, Reply
from tests.support.sending import impatient

OWN = "https://media.example"
TOKEN = {"Authorization": "Bearer secret"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n"


@pytest.fixture
def peer() -> Iterator[Peer]:
    with Peer() as peer:
        yield peer


def missing(peer: Peer, *faults: Reply | Raw | Fault, most: int = 1000) -> PictureMissing:
    peer.fail(*faults)
    with impatient() as http, pytest.raises(PictureMissing) as caught:
        get(http, f"{peer.address}/a", TOKEN, most)
    assert "{" not in caught.value.vi() + caught.value.en()
    assert caught.value.vi() != caught.value.en()
    return caught.value


def test_what_lies_there_comes(peer: Peer) -> None:
    peer.fail(Reply(200, b"\xff\xd8picture"))
    with impatient() as http:
        assert get(http, f"{peer.address}/a", TOKEN) == b"\xff\xd8picture"
    assert peer.asked[0].headers["authorization"] == TOKEN["Authorization"]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed_with_a_token(peer: Peer, status: int) -> None:
    with Peer() as elsewhere:
        there = Reply(status, b"", {"Location": f"{elsewhere.address}/b"})
        assert missing(peer, there).code == "gone"
        assert not elsewhere.asked


@pytest.mark.parametrize(
    ("fault", "code", "may_pass"),
    [
        (Reply(404), "gone", False),
        (Reply(401), "gone", False),
        (Reply(429), "unreachable", True),
        (Reply(503), "unreachable", True),
        (HANG, "unreachable", True),
        (CLOSED, "unreachable", True),
        (Reply(200, b"x" * 1001), "too_big", False),
    ],
)
def test_what_does_not_come_says_whether_it_may_later(
    peer: Peer, fault: Reply | Fault, code: str, may_pass: bool
) -> None:
    found = missing(peer, fault)
    assert (found.code, found.may_pass) == (code, may_pass)


def test_an_answer_without_end_is_cut(peer: Peer) -> None:
    endless = Raw([HEAD + b"\r\n", *[b"x" * 4096] * 500])
    assert missing(peer, endless, most=10_000).code == "too_big"


def test_an_answer_that_drips_is_not_waited_for(
    peer: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "SECONDS", 0.1)
    drip = Raw([HEAD + b"\r\n", *[b"x" * picture._PIECE] * 40], seconds=0.02)
    assert missing(peer, drip, most=10**9).code == "unreachable"


def test_nobody_listens() -> None:
    with impatient() as http, pytest.raises(PictureMissing, match="server"):
        get(http, "http://127.0.0.1:1/a")


def test_an_address_of_the_origin_is_put_together_anew() -> None:
    given_address = f"{OWN}/whatsapp_business/attachments/?mid=1&ext=2&hash=ARd_x-%3D"
    assert of_origin(given_address, OWN) == given_address
    assert of_origin("https://MEDIA.example/a#b", OWN) == f"{OWN}/a"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/a",
        "http://media.example/a",
        "https://media.example.evil.example/a",
        "https://media.example@evil.example/a",
        "https://evil.example\\@media.example/a",
        "https://evil.example/https://media.example/",
        "https://media.example:8443/a",
        "//media.example/a",
        "https://[::1/a",
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    with pytest.raises(PictureMissing, match="another server"):
        of_origin(address, OWN)


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"{OWN}{text}"))
def test_whatever_is_named_the_token_goes_to_the_origin(address: str) -> None:
    try:
        found = of_origin(address, OWN)
    except PictureMissing:
        return
    assert httpx.URL(found).host == "media.example"
    assert urlsplit(found)[:2] == ("https", "media.example")
