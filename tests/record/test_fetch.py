"""An address is asked within limits of bytes and time, on this machine or over HTTPS only."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from kiemtin.record.fetch import Answer, Site, is_loopback, split_address
from kiemtin.record.fetch_refusal import FetchRefused
from tests.support.witness import Reply, served


def code(site: Site, limit: int = 100) -> str:
    with site, pytest.raises(FetchRefused) as refused:
        site.get("file", limit)
    assert refused.value.vi() != refused.value.en()
    return refused.value.code


@contextmanager
def dripping(*parts: bytes, pause: float) -> Iterator[str]:
    """A server that sends these bytes with pauses, then waits."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                with suppress(OSError):
                    for part in parts:
                        if stop.wait(pause):
                            return
                        connection.sendall(part)
                stop.wait()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        stop.set()
        thread.join()


def test_what_is_there_comes_back_over_one_connection() -> None:
    paths = []

    def answer(path: str, body: bytes) -> Reply:
        paths.append(path)
        return Reply(200, path.encode(), "Text/Plain; charset=utf-8")

    with served(answer) as address, Site(f"{address}/log/") as site:
        assert site.get("a", 100) == Answer(200, "text/plain", b"/log/a")
        first = site._connection.sock
        assert site.post("b", b"x", 100).body == b"/log/b"
        assert site._connection.sock is first
    assert paths == ["/log/a", "/log/b"]


def test_a_kept_connection_that_the_server_closed_is_opened_again() -> None:
    with served(lambda path, body: Reply(200, b"x")) as address, Site(address) as site:
        site.get("a", 9)
        assert site._connection.sock
        site._connection.sock.shutdown(socket.SHUT_RDWR)
        assert site.get("b", 9).body == b"x"


def test_too_much_is_not_taken() -> None:
    with served(lambda path, body: Reply(200, bytes(101))) as address:
        assert code(Site(address)) == "too_much"
        with Site(address) as site:
            assert len(site.get("a", 101).body) == 101


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_elsewhere(status: int) -> None:
    reply = Reply(status, headers={"Location": "/elsewhere"})
    with served(lambda path, body: reply) as address:
        assert code(Site(address)) == "redirected"


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b"HTTP/1.1 200 OK\r\n"] + [b"X: y\r\n"] * 90,
        [b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"] + [b"x"] * 500,
        [b"HTTP/1.1 200 OK\r\n\r\n"] + [b"x"] * 500,
    ],
    ids=["silence", "headers", "body", "body without end"],
)
def test_dripping_does_not_gain_time(parts: list[bytes]) -> None:
    start = time.monotonic()
    with dripping(*parts, pause=0.02) as address:
        assert code(Site(address, seconds=0.2), limit=2000) == "too_slow"
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "parts",
    [
        [b"SSH-2.0\r\n"],
        [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"],
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ],
    ids=["no http", "cut short", "no chunk"],
)
def test_a_broken_answer_is_none(parts: list[bytes]) -> None:
    def serve(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            for part in parts:
                connection.sendall(part)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        assert code(Site(f"http://127.0.0.1:{server.getsockname()[1]}", seconds=3)) == "no_answer"
        thread.join()


def test_https_needs_a_trusted_certificate() -> None:
    with served(lambda path, body: Reply(200)) as address:
        plain = address.replace("http:", "https:")
        assert code(Site(plain, seconds=3)) == "no_answer"
        assert Site(plain, context=ssl.create_default_context())


@pytest.mark.parametrize(
    "address",
    [
        "http://desk.example/log",
        "http://127.0.0.1.example/log",
        "http://127.0.0.1@desk.example/",
        "https://user@desk.example/",
        "https://:secret@desk.example/",
        "https://desk.example/?a",
        "https://desk.example/#a",
        "https://desk.example:0/",
        "https://desk.example:70000/",
        "https://desk.example:x/",
        "https:///log",
        "https://desk.example/a b",
        "https://desk.example/a\r\nX: y",
        "https://bàn.example/",
        "https://[::1/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        split_address(address)
    assert refused.value.code == "address"
    assert "secret" not in refused.value.en()
    assert refused.value.vi() != refused.value.en()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_this_machine_may_be_asked_without_a_certificate(host: str) -> None:
    assert is_loopback(host)
    assert split_address(f"http://{f'[{host}]' if ':' in host else host}:8000/log").port == 8000


@pytest.mark.parametrize("host", ["", "0.0.0.0", "10.0.0.1", "localhost.example", "::2"])
def test_other_machines_may_not(host: str) -> None:
    assert not is_loopback(host)
