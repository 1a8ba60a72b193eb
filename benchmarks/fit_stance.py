"""Fits what is suggested of a claim beside a passage, and measures it on articles held out.

    python benchmarks/fit_stance.py [--data ../shared/data] [--dry]

Fitted on ViFactCheck without the articles held out (see evidence.py); how sure it may sound and
from where on it is shown come from five folds within. The articles held out are measured once, and
what comes out is what the page shows. Writes stance.npz and stance.json; they hold weights and the
rarity of 4,000 single words, and no sentence. With --dry only the folds are measured.
"""

import argparse
import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks import evidence, stance_rows
from benchmarks.boosting import Plan, fit
from benchmarks.machine import commit
from benchmarks.stance_rows import Floats, Ints
from kiemtin.matching.stance.trees import Trees, softmax

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "src/kiemtin/matching/stance"
PLAN = Plan()
WANTED = 0.8
"""Share of suggestions about as sure as one that must be right for it to be shown."""
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_STEP = 0.05


def main() -> int:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description="fit the suggestions")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--dry", action="store_true", help="measure the folds and write nothing")
    options = parser.parse_args()
    given = evidence.claims(options.data)
    used = [one for one in given if not one.held_out]
    words = stance_rows.rarity(options.data, {one.article for one in given if one.held_out})
    model = stance_rows.blank(words)
    own = stance_rows.gold(model, used)
    beside = stance_rows.others(model, options.data, used[:: stance_rows.OTHERS])
    rows = stance_rows.joined(own, beside)
    scores = stance_rows.left_out(rows, PLAN)[: len(own.kinds)]
    heat = _heat(scores, own.kinds)
    odds = softmax(scores / heat)
    shown_from = _shown_from(odds, own.kinds)
    print(_line("five folds", odds, own.kinds, shown_from))
    if options.dry:
        return 0
    trees = fit(rows.features, rows.kinds, PLAN)
    away = stance_rows.gold(model, [one for one in given if one.held_out])
    found = softmax(trees.scores(away.features) / heat)
    print(_line("articles held out", found, away.kinds, shown_from))
    np.savez_compressed(FOLDER / "stance.npz", **_arrays(trees, words))
    card = {
        "heat": round(heat, 4),
        "shown_from": shown_from,
        "reliability": _bands(found, away.kinds),
        "card": {
            "fitted_on": f"{len(own.kinds)} claims of ViFactCheck beside their evidence, "
            f"{len(beside.kinds)} beside a passage of another article",
            "measured_on": f"{len(away.kinds)} claims of other articles, beside their evidence",
            "macro_f1": round(stance_rows.measures(away.kinds, found.argmax(axis=1))[0], 3),
            "commit": commit(),
            "not_for": "a verdict, or a suggestion without its reasons and its reliability",
        },
    }
    text = json.dumps(card, indent=2, ensure_ascii=False) + "\n"
    (FOLDER / "stance.json").write_text(text, encoding="utf-8")
    return 0


def _heat(scores: Floats, kinds: Ints) -> float:
    """Return by what scores are divided so that the kinds of the set are the least surprise."""
    heats = np.arange(0.5, 3.0, 0.02)
    every = np.arange(len(kinds))
    surprise = [-np.log(softmax(scores / heat)[every, kinds]).mean() for heat in heats]
    return float(heats[int(np.argmin(surprise))])


def _shown_from(odds: Floats, kinds: Ints) -> float:
    """Return the least probability from which on every twentieth is right often enough."""
    sure, right = odds.max(axis=1), odds.argmax(axis=1) == kinds
    at = 1.0
    while at - _STEP >= 1 / 3:
        near = (sure >= at - _STEP) & (sure < at)
        if near.any() and right[near].mean() < WANTED:
            break
        at -= _STEP
    return round(at, 2)


def _bands(odds: Floats, kinds: Ints) -> list[dict[str, Any]]:
    sure, right = odds.max(axis=1), odds.argmax(axis=1) == kinds
    found = []
    for least, below in pairwise(BANDS):
        near = (sure >= least) & (sure < below)
        share = float(right[near].mean()) if near.any() else 0.0
        line = {"least": least, "below": below, "count": int(near.sum()), "share": round(share, 3)}
        found.append(line)
    return found


def _line(name: str, odds: Floats, kinds: Ints, shown_from: float) -> str:
    said = odds.argmax(axis=1)
    macro, each, table = stance_rows.measures(kinds, said)
    shown = odds.max(axis=1) >= shown_from
    right = (said == kinds)[shown].mean() if shown.any() else 0.0
    return (
        f"{name}: macro-F1 {macro:.3f}, each {[round(one, 3) for one in each]}, "
        f"confusion {table.tolist()}; from {shown_from} on {shown.mean():.3f} shown, "
        f"{right:.3f} of them right; {_bands(odds, kinds)}"
    )


def _arrays(trees: Trees, words: dict[str, float]) -> dict[str, Any]:
    return {
        "asked": trees.asked.astype(np.int16),
        "above": trees.above,
        "leaves": trees.leaves,
        "start": trees.start,
        "words": np.array("\n".join(words)),
        "rarity": np.array(list(words.values()), np.float16),
    }


if __name__ == "__main__":
    sys.exit(main())
