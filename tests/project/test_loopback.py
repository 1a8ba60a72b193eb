"""Tests cannot reach another machine by accident."""

import socket

import pytest

from tests.support.loopback import LeftTheMachine, is_local


@pytest.mark.parametrize(
    "address", [("127.0.0.1", 1), ("127.9.9.9", 1), ("::1", 1, 0, 0), ("localhost", 1), "/run/x"]
)
def test_this_machine_may_be_reached(address: tuple[object, ...] | str) -> None:
    assert is_local(address)


@pytest.mark.parametrize("address", [("192.0.2.1", 1), ("example.org", 80), ("2001:db8::1", 1)])
def test_other_machines_may_not(address: tuple[str, int]) -> None:
    assert not is_local(address)
    with socket.socket() as refused, pytest.raises(LeftTheMachine, match="use a fake"):
        refused.connect(address)


def test_names_of_other_machines_are_not_looked_up() -> None:
    with pytest.raises(LeftTheMachine):
        socket.getaddrinfo("example.org", 80)
    assert socket.getaddrinfo("localhost", 80)
