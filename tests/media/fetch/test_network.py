"""Only public numbers are connected to, each as it was judged, whatever a name service says.

Nothing here connects: a stand-in takes down the number that would be asked.
"""

import contextlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Event

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.media.addresses import Resolve, is_public
from kiemtin.media.fetch import LIMITS, FetchRefused, Network, fetch
from kiemtin.media.fetch.network import TRIED, connect, reach
from kiemtin.media.fetch.target import follow, read
from tests.media.fetch.site import HERE, WHO, means, named, refusal
from tests.support.peers.tricks import TrickPeer

PUBLIC_NUMBER = "93.184.215.14"


@dataclass
class Asked:
    """A stand-in for connecting that takes numbers down, and then fails or gives what it has."""

    error: OSError = field(default_factory=OSError)
    to: list[str] = field(default_factory=list)

    def __call__(self, number: str, port: int, seconds: float) -> socket.socket:
        self.to.append(number)
        raise self.error


def found(*numbers: str) -> Resolve:
    return lambda host, port: numbers


def asked_by(address: str, resolve: Resolve) -> tuple[str, list[str]]:
    """The code of the refusal, and what would have been connected to."""
    asked = Asked()
    return refusal(address, network=Network(resolve, asked)), asked.to


def test_a_public_server_is_asked_by_its_number() -> None:
    assert asked_by("https://bao.example/", found(PUBLIC_NUMBER)) == ("no_answer", [PUBLIC_NUMBER])


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://127.9.9.9/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0/",
        "http://0.0.0.0/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[::127.0.0.1]/",
    ],
)
def test_this_machine_is_not_asked_by_any_of_its_numbers(address: str) -> None:
    assert asked_by(address, found(PUBLIC_NUMBER)) == ("address", [])


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "localhost.", "bao.example"])
@pytest.mark.parametrize("number", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "::1%lo"])
def test_nor_by_any_of_its_names(name: str, number: str) -> None:
    assert asked_by(f"http://{name}/", found(number)) == ("address", [])
    assert asked_by(f"http://{name}/", found(PUBLIC_NUMBER, number)) == ("address", [])


def test_a_second_answer_of_the_name_service_changes_nothing() -> None:
    answers: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        answers.append(PUBLIC_NUMBER if not answers else "127.0.0.1")
        return answers[-1:]

    assert asked_by("https://bao.example/", rebinding) == ("no_answer", [PUBLIC_NUMBER])
    assert answers == [PUBLIC_NUMBER]
    assert asked_by("https://bao.example/", rebinding) == ("address", [])


def test_a_redirect_is_looked_up_and_judged_anew() -> None:
    with TrickPeer() as site:
        leads = "http://trong.example:8080/"
        asked = Asked()

        def names(host: str, port: int) -> Sequence[str]:
            return {"bao.example": ["127.0.0.1"], "trong.example": ["0.0.0.0"]}[host]

        here = Network(names, connect, loopback=True)
        assert refusal(f"{named(site)}/to?url={leads}", network=here) == "address"
        assert refusal(leads, network=Network(names, asked)) == "address"
        assert asked.to == []
        assert [one.path for one in site.asked] == [f"/to?url={leads}"]


def test_an_odd_port_is_for_this_machine_in_tests_only() -> None:
    asked = Asked()
    odd = Network(found(PUBLIC_NUMBER), asked, loopback=True)
    assert refusal("http://bao.example:8123/", network=odd) == "port"
    assert asked.to == []


@pytest.mark.parametrize("numbers", [(), ("no number",)])
def test_a_name_without_a_number_is_unknown(numbers: tuple[str, ...]) -> None:
    assert asked_by("https://bao.example/", found(*numbers)) == ("unknown", [])


def test_the_next_number_is_tried_when_one_does_not_answer() -> None:
    numbers = [f"93.184.215.{last}" for last in range(10)]
    assert asked_by("https://bao.example/", found(*numbers))[1] == numbers[:TRIED]
    slow = Network(found(PUBLIC_NUMBER), Asked(TimeoutError()))
    assert refusal("https://bao.example/", network=slow) == "too_slow"


def test_a_name_service_that_says_nothing_is_not_waited_for() -> None:
    gone = Event()

    def silent(host: str, port: int) -> Sequence[str]:
        gone.wait(60)
        return []

    with pytest.raises(FetchRefused) as caught:
        reach(read("https://bao.example/"), Network(silent, Asked()), LIMITS, 0.05)
    gone.set()
    assert caught.value.code == "too_slow"


def test_the_connection_is_to_the_number_and_not_to_the_name() -> None:
    with TrickPeer() as site:
        where = read(named(site), any_port=True)
        made, number = reach(where, HERE, LIMITS, 5)
        with made:
            assert (made.getpeername()[0], number) == ("127.0.0.1", "127.0.0.1")
        with pytest.raises(ValueError):
            connect("localhost", where.port, 1)
    with pytest.raises(OSError):
        connect("127.0.0.1", where.port, 1)


HOSTS = st.one_of(
    st.ip_addresses().map(lambda one: f"[{one}]" if one.version == 6 else str(one)),
    st.integers(0, 2**33).map(str),
    st.integers(0, 2**33).map(hex),
    st.from_regex(r"[0-9a-fx:.\[\]%@]{1,24}", fullmatch=True),
    st.sampled_from(["localhost", "bao.example", "xn--x", "127.1", "[::ffff:127.0.0.1]"]),
    st.text(max_size=30),
)
SCHEMES = st.sampled_from(["https://", "http://", "http:", "//", "", "HTTP://", "ftp://"])
ADDRESSES = st.builds(
    "{}{}{}{}".format, SCHEMES, HOSTS, st.sampled_from(["", ":80", ":22"]), st.text()
)
NUMBERS = st.lists(st.ip_addresses().map(str) | st.text(max_size=8), max_size=4)


@given(ADDRESSES, NUMBERS)
@example("http://127.0.0.1:80/", [PUBLIC_NUMBER])
def test_no_address_leads_to_a_number_that_is_not_public(address: str, numbers: list[str]) -> None:
    asked = Asked()
    with pytest.raises(FetchRefused):
        fetch(address, WHO, means=means(LIMITS, Network(found(*numbers), asked)))
    assert all(is_public(ip_address(one)) for one in asked.to)


@given(ADDRESSES, NUMBERS)
def test_no_redirect_does_either(location: str, numbers: list[str]) -> None:
    asked = Asked()
    with contextlib.suppress(FetchRefused):
        leads = follow(read("http://bao.example/"), location)
        reach(leads, Network(found(*numbers), asked), LIMITS, 5)
    assert all(is_public(ip_address(one)) for one in asked.to)
