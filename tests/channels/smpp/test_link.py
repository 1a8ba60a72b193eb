"""Whatever octets come, a connection answers, passes over or ends; it never breaks."""

import socket
import struct
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.smpp.link import MOST_OCTETS, Link, LinkLost

COMMANDS = st.sampled_from([4, 5, 6, 0x15, 0x80000004, 0x80000005, 0x103, 0x80000000, 0x7777])


def pdu(command: int, status: int = 0, number: int = 1, body: bytes = b"") -> bytes:
    return struct.pack(">LLLL", 16 + len(body), command, status, number) + body


def read_all(octets: bytes) -> tuple[list[Any], bytes]:
    """Feed octets and an end; return what was read and what was answered."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(octets)
        theirs.shutdown(socket.SHUT_WR)
        link, found = Link(ours, 0.5), []
        with suppress(LinkLost):
            while True:
                found.append(link.read())
        ours.shutdown(socket.SHUT_WR)
        answered = b""
        while came := theirs.recv(65536):
            answered += came
    return found, answered


def test_a_pdu_is_read() -> None:
    (one,), answered = read_all(pdu(0x15, number=9))
    assert (one.command, one.sequence) == ("enquire_link", 9)
    assert answered == b""


def test_two_in_one_go_are_two() -> None:
    found, _ = read_all(pdu(0x15) + pdu(0x15, number=2))
    assert len(found) == 2


@pytest.mark.parametrize("length", [0, 15, MOST_OCTETS + 1, 0xFFFFFFFF])
def test_a_length_out_of_measure_ends_it(length: int) -> None:
    found, _ = read_all(struct.pack(">L", length) + b"\0" * 40)
    assert found == []


def test_what_cannot_be_unpacked_is_answered_and_passed_over() -> None:
    found, answered = read_all(pdu(0x7777, number=5) + pdu(0x15, number=6))
    assert found[0] is None
    assert found[1].sequence == 6
    assert struct.unpack(">LLLL", answered) == (16, 0x80000000, 3, 5)


@given(COMMANDS, st.integers(0, 0x500), st.binary(max_size=60))
def test_no_body_whatever_breaks_the_reading(command: int, status: int, body: bytes) -> None:
    found, _ = read_all(pdu(command, status, 3, body) + pdu(0x15, number=4))
    assert len(found) == 2


@given(st.binary(max_size=80))
def test_no_octets_whatever_break_the_reading(octets: bytes) -> None:
    read_all(octets)


def test_a_pdu_in_pieces_is_one() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        link = Link(ours, 0.01)
        whole = pdu(0x15, number=7)
        for octet in whole[:-1]:
            theirs.sendall(bytes([octet]))
            assert link.read() is None
        theirs.sendall(whole[-1:])
        assert link.read().sequence == 7
