"""Where the server listens is said plainly, and a port that is taken is refused before all else."""

import socket

import pytest

from kiemtin.cli import server
from kiemtin.cli.server import Plan
from kiemtin.cli.start import CannotStart


def plan(host: str, port: int = 8000) -> Plan:
    return Plan(host, port, workers=1, threads=2, with_worker=False)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_the_address_can_be_opened_in_a_browser(host: str, address: str) -> None:
    assert plan(host).address == address


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"127\.0\.0\.1:{port}.*Choose another with --port"):
            server.refuse_taken_port(plan("127.0.0.1", port))
