"""Whether the score of readers' ratings tells what both camps find helpful from what one does, when
it keeps silent, and how long it takes.

Prints Markdown tables with the machine and the commit. Beside the score, on the same ratings: the
share of helpful votes, the same model without a factor, and the model without our rules of silence.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable

# As in a desk: a helper thread that spins would count as work.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from benchmarks.camps import EVERYBODY, NOBODY, Camps, Said
from benchmarks.machine import machine
from kiemtin.ratings.gate import gain, starts
from kiemtin.ratings.judge import HELPFUL, ONE_SIDED, judge
from kiemtin.ratings.model import fit
from kiemtin.ratings.outcome import Gate, Outcome
from kiemtin.ratings.table import counted, table

Which = NDArray[np.bool_]
VOTES = 2 / 3


def scored(said: Said) -> tuple[Which, Which]:
    """Which verdicts the score calls helpful, and which contested."""
    outcomes = judge(said.raters, said.verdicts, said.values).outcomes
    order = range(len(said.pleases))
    helpful = np.array([outcomes[one] is Outcome.HELPFUL for one in order])
    return helpful, np.array([outcomes[one] is Outcome.CONTESTED for one in order])


def by_votes(said: Said) -> Which:
    """Which verdicts have a mean rating of two thirds."""
    total = np.bincount(said.verdicts, said.values)
    return np.asarray(total / np.bincount(said.verdicts) >= VOTES)


def by_model(said: Said, *, factor: bool) -> Which:
    """Which verdicts the bare model calls helpful, with or without its factor."""
    whole, _names = table(said.raters, said.verdicts, said.values)
    of, columns = counted(whole)
    model = fit(of, starts(of)[0] if factor else None)
    found = np.zeros(len(said.pleases), bool)
    one_sided = np.abs(model.verdict_factor) if factor else np.zeros(of.shape[1])
    found[columns] = (model.verdict >= HELPFUL) & (one_sided < ONE_SIDED)
    return found


METHODS: dict[str, Callable[[Said], Which]] = {
    "the score": lambda said: scored(said)[0],
    "the model without our rules of silence": lambda said: by_model(said, factor=True),
    "the same model without a factor": lambda said: by_model(said, factor=False),
    "two thirds of the votes": by_votes,
}


def of(part: int, whole: int) -> str:
    """A share; a zero with its bound at 95 % (rule of three)."""
    if not whole:
        return "none"
    bound = "" if part else f" (≤ {3 / whole:.2%})"
    return f"{part} of {whole}{bound}"


def counts(found: list[Which], among: list[Which]) -> tuple[int, int]:
    """How many of `among` were found in all runs, and how many there are."""
    both = sum(int((one & those).sum()) for one, those in zip(found, among, strict=True))
    return both, sum(int(those.sum()) for those in among)


def told_apart(camps: Camps, counting: int, seeds: int) -> None:
    """Print what each method calls bridged: verdicts of one camp, and those that please all."""
    runs = [camps.rated(seed, counting) for seed in range(seeds)]
    each = statistics.mean(len(run.values) for run in runs)
    print(
        f"\n{camps.smaller:.0%} in the smaller camp, {camps.slips:.0%} slips, each camp rates what "
        f"it likes {camps.drawn:.0f} times as often, ≥ {counting} counting ratings a verdict "
        f"({each:,.0f} a run)\n\n"
        "| method | one-camp verdicts called bridged | bridged found (recall) |\n|---|---|---|"
    )
    one_camp = [(run.pleases != EVERYBODY) & (run.pleases != NOBODY) for run in runs]
    bridged = [run.pleases == EVERYBODY for run in runs]
    for name, method in METHODS.items():
        found = [method(run) for run in runs]
        right, all_bridged = counts(found, bridged)
        wrong = of(*counts(found, one_camp))
        print(f"| {name} | {wrong} | {right / all_bridged:.2f} |", flush=True)
    contested = [scored(run)[1] for run in runs]
    true = of(*counts(contested, one_camp))
    false = of(*counts(contested, [~which for which in one_camp]))
    print(f"\nContested: {true} one-camp verdicts, {false} others.")


def silence(camps: Camps, counting: int, seeds: int) -> None:
    """Print how often the score keeps silent, what it calls wrongly when not, and how often any
    gain at all would let it speak.
    """
    shut = any_gain = wrong = one_camp = 0
    for seed in range(seeds):
        said = camps.rated(seed, counting)
        outcomes = judge(said.raters, said.verdicts, said.values)
        shut += outcomes.gate is not Gate.OPEN
        any_gain += gain(counted(table(said.raters, said.verdicts, said.values)[0])[0]) <= 0
        of_one = np.flatnonzero((said.pleases != EVERYBODY) & (said.pleases != NOBODY))
        one_camp += len(of_one)
        wrong += sum(outcomes.outcomes[int(one)] is Outcome.HELPFUL for one in of_one)
    kind = f"| {camps.smaller:.0%} | {camps.slips:.0%} | {counting} "
    print(
        f"{kind}| {shut} of {seeds} | {any_gain} of {seeds} | {of(wrong, one_camp)} |", flush=True
    )


def speed(raters: int, verdicts: int, share: float) -> tuple[int, float]:
    """Ratings, and processor seconds for judging them."""
    random = np.random.default_rng(0)
    said = Camps(raters, verdicts).rated(0, counting=round(share * raters) if share < 1 else raters)
    names = [random.bytes(32).hex() for _ in range(raters)]
    called = [names[rater] for rater in said.raters]
    start = time.process_time()
    judge(called, said.verdicts, said.values)
    return len(called), time.process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=12)
    parser.add_argument("--silent-seeds", type=int, default=16)
    args = parser.parse_args()
    print(machine(), "\n\n## Bridged, or of one camp")
    for smaller, slips, drawn in ((0.3, 0.05, 1), (0.3, 0.1, 1), (0.3, 0.05, 5), (0.15, 0.05, 5)):
        told_apart(Camps(smaller=smaller, slips=slips, drawn=drawn), 30, args.seeds)
    for counting in (10, 20):
        told_apart(Camps(), counting, args.seeds)
    print("\n## Silence\n")
    print(
        "| smaller camp | slips | counting ratings | silent | silent if any gain were enough |",
        end="",
    )
    print(" one-camp verdicts called bridged |\n|---|---|---|---|---|---|")
    for counting, slips in ((30, 0.05), (30, 0.10), (60, 0.05), (60, 0.15)):
        silence(Camps(smaller=0.05, slips=slips), counting, args.silent_seeds)
    for smaller in (0.0, 0.10, 0.20, 0.30, 0.50):
        silence(Camps(smaller=smaller), 30, args.silent_seeds)
    print("\n## Time\n\n| raters × verdicts | ratings | processor seconds |\n|---|---|---|")
    for share in (0.06, 0.5, 1.0):
        count, took = speed(1000, 500, share)
        print(f"| 1,000 × 500 | {count:,} | {took:.2f} |", flush=True)


if __name__ == "__main__":
    main()
