"""Measures how well a picture is found again after twelve alterations, beside common hashes.

    python benchmarks/bench_alike.py [--pictures 1000] [--first 700000] [--jobs 1] [--crowd 100000]

Draws the pictures (benchmarks/drawn.py), puts them into an index, alters each in twelve ways
(benchmarks/altered.py) and asks for each alteration. "false" counts answers that name another
picture, of all pairs of an alteration and another picture; "look-alikes" are the pairs that share
a template, each compared by itself. Times are processor time of one core. The thresholds were set
on the pictures from number 10,000 on; those from 700,000 on are for reporting only.
"""

import argparse
import dataclasses
import os
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PIL import Image

from benchmarks.altered import ALTERATIONS, altered
from benchmarks.drawn import REPORTED, TUNING, draw, kind_of, same_family
from benchmarks.hash_peers import THRESHOLDS, Bits, alike, hashes
from benchmarks.machine import machine
from kiemtin.media.alike import Fingerprint, Index, compare, fingerprint, read
from kiemtin.media.alike.points import BITS, Points

OWN = "Kiểm Tin"
NOISE = 0.12
"""Share of bits changed in the points of made-up strangers."""


@dataclasses.dataclass
class Made:
    """A picture as measured: its number, its alteration (None: as drawn), bytes of the fingerprint,
    the peers' bits, milliseconds that the fingerprint took."""

    number: int
    alteration: str | None
    stored: bytes
    bits: dict[str, Bits]
    took: float


def main() -> int:
    """Print the tables."""
    options, where = _options(), machine()
    numbers = range(options.first, options.first + options.pictures)
    with get_context("spawn").Pool(options.jobs) as pool:
        made = [one for some in pool.imap(_made, numbers, chunksize=4) for one in some]
    known = [one for one in made if one.alteration is None]
    asked = [one for one in made if one.alteration is not None]
    index = Index()
    for one in known:
        index.add(str(one.number), read(one.stored))
    with get_context("fork").Pool(options.jobs, _give, (index,)) as pool:
        answers = list(pool.imap(_search, [one.stored for one in asked], chunksize=50))
        _print_recall(known, asked, answers)
        pairs = list(_look_alikes(known, asked))
        wrong = sum(pool.imap(_alike, pairs, chunksize=50))
    print(f"\nlook-alikes compared one by one: {wrong} of {len(pairs)} pairs called the same")
    _print_costs(made, [took for _, took in answers])
    _print_crowd(known, asked, options.crowd)
    print(f"\npictures {numbers.start} to {numbers.stop - 1}; {where}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--first", type=int, default=REPORTED)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--crowd", type=int, default=100_000)
    return parser.parse_args()


def _made(number: int) -> list[Made]:
    image = draw(number)
    made = [_one(number, None, image)]
    made += [_one(number, name, altered(image, name, number)) for name in ALTERATIONS]
    return made


def _one(number: int, name: str | None, image: Image.Image) -> Made:
    pixels = np.asarray(image.convert("L"))
    start = time.process_time()
    stored = bytes(fingerprint(pixels))
    took = (time.process_time() - start) * 1000
    return Made(number, name, stored, hashes(pixels), took)


_INDEX: list[Index] = []


def _give(index: Index) -> None:
    _INDEX[:] = [index]


def _search(stored: bytes) -> tuple[list[int], float]:
    one = read(stored)
    start = time.process_time()
    hits = _INDEX[0].search(one)
    return [int(hit.key) for hit in hits], (time.process_time() - start) * 1000


def _alike(pair: tuple[bytes, bytes]) -> bool:
    return compare(read(pair[0]), read(pair[1])).alike


def _print_recall(
    known: list[Made], asked: list[Made], answers: list[tuple[list[int], float]]
) -> None:
    numbers = np.array([one.number for one in known])
    own = np.zeros((len(asked), len(known)), dtype=np.bool_)
    for row, (found, _) in enumerate(answers):
        own[row] = np.isin(numbers, found)
    print(f"| | recall | {' | '.join(ALTERATIONS)} | false | pairs |")
    print("|---" * (len(ALTERATIONS) + 4) + "|")
    _print_row(OWN, own, known, asked)
    peers = ([one.bits for one in asked], [one.bits for one in known])
    for name, limit in THRESHOLDS.items():
        _print_row(f"{name} ≤ {limit}", alike(name, *peers), known, asked)
    _print_missed(own, known, asked)


def _print_row(name: str, found: Bits, known: list[Made], asked: list[Made]) -> None:
    right = _right(known, asked)
    hit = np.any(found & right, axis=1)
    ways = np.array([one.alteration for one in asked])
    shares = [f"{hit[ways == way].mean():.3f}" for way in ALTERATIONS]
    wrong, pairs = int((found & ~right).sum()), int((~right).sum())
    print(f"| {name} | {hit.mean():.4f} | {' | '.join(shares)} | {wrong:,} | {pairs:,} |")


def _right(known: list[Made], asked: list[Made]) -> Bits:
    numbers = np.array([one.number for one in known])
    return np.asarray(np.array([one.number for one in asked])[:, None] == numbers[None, :])


def _print_missed(own: Bits, known: list[Made], asked: list[Made]) -> None:
    right = _right(known, asked)
    for says, at in (("missed", (right & ~own).any(axis=1)), ("false", (own & ~right).any(axis=1))):
        rows = [asked[int(row)] for row in np.flatnonzero(at)]
        told = sorted({f"{kind_of(one.number)}/{one.alteration}" for one in rows})
        print(f"\n{OWN}, {says}: {len(rows)} ({', '.join(told[:12]) or 'none'})")


def _look_alikes(known: list[Made], asked: list[Made]) -> Iterator[tuple[bytes, bytes]]:
    """Give, for one alteration of each picture, all others of its family."""
    for at, one in enumerate(known):
        altered_one = asked[at * len(ALTERATIONS) + at % len(ALTERATIONS)]
        for other in known:
            if other.number != one.number and same_family(one.number, other.number):
                yield altered_one.stored, other.stored


def _print_costs(made: list[Made], searches: list[float]) -> None:
    prints = [one.took for one in made]
    sizes = [len(one.stored) for one in made]
    print(f"\nfingerprint: {_spread(prints)}; {np.mean(sizes):,.0f} bytes (at most {max(sizes):,})")
    print(f"search: {_spread(searches)}")


def _spread(values: list[float]) -> str:
    middle, high = np.percentile(values, [50, 95])
    return f"median {middle:.1f} ms, 95 of 100 within {high:.1f} ms"


def _print_crowd(known: list[Made], asked: list[Made], crowd: int) -> None:
    """Search among `crowd` more fingerprints, made of the known pictures' points."""
    pictures = {str(one.number): one.stored for one in known}
    other = [bytes(fingerprint(np.asarray(draw(TUNING + at).convert("L")))) for at in range(24)]
    index = Index(lambda key: pictures.get(key) or other[int(key.split()[1]) % len(other)])
    for one in known:
        index.add(str(one.number), read(one.stored))
    start = time.process_time()
    for at, stranger in enumerate(_strangers([read(one.stored) for one in known], crowd)):
        index.add(f"stranger {at}", stranger)
    index.search(read(known[0].stored))
    adding = time.process_time() - start
    rows = asked[:: max(1, len(asked) // 500) | 1]
    found, took = 0, []
    for one in rows:
        query, start = read(one.stored), time.process_time()
        hits = index.search(query)
        took.append((time.process_time() - start) * 1000)
        found += str(one.number) in {hit.key for hit in hits}
    print(f"\namong {len(index):,}: recall {found / len(rows):.4f} of {len(rows)}; {_spread(took)}")
    print(f"making and adding {crowd:,}: {adding:.0f} s")


def _strangers(known: list[Fingerprint], count: int) -> Iterator[Fingerprint]:
    """Give fingerprints with points like true ones: those of all pictures mixed, with NOISE."""
    rng = np.random.default_rng(7)
    bits = np.concatenate([one.points.bits for one in known])
    for at in range(count):
        like = known[at % len(known)]
        mixed = bits[rng.integers(0, len(bits), len(like.points))]
        mixed = mixed ^ (rng.random((len(mixed), BITS), dtype=np.float32) < NOISE)
        yield dataclasses.replace(
            like,
            pdq=rng.random((16, 16)) < 0.5,
            phash=rng.random((8, 8)) < 0.5,
            points=Points(like.points.places, like.points.sizes, mixed),
        )


if __name__ == "__main__":
    sys.exit(main())
