"""Measures how well a video and a screenshot of one are found again, beside plain PDQ.

    python benchmarks/bench_video.py [--videos 20] [--strangers 20] [--only WAY]

Makes videos (benchmarks/videos.py), has `videos` of them and `strangers` others watched as a desk
does, and puts their pictures into an index. Each of the `videos` is altered in seven ways and asked
for: "by a picture", any of its pictures is found; "same video", `same_video` then says so of a
video that a picture led to. A screenshot is a picture of a random moment as a phone shows it. PDQ
compares a picture of each second, from 31 bits. "false" counts other videos that were named.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.altered import altered
from benchmarks.machine import machine
from benchmarks.videos import ALTERATIONS, Pictures, changed, decoded, filmed, shown
from kiemtin.media.alike import Fingerprint, Index, NotAlikeable, fingerprint
from kiemtin.media.alike.pdq import CLOSE, pdq
from kiemtin.media.alike.video import same_video
from kiemtin.media.inside.video import watch

Seen = list[tuple[float, Fingerprint]]
Bits = NDArray[np.bool_]
COLUMNS = ("by a picture", "false", "same video", "false", "PDQ", "false")


class Known:
    """What is known of all videos: pictures in an index, by `video.place`; PDQ of each second."""

    def __init__(self) -> None:
        self.index = Index()
        self.seen: dict[int, Seen] = {}
        self.bits: dict[int, Bits] = {}

    def add(self, number: int, data: bytes) -> None:
        """Take a video in."""
        self.seen[number] = _watched(data)
        self.bits[number] = _bits(decoded(data))
        for place, (_, one) in enumerate(self.seen[number]):
            self.index.add(f"{number}.{place}", one)

    def by_picture(self, seen: Sequence[Fingerprint]) -> set[int]:
        """Return the videos that one of the pictures is found in."""
        hits = (hit.key for one in seen for hit in self.index.search(one))
        return {int(key.partition(".")[0]) for key in hits}

    def by_pdq(self, asked: Bits) -> set[int]:
        """Return the videos of which a second is near one of the pictures."""
        return {
            number
            for number, bits in self.bits.items()
            if (asked[:, None] != bits[None]).sum(axis=2).min() <= CLOSE
        }


def main() -> int:
    """Print the table."""
    options = _options()
    numbers = range(options.first, options.first + options.videos)
    known, films = Known(), {number: shown(number) for number in numbers}
    took: list[float] = []
    for number in range(options.first, options.first + options.videos + options.strangers):
        data = filmed(films[number] if number in films else shown(number))
        start = time.perf_counter()
        known.add(number, data)
        took.append(time.perf_counter() - start)
    print(f"| alteration | {' | '.join(COLUMNS)} |\n|{'---|' * (len(COLUMNS) + 1)}")
    for name in [options.only] if options.only else ALTERATIONS:
        answers = [_asked(known, changed(films[one], name, one)) for one in numbers]
        print(_line(name, numbers, answers), flush=True)
    answers = [_asked_picture(known, _screenshot(films[one], one)) for one in numbers]
    print(_line("a screenshot", numbers, answers))
    half, most = np.percentile(took, [50, 95])
    long = [len(film) / 6 for film in films.values()]
    print(
        f"\n{options.videos} videos of {min(long):.0f} to {max(long):.0f} s among {len(known.seen)}"
    )
    print(f"watching and taking one in: {half:.2f} s p50, {most:.2f} s p95\n{machine()}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--videos", type=int, default=20)
    parser.add_argument("--strangers", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", choices=ALTERATIONS)
    return parser.parse_args()


def _watched(data: bytes) -> Seen:
    frames = watch(data).frames
    return [(one.second, one.fingerprint) for one in frames if one.fingerprint is not None]


def _bits(pictures: Pictures) -> Bits:
    return np.stack([pdq(np.asarray(one.convert("L")))[0].ravel() for one in pictures])


def _asked(known: Known, data: bytes) -> tuple[set[int], ...]:
    seen = _watched(data)
    led = known.by_picture([one for _, one in seen])
    same = {number for number in led if same_video(seen, known.seen[number]).alike}
    return led, same, known.by_pdq(_bits(decoded(data)))


def _screenshot(film: Pictures, number: int) -> Image.Image:
    moment = int(np.random.default_rng([number, 9]).integers(len(film)))
    return altered(film[moment], "screenshot frame", number)


def _asked_picture(known: Known, image: Image.Image) -> tuple[set[int], ...]:
    try:
        led = known.by_picture([fingerprint(np.asarray(image.convert("L")))])
    except NotAlikeable:
        led = set()
    return led, led, known.by_pdq(_bits([image]))


def _line(name: str, numbers: Sequence[int], answers: list[tuple[set[int], ...]]) -> str:
    cells = []
    for way in range(3):
        found = sum(one in said[way] for one, said in zip(numbers, answers, strict=True))
        false = sum(len(said[way] - {one}) for one, said in zip(numbers, answers, strict=True))
        cells += [f"{100 * found / len(numbers):.0f} %", str(false)]
    if name == "a screenshot":
        cells[2:4] = "–", "–"
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
