"""Addresses of others: only public servers are asked, and exactly the number that was judged."""

import contextlib
import ssl
from functools import partial
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.addresses import MAX_ADDRESS, AddressRefused, Reach, pin
from kiemtin.channels.outbound import SendingFailed, post
from kiemtin.media.addresses import look_up
from tests.support.peers.http import Peer
from tests.support.peers.mail import certificate

PUBLIC_NUMBER = "93.184.215.14"


def found(*numbers: str) -> Reach:
    return Reach(resolve=lambda host, port: numbers)


def refused(address: str, reach: Reach) -> str:
    with pytest.raises(AddressRefused) as caught:
        pin(address, reach)
    assert not address or address not in caught.value.vi() + caught.value.en()
    return caught.value.code


def test_the_connection_goes_to_the_number_under_the_name() -> None:
    pinned = pin("https://push.example/send/a?b=c", found(PUBLIC_NUMBER))
    assert pinned.url == f"https://{PUBLIC_NUMBER}:443/send/a?b=c"
    assert pinned.headers == {"Host": "push.example", "Connection": "close"}
    assert pinned.extensions == {"sni_hostname": "push.example"}
    assert "push.example" not in repr(pinned)
    assert pin("https://x.example", found("2606:2800:21f::1")).url.startswith("https://[2606:")


def test_the_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC_NUMBER if len(asked) == 1 else "127.0.0.1"]

    assert PUBLIC_NUMBER in pin("https://push.example/", Reach(resolve=rebinding)).url
    assert asked == ["push.example"]


def test_one_local_number_among_public_ones_is_enough_to_refuse() -> None:
    assert refused("https://push.example/", found(PUBLIC_NUMBER, "127.0.0.1")) == "private"
    assert refused("https://push.example/", found("::1")) == "private"
    assert refused("https://push.example/", found()) == "unknown"
    assert refused("https://push.example/", found("no number")) == "unknown"


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/",
        "https://127.9.9.9/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[::127.0.0.1]/",
        "https://0.0.0.0/",
    ],
)
def test_this_machine_is_not_asked_by_any_of_its_numbers(address: str) -> None:
    assert refused(address, found(PUBLIC_NUMBER)) == "private"


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example/",
        "ftp://push.example/",
        "https:///path",
        "https://push.example:22/",
        "https://push.example:99999/",
        "https://user:pass@push.example/",
        "https://push.example@127.0.0.1/",
        "https://push.example\\@127.0.0.1/",
        "https://[fe80::1%25lo]/",
        "https://pu sh.example/",
        "https://push.example/#x",
        "https://đập.example/",
        "https://push.example/\r\nHost: x",
        "https://" + "a" * MAX_ADDRESS,
        "",
    ],
)
def test_addresses_of_another_form_are_refused(address: str) -> None:
    assert refused(address, found(PUBLIC_NUMBER)) == "form"


def test_tests_may_reach_a_peer_of_their_own() -> None:
    here = Reach(resolve=look_up, loopback=True)
    assert pin("http://127.0.0.1:8123/x", here).url == "http://127.0.0.1:8123/x"
    assert pin("http://localhost:8123/x", here).url.endswith(":8123/x")
    assert refused("http://push.example/", here) == "form"
    assert refused("https://push.example/", Reach(("https",), found("0.0.0.0").resolve, True))


@pytest.mark.parametrize(("host", "believed"), [("localhost", True), ("", False)])
def test_the_certificate_must_be_of_the_name_though_a_number_is_asked(
    tmp_path: Path, host: str, believed: bool
) -> None:
    with certificate(tmp_path, host) as (tls, ca), Peer() as peer:
        peer.speak_tls(tls)
        address = peer.address.replace("http://127.0.0.1", "https://localhost")
        pinned = pin(address, Reach(resolve=lambda host, port: ["127.0.0.1"], loopback=True))
        with httpx.Client(verify=ssl.create_default_context(cafile=ca), trust_env=False) as http:
            asked = partial(
                post, http, pinned.url, headers=pinned.headers, extensions=pinned.extensions
            )
            if believed:
                assert asked().status_code == 200
            else:
                with pytest.raises(SendingFailed):
                    asked()
    assert [one.headers["host"].split(":")[0] for one in peer.asked] == ["localhost"] * believed


@given(st.text(max_size=60).map(lambda end: f"https://{end}") | st.text(max_size=40))
def test_no_text_does_harm(address: str) -> None:
    with contextlib.suppress(AddressRefused):
        assert pin(address, found(PUBLIC_NUMBER)).url.startswith("https://")
