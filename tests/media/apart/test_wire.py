"""The one connection is counted and never idle for long, plain or protected."""

import socket
import struct
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from kiemtin.media.apart.refused import Refused
from kiemtin.media.apart.wire import Tls, Wire
from tests.support.peers.mail import certificate

PAUSE = struct.pack("ll", 0, 50_000)


def test_more_than_may_travel_is_refused() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"x" * 100)
        wire = Wire(ours, 60)
        assert wire.read(50) == b"x" * 50
        with pytest.raises(Refused, match="too_big"):
            wire.read(50)


def test_more_may_be_allowed() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"x" * 100)
        wire = Wire(ours, 60)
        wire.allow(40)
        assert wire.makefile("rb").read(100) == b"x" * 100


@pytest.mark.parametrize("option", [socket.SO_RCVTIMEO, socket.SO_SNDTIMEO])
def test_a_pause_ends_it(option: int) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setsockopt(socket.SOL_SOCKET, option, PAUSE)
        wire = Wire(ours, 1000)
        with pytest.raises(Refused, match="too_slow"):
            wire.read(1) if option == socket.SO_RCVTIMEO else wire.say(b"x" * 10_000_000)


@pytest.mark.parametrize("polite", [True, False])
def test_a_protected_connection_reads_the_same(tmp_path: Path, polite: bool) -> None:
    ours, theirs = socket.socketpair()
    said: list[bytes] = []
    with certificate(tmp_path, "bao.example") as (context, ca):

        def speak() -> None:
            with context.wrap_socket(theirs, server_side=True) as server:
                said.append(server.recv(100))
                server.sendall(b"x" * 100_000)
                if polite:
                    with suppress(OSError), server.unwrap():
                        pass

        server = Thread(target=speak)
        server.start()
        with ours:
            wire = Wire(ours, 200_000, Tls("bao.example", str(ca)))
            wire.say(b"hello")
            assert wire.makefile("rb").read() == b"x" * 100_000
        server.join()
    assert said == [b"hello"]
