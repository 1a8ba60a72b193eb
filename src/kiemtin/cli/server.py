"""Runs the web server and, beside it, the worker; used by `serve` and `demo`.

No access log is written: it would hold the addresses of those who ask.
"""

import multiprocessing
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address

from kiemtin.cli.start import CannotStart

TARGET = "kiemtin.cli.served:application"
SECONDS_TO_FINISH = 10


@dataclass(frozen=True)
class Plan:
    """Where to listen and with how many hands."""

    host: str
    port: int
    workers: int
    threads: int
    with_worker: bool

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        try:
            address = ip_address(self.host)
        except ValueError:
            return f"http://{self.host}:{self.port}/"
        if address.is_unspecified:
            address = ip_address("127.0.0.1" if address.version == 4 else "::1")
        host = f"[{address}]" if address.version == 6 else str(address)
        return f"http://{host}:{self.port}/"


def refuse_taken_port(plan: Plan) -> None:
    """Raise CannotStart when nothing can listen at the address of `plan`."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((plan.host, plan.port))
        except OSError as error:
            where = {"host": plan.host, "port": plan.port, "problem": error.strerror or error}
            raise CannotStart("port", where) from None


def serve(plan: Plan) -> int:
    """Serve until SIGINT or SIGTERM, and return 0 then; 1 when the server's process died.

    Call it with Django loaded.
    """
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    # A fork would share the worker's thread and database connection with the server's processes.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        TARGET,
        address=plan.host,
        port=plan.port,
        interface=Interfaces.WSGI,
        workers=plan.workers,
        blocking_threads=plan.threads,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        workers_kill_timeout=SECONDS_TO_FINISH,
    )
    with _worker(plan.with_worker):
        try:
            server.serve()
        except SystemExit as left:
            return 0 if server.interrupt_signal else int(left.code or 1)
    return 0


@contextmanager
def _worker(wanted: bool) -> Iterator[None]:
    """The outbox's worker in a thread of this process, stopped at the end."""
    if not wanted:
        yield
        return
    from kiemtin.desk.flow import deliver

    stop = threading.Event()
    thread = threading.Thread(target=deliver.run_forever, args=[stop], name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(SECONDS_TO_FINISH)
