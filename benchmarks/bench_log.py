"""How fast the public log is: appends with every byte synced, proofs, and the check of a whole log.

Appends are shown beside what the disk itself can sync a second. Prints a Markdown table with the
machine and the commit. The logs that are only read are laid out without syncing.
"""

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks.machine import machine
from kiemtin.record.checkpoint import Checkpoint, sign_checkpoint
from kiemtin.record.edge import Edge
from kiemtin.record.entry import KINDS, Entry
from kiemtin.record.keys import new_signer
from kiemtin.record.proof import make_proof
from kiemtin.record.reader import CHECKPOINT, LogFolder, kept_name
from kiemtin.record.tiles import Tile, tiles_of
from kiemtin.record.writer import LogWriter

KEY = new_signer("desk.example/log")
START = datetime(2026, 1, 1, tzinfo=UTC)


def entry(number: int) -> bytes:
    """An entry as a desk writes it."""
    moment = START + timedelta(seconds=number)
    digest = sha256(number.to_bytes(8, "big")).digest()
    return Entry(KINDS[number % len(KINDS)], moment, digest).to_bytes()


def rate(step: Callable[[], object], seconds: float) -> float:
    """Steps a second."""
    done, start = 0, time.perf_counter()
    while (passed := time.perf_counter() - start) < seconds:
        step()
        done += 1
    return done / passed


def syncs(folder: Path, seconds: float) -> float:
    """How often a second the disk brings 300 bytes at the end of one file to rest."""
    handle = os.open(folder / "syncs", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def step() -> None:
        os.write(handle, bytes(300))
        os.fsync(handle)

    try:
        return rate(step, seconds)
    finally:
        os.close(handle)


def appends(folder: Path, batch: int, seconds: float) -> float:
    """Entries a second, `batch` at a time."""
    with LogWriter(folder, KEY) as log:
        return batch * rate(
            lambda: log.append([entry(log.size + place) for place in range(batch)]), seconds
        )


def lay_out(folder: Path, size: int, step: int) -> LogFolder:
    """A log of `size` entries with a kept checkpoint every `step`, as a writer leaves it."""
    folder.mkdir()
    edge = Edge(0, [], [])
    made: dict[Tile, bytes] = {}
    for first in range(0, size, step):
        edge, files = edge.grown(entry(number) for number in range(first, min(size, first + step)))
        made |= files
        signed = sign_checkpoint(Checkpoint(KEY.name, edge.size, edge.root()), [KEY])
        (folder / kept_name(edge.size)).write_bytes(signed)
    for tile in tiles_of(size):
        path = folder / tile.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[tile])
    (folder / CHECKPOINT).write_bytes(signed)
    return LogFolder(folder)


def proofs(folder: Path, size: int, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock and of the processor for each of `count` proofs of random entries,
    nothing kept between them.
    """
    log, chance = lay_out(folder, size, 100_000), random.Random(4)
    clock, processor = [], []
    for _ in range(count):
        index = chance.randrange(size)
        start, used = time.perf_counter(), time.thread_time()
        make_proof(log, index).to_bytes()
        processor.append(1000 * (time.thread_time() - used))
        clock.append(1000 * (time.perf_counter() - start))
    return clock, processor


def verified(where: str) -> float:
    """Seconds that `kiemtin verify` takes for a whole log, the start of Python included."""
    words = ["-m", "kiemtin", "verify", where, "--key", str(KEY.verifier)]
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def verified_from_address(folder: Path) -> float:
    """The same for a log that another process of this machine serves over HTTP."""
    server = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory"]
    port = str(free_port())
    with subprocess.Popen(
        [*server, str(folder), port], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_until_open(int(port))
            return verified(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_open(port: int) -> None:
    """Return once something listens."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def row(what: str, value: str, bar: str) -> None:
    """Print a row of the table."""
    print(f"| {what} | {value} | {bar} |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--proofs", type=int, default=2000)
    parser.add_argument("--million", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to write (default: the system's)")
    args = parser.parse_args()
    print(machine(), "\n\n| what | measured | bar |\n|---|---|---|")
    with tempfile.TemporaryDirectory(dir=args.folder) as name:
        folder = Path(name)
        before = syncs(folder, args.seconds)
        for batch in (1, 100):
            got = appends(folder / f"batch-{batch}", batch, args.seconds)
            bar = "≥ 500, or the disk's own rate"
            row(f"entries appended a second, {batch} at a time", f"{got:,.0f}", bar)
        after = syncs(folder, args.seconds)
        row("the disk's own syncs a second, before and after", f"{before:,.0f}, {after:,.0f}", "")
        whole = lay_out(folder / "whole", 100_000, 100).path
        took = verified(str(whole))
        row("`kiemtin verify`, 100,000 entries and 1,000 checkpoints", f"{took:.1f} s", "≤ 10 s")
        took = verified_from_address(whole)
        row("`kiemtin verify http://…`, 100,000 entries", f"{took:.1f} s", "≤ 10 s")
        clock, processor = proofs(folder / "million", args.million, args.proofs)
        for kind, times in (("by the clock", clock), ("of the processor", processor)):
            percent = statistics.quantiles(times, n=100)
            said = f"{percent[49]:.2f} ms, {percent[98]:.2f} ms"
            what = f"a proof out of {args.million:,} entries, {kind}, p50 and p99"
            row(what, said, "p99 ≤ 5 ms")
        print(f"\nprocesses waiting for the {os.cpu_count()} cores: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
