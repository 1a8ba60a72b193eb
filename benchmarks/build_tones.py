"""Builds the table of syllables with which kiemtin.text.restore puts tone marks back.

    python benchmarks/build_tones.py --words words.txt [--data ../shared/data] [--out FILE]

Counts runs of one to three syllables in headlines with their summaries, public legal texts, the
packaged names of places, a list of dictionary words (words.txt of the package pyvi 0.1.1, MIT) and
this project's own phrases of speech. A run of a newspaper or a law is kept only when at least
three texts hold it. The same input gives the same bytes. CARD.md beside the table says the rest.
"""

import argparse
import io
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray

from benchmarks import tone_texts
from benchmarks.tone_counts import KEPT_FROM, Costs, Counts, Model, Run, model
from kiemtin.text.fold import fold
from kiemtin.text.restore.table import VERSION, from_bytes

TARGET = Path(__file__).parents[1] / "src/kiemtin/text/restore/data/syllables.npz"
LAW_WEIGHT = 0.1
SPOKEN_WEIGHT = 5.0

Array = NDArray[np.unsignedinteger]


def main() -> int:
    """Build the table; returns 1 when a file is not there, after saying so."""
    options = _options()
    absent = tone_texts.missing(options.data)
    if not options.words.is_file():
        absent.append(str(options.words))
    if absent:
        print(f"not found: {', '.join(absent)}. Nothing was built.")
        return 1
    content = pack(model(count(options.data, options.words)))
    from_bytes(content)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(content)
    print(f"{options.out}: {len(content):,} bytes")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data", type=Path, default=tone_texts.DEFAULT)
    parser.add_argument("--words", type=Path, required=True, help="a word list, one word a line")
    parser.add_argument("--out", type=Path, default=TARGET)
    return parser.parse_args()


def count(data: Path, words: Path) -> Counts:
    """Count all sources, each with its weight."""
    counts = Counts()
    news = tone_texts.headlines(data)
    print(f"{len(news.counted):,} headlines counted, {news.left_out:,} left out as measured")
    counts.add(news.counted, weight=1.0, kept_from=KEPT_FROM)
    counts.add(tone_texts.laws(data), weight=LAW_WEIGHT, kept_from=KEPT_FROM)
    counts.add(tone_texts.place_names(), weight=1.0, kept_from=1)
    counts.add(tone_texts.dictionary(words), weight=1.0, kept_from=1)
    counts.add(tone_texts.spoken(), weight=SPOKEN_WEIGHT, kept_from=1)
    return counts


def pack(found: Model) -> bytes:
    """Write the model as kiemtin.text.restore.table reads it."""
    words = sorted(
        (run[0] for run in found.singles), key=lambda word: (fold(word), _rank(found, word), word)
    )
    groups = {key: list(group) for key, group in groupby(words, fold)}
    places = {word: at for group in groups.values() for at, word in enumerate(group)}
    numbers = {key: at for at, key in enumerate(groups)}
    arrays = {
        "version": np.array([VERSION], np.uint8),
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "costs": _bytes(found.singles[word,] for word in words),
        "backoffs": _bytes(found.single_backoffs.get((word,), 0) for word in words),
    }
    pairs, table = _runs("pair", found.pairs, numbers, places)
    arrays |= table | {"pair_backoffs": _bytes(found.pair_backoffs.get(run, 0) for run in pairs)}
    arrays |= _runs("triple", found.triples, numbers, places)[1]
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **arrays)
    return packed.getvalue()


def _rank(found: Model, word: str) -> int:
    return found.singles[word,]


def _runs(
    name: str, costs: Costs, numbers: dict[str, int], places: dict[str, int]
) -> tuple[list[Run], dict[str, Array]]:
    keyed = sorted((_key(run, numbers), _link(run, places), run) for run in costs)
    keys, counts = np.unique(np.array([key for key, _, _ in keyed], np.uint64), return_counts=True)
    runs = [run for _, _, run in keyed]
    return runs, {
        f"{name}_steps": np.diff(keys, prepend=np.uint64(0)),
        f"{name}_counts": counts.astype(np.uint8 if counts.max(initial=0) < 256 else np.uint16),
        f"{name}_links": np.array([link for _, link, _ in keyed], np.uint16),
        f"{name}_costs": _bytes(costs[run] for run in runs),
    }


def _key(run: Run, numbers: dict[str, int]) -> int:
    key = 0
    for word in run:
        key = key * len(numbers) + numbers[fold(word)]
    return key


def _link(run: Run, places: dict[str, int]) -> int:
    link = 0
    for word in run:
        link = link << 4 | places[word]
    return link


def _bytes(values: Iterable[int]) -> Array:
    return np.array(list(values), np.uint8)


if __name__ == "__main__":
    sys.exit(main())
