"""Measures how well the text in forwarded pictures is read, beside plain Tesseract.

    python benchmarks/bench_ocr.py [--pictures 40] [--set 1] [--data ../shared/data]

Draws pictures as phones show them (benchmarks/phone_pictures.py; set 0 was for tuning, sets 1 to 3
are for reporting), half of them forwarded once more, and compares what is read with what is written
in them (benchmarks/reading_errors.py). With --data, every second round takes its sentences from the
held-out part of ViFactCheck. Seconds are of the wall and, as machines are shared, of the processor.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from numpy.random import Generator
from PIL import Image

from benchmarks.machine import machine
from benchmarks.phone_page import Sentences, invented
from benchmarks.phone_pictures import KINDS, REPORTED, Drawn, drawn
from benchmarks.reading_errors import as_read, edits, plain
from kiemtin.media.ocr import available, read_text
from kiemtin.media.picture import clean

FIRST = 10_000
"""Number of the first picture that is reported; those before were for tuning."""


@dataclass(frozen=True)
class Row:
    """One picture by one reader: edits and what was written, seconds."""

    signs: int
    any_order: int
    written: int
    words: int
    said: int
    wall: float
    processor: float


def main() -> int:
    """Print the tables."""
    options = _options()
    if not available():
        print("Tesseract is not on this machine: python scripts/system_packages.py")
        return 1
    known = _claims(options.data)
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for number in range(FIRST, FIRST + options.pictures):
        rounds = number // len(KINDS[options.set])
        picture = drawn(number, options.set, known if known and rounds // 2 % 2 else invented)
        data = clean(picture.data).data
        for name, read in READERS.items():
            row = _row(read, data, picture)
            for kind in (picture.kind, "forwarded" if picture.forwarded else "first hand", "all"):
                rows[name, kind].append(row)
    _print(rows, list(KINDS[options.set]))
    print(f"\n{options.pictures} pictures of set {options.set}; {machine()}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--set", type=int, default=REPORTED, choices=range(len(KINDS)))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    return parser.parse_args()


def _claims(folder: Path) -> Sentences | None:
    """Return what draws a claim of the held-out part; None, said aloud, where there is none."""
    path = folder / "vifactcheck/claims.jsonl"
    if not path.exists():
        print(f"{path} is absent: invented sentences only\n")
        return None
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    claims = [row["claim"] for row in rows if row["split"] == "test" and len(row["claim"]) < 160]

    def say(rng: Generator) -> str:
        return str(claims[int(rng.integers(len(claims)))])

    return say


def _row(read: Callable[[bytes], str], data: bytes, picture: Drawn) -> Row:
    start, used = time.perf_counter(), _processor()
    got = plain(read(data))
    wall, processor = time.perf_counter() - start, _processor() - used
    wanted = plain(" ".join(picture.parts))
    loose = edits(got, plain(" ".join(as_read(picture.parts, got))))
    signs, words, said = edits(got, wanted), got.split(), wanted.split()
    errors = edits(words, said)
    return Row(signs, min(signs, loose), len(wanted), errors, len(said), wall, processor)


def _processor() -> float:
    """Return the seconds of processor that this process and its ended children have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _own(data: bytes) -> str:
    return read_text(data).text


def _tesseract(languages: str) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        out = BytesIO()
        with Image.open(BytesIO(data)) as image:
            image.save(out, "PPM")
        asked = ["tesseract", "stdin", "stdout", "-l", languages]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(
            asked, input=out.getvalue(), capture_output=True, check=True, env=environment
        )
        return done.stdout.decode()

    return read


READERS: dict[str, Callable[[bytes], str]] = {
    "Kiểm Tin": _own,
    "tesseract -l vie": _tesseract("vie"),
    "tesseract -l vie+eng": _tesseract("vie+eng"),
}


def _print(rows: dict[tuple[str, str], list[Row]], kinds: list[str]) -> None:
    print(f"| character error, % (parts in any order) | {' | '.join(READERS)} |")
    print("|---" * (len(READERS) + 1) + "|")
    for kind in [*kinds, "forwarded", "first hand", "all"]:
        cells = [_errors(rows[name, kind]) for name in READERS if rows[name, kind]]
        print(f"| {kind} | {' | '.join(cells)} |")
    whole = [rows[name, "all"] for name in READERS]
    words = [_share([row.words for row in of], [row.said for row in of]) for of in whole]
    print(f"| words, % | {' | '.join(words)} |")
    _print_times("wall", [[row.wall for row in of] for of in whole])
    _print_times("processor", [[row.processor for row in of] for of in whole])


def _print_times(label: str, seconds: list[list[float]]) -> None:
    ranks = [np.percentile(of, [50, 95]) for of in seconds]
    cells = [f"{half:.2f}, {most:.2f}" for half, most in ranks]
    print(f"| {label}, s: p50, p95 | {' | '.join(cells)} |", flush=True)


def _errors(rows: list[Row]) -> str:
    written = [row.written for row in rows]
    strict = _share([row.signs for row in rows], written)
    return f"{strict} ({_share([row.any_order for row in rows], written)})"


def _share(part: list[int], whole: list[int]) -> str:
    return f"{100 * sum(part) / sum(whole):.2f}"


if __name__ == "__main__":
    sys.exit(main())
