"""Measures how well an altered recording is found again, beside Chromaprint's fpcalc.

    python benchmarks/bench_sound.py [--sounds 40] [--strangers 2000] [--first 700000]

Makes recordings (benchmarks/sounds.py), puts `sounds` of them and `strangers` others into an index,
alters each in twelve ways and asks for it. "one speed": with the fingerprint that a desk keeps,
without those at other speeds. "false" counts answers that name another recording. fpcalc (Debian's
libchromaprint-tools) is measured where it is installed, among the `sounds` only: the best mean
agreement of bits over all shifts, from 65 %, as its author's example compares.
"""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray

from benchmarks.machine import machine
from benchmarks.sounds import ALTERATIONS, REPORTED, Samples, altered, encoded, make
from kiemtin.media.heard import SPEEDS, SoundIndex, at_speeds, sound_print

CLOSE = 0.65
"""Agreement of bits from which two of Chromaprint's fingerprints count as one."""
Peer = NDArray[np.uint32]


def main() -> int:
    """Print the table."""
    options = _options()
    numbers = range(options.first, options.first + options.sounds)
    index, sounds = SoundIndex(), {number: make(number) for number in numbers}
    for number in range(options.first, options.first + options.sounds + options.strangers):
        index.add(str(number), sound_print(telephone(sounds.get(number), number)))
    fpcalc = shutil.which("fpcalc")
    if fpcalc is None:
        print("fpcalc is absent (libchromaprint-tools): not compared\n")
    peers = {number: chromaprint(sounds[number]) for number in numbers} if fpcalc else {}
    took: list[float] = []
    print("| alteration | found | one speed | false | fpcalc found | fpcalc false |")
    print("|---|---|---|---|---|---|")
    for name in ALTERATIONS:
        print(_line(name, sounds, index, peers, took), flush=True)
    half, most = np.percentile(took, [50, 95])
    print(f"\nfingerprint and search: {half:.2f} s p50, {most:.2f} s p95 of one core")
    print(f"{len(sounds)} recordings asked for among {len(index)}")
    print(machine())
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sounds", type=int, default=40)
    parser.add_argument("--strangers", type=int, default=2000)
    parser.add_argument("--first", type=int, default=REPORTED)
    return parser.parse_args()


def telephone(samples: Samples | None, number: int) -> Samples:
    """Return the samples at 8,000 a second; those of recording `number` where none are given."""
    full = (make(number) if samples is None else samples).astype(np.float64)
    pairs = full[: len(full) // 2 * 2].reshape(-1, 2)
    half: Samples = pairs.mean(axis=1).astype(np.int16)
    return half


def _line(
    name: str,
    sounds: dict[int, Samples],
    index: SoundIndex,
    peers: dict[int, Peer],
    took: list[float],
) -> str:
    found = kept = false = peer_found = peer_false = 0
    for number, samples in sounds.items():
        asked = altered(samples, name, number)
        start = time.process_time()
        prints = at_speeds(telephone(asked, number))
        keys = {int(hit.key) for hit in index.search(prints)}
        took.append(time.process_time() - start)
        one = {int(hit.key) for hit in index.search([prints[SPEEDS.index(1.0)]], [1.0])}
        found, kept = found + (number in keys), kept + (number in one)
        false += len((keys | one) - {number})
        if peers:
            close = _close(chromaprint(asked), peers)
            peer_found += number in close
            peer_false += len(close - {number})
    cells = [_share(found, sounds), _share(kept, sounds), str(false)]
    cells += [_share(peer_found, sounds), str(peer_false)] if peers else ["–", "–"]
    return f"| {name} | {' | '.join(cells)} |"


def _share(count: int, sounds: dict[int, Samples]) -> str:
    return f"{100 * count / len(sounds):.1f} %"


def chromaprint(samples: Samples) -> Peer:
    """Return Chromaprint's fingerprint, about eight words a second."""
    done = subprocess.run(
        ["fpcalc", "-raw", "-length", "120", "-"],
        input=encoded(samples),
        capture_output=True,
        check=False,  # Debian's says 3 at the end of every file, with the whole fingerprint
    )
    line = next(line for line in done.stdout.decode().splitlines() if line.startswith("FINGER"))
    return np.array(line.partition("=")[2].split(","), dtype=np.int64).astype(np.uint32)


def _close(asked: Peer, known: dict[int, Peer]) -> set[int]:
    return {number for number, one in known.items() if _agreement(asked, one) >= CLOSE}


def _agreement(one: Peer, other: Peer) -> float:
    best, least = 0.0, min(len(one), len(other)) // 2
    for shift in range(-len(one) + least, len(other) - least + 1):
        low, high = max(0, -shift), min(len(one), len(other) - shift)
        apart = np.bitwise_count(one[low:high] ^ other[low + shift : high + shift])
        best = max(best, 1 - float(apart.mean()) / 32)
    return best


if __name__ == "__main__":
    sys.exit(main())
