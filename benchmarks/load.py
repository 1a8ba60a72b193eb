"""An open-loop load: each request has its intended moment and is timed from it, even if late.

Only loopback addresses are accepted.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Figures:
    """Milliseconds from the intended moment to the last byte; and what did not go well."""

    sent: int
    failed: int
    p50: float
    p95: float
    p99: float
    worst: float

    def row(self, name: str, bound: str) -> str:
        """One row of a Markdown table."""
        return (
            f"| {name} | {self.sent} | {self.failed} | {self.p50:.1f} | {self.p95:.1f} "
            f"| {self.p99:.1f} | {self.worst:.1f} | {bound} |"
        )


HEAD = (
    "| what | requests | failed | p50 ms | p95 ms | p99 ms | worst ms | must reach |\n"
    "|---|---|---|---|---|---|---|---|"
)


def only_loopback(url: str) -> None:
    """Raise ValueError for any other address."""
    if urlsplit(url).hostname not in LOOPBACK:
        raise ValueError(f"expected a loopback address, got {url}")


def run(send: Callable[[int], bool], *, rate: float, seconds: float, threads: int = 16) -> Figures:
    """Call `send(number)` `rate` times a second for `seconds`; False counts as failed."""
    total = int(rate * seconds)
    begin = time.perf_counter() + 0.5
    results: list[tuple[float, bool]] = []
    turn = iter(range(total))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                number = next(turn, None)
            if number is None:
                return
            intended = begin + number / rate
            time.sleep(max(0.0, intended - time.perf_counter()))
            good = send(number)
            took = time.perf_counter() - intended
            with lock:
                results.append((took * 1000, good))

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return _figures(results)


def _figures(results: list[tuple[float, bool]]) -> Figures:
    took = sorted(ms for ms, _good in results)

    def at(share: float) -> float:
        return took[min(len(took) - 1, int(share * len(took)))]

    failed = sum(not good for _ms, good in results)
    return Figures(len(took), failed, at(0.5), at(0.95), at(0.99), took[-1])
