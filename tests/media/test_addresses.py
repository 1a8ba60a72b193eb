"""Which numbers are public, however one is written inside another; a name is asked for once."""

import socket
from collections.abc import Sequence
from ipaddress import ip_address

import pytest

from kiemtin.media.addresses import is_public, look_up, numbers_of

PUBLIC_NUMBER = "93.184.215.14"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        (PUBLIC_NUMBER, True),
        ("2606:2800:21f::1", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::7f00:1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("192.0.2.1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
    ],
)
def test_which_numbers_anyone_could_ask(number: str, public: bool) -> None:
    assert is_public(ip_address(number)) is public


def test_a_name_is_asked_for_once_and_a_number_never() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return [PUBLIC_NUMBER, "fe80::1%lo"]

    assert [str(one) for one in numbers_of("bao.example", 443, resolve)] == [
        PUBLIC_NUMBER,
        "fe80::1",
    ]
    assert [str(one) for one in numbers_of("127.0.0.1", 443, resolve)] == ["127.0.0.1"]
    assert asked == ["bao.example"]


@pytest.mark.parametrize("error", [OSError(), UnicodeError(), ValueError()])
def test_a_name_that_nobody_knows_has_no_number(error: Exception) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise error

    assert numbers_of("bao.example", 443, resolve) == []


@pytest.mark.parametrize("written", ["127.1", "0x7f000001", "2130706433", "017700000001", "0"])
def test_short_forms_are_judged_by_what_the_system_makes_of_them(written: str) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        return [socket.inet_ntoa(socket.inet_aton(host))]

    found = numbers_of(written, 80, resolve)
    assert found
    assert not any(is_public(one) for one in found)


def test_this_machine_is_found_by_its_name() -> None:
    assert all(one.is_loopback for one in numbers_of("localhost", 80, look_up))
