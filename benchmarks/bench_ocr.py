"""Measures how well the text in forwarded pictures is read, beside plain Tesseract.

    python benchmarks/bench_ocr.py [--pictures 64] [--set 1] [--data ../shared/data]

Draws pictures as phones show them (benchmarks/phone_pictures.py; set 0 was for tuning, set 1 is for
reporting), half of them forwarded once more, and compares what is read with what is written in
them: edits over NFC characters, runs of blanks as one, divided by the characters written. Edits of
words likewise. With --data, every second picture takes its sentences from ViFactCheck.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from numpy.random import Generator
from PIL import Image

from benchmarks.machine import machine
from benchmarks.phone_pictures import REPORTED, Sentences, drawn, invented
from kiemtin.media.ocr import available, read_text
from kiemtin.media.picture import clean

FIRST = 10_000
"""Number of the first picture that is reported; those before were for tuning."""
Row = tuple[int, int, int, int, float]


def main() -> int:
    """Print the table."""
    options = _options()
    if not available():
        print("Tesseract is not on this machine: python scripts/system_packages.py")
        return 1
    known = _claims(options.data)
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for number in range(FIRST, FIRST + options.pictures):
        said = known if known and number // 16 % 2 else invented
        picture = drawn(number, options.set, said)
        data, wanted = clean(picture.data).data, " ".join(picture.lines)
        for name, read in READERS.items():
            row = _row(read, data, wanted)
            for kind in ("all", picture.kind, "forwarded" if picture.forwarded else "first hand"):
                rows[name, kind].append(row)
    _print(rows)
    print(f"\n{options.pictures} pictures of set {options.set}; {machine()}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pictures", type=int, default=64)
    parser.add_argument("--set", type=int, default=REPORTED)
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


def _row(read: Callable[[bytes], str], data: bytes, wanted: str) -> Row:
    start = time.perf_counter()
    got = read(data)
    took = time.perf_counter() - start
    signs, written = _plain(got), _plain(wanted)
    words, said = signs.split(), written.split()
    return edits(signs, written), len(written), edits(words, said), len(said), took


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def edits(one: Sequence[str], other: Sequence[str]) -> int:
    """Return Levenshtein's distance: signs (or words) put in, taken out or changed."""
    row, steps = np.arange(len(other) + 1), np.arange(len(other) + 1)
    theirs = np.array(list(other), dtype=np.str_)
    for number, mine in enumerate(one, 1):
        new = np.minimum(row[1:] + 1, row[:-1] + (theirs != mine))
        row = np.minimum.accumulate(np.concatenate([[number], new]) - steps) + steps
    return int(row[-1])


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


def _print(rows: dict[tuple[str, str], list[Row]]) -> None:
    kinds = list(dict.fromkeys(kind for _, kind in rows))
    print(f"| character error, % | {' | '.join(kinds)} | word error, % | s p50 | s p95 |")
    print("|---" * (len(kinds) + 4) + "|")
    for name in READERS:
        cells = [_share(rows[name, kind], 0) for kind in kinds]
        whole = rows[name, "all"]
        half, most = np.percentile([row[4] for row in whole], [50, 95])
        cells += [_share(whole, 2), f"{half:.2f}", f"{most:.2f}"]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _share(rows: list[Row], at: int) -> str:
    return f"{100 * sum(row[at] for row in rows) / sum(row[at + 1] for row in rows):.2f}"


if __name__ == "__main__":
    sys.exit(main())
