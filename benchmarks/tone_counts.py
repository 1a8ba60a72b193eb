"""Counts runs of one, two and three syllables and turns the counts into costs.

Interpolation with absolute discount; the last resort mixes plain counts with the number of
distinct syllables before a syllable (Kneser and Ney 1995). The mass of runs that are not kept goes
to the back-off, so every context adds up to one.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.tone_texts import Words
from kiemtin.text.fold import fold
from kiemtin.text.restore.table import CHOICES, COST_UNIT

Run = tuple[str, ...]
Chances = dict[Run, float]
Costs = dict[Run, int]

_LEAST = 1e-6

KEPT_FROM = 3
"""Texts that must hold a run of a newspaper or a law before it is kept: no text can be rebuilt."""

DISCOUNTS = (0.0, 0.6, 0.8)
CONTINUING = 0.6
"""Share of the distinct-context part in the cost of a single syllable."""


class Counts:
    """Weighted counts of runs by length, and which runs are kept."""

    def __init__(self) -> None:
        self.by_length: list[dict[Run, float]] = [{}, {}, {}]
        self.kept: list[set[Run]] = [set(), set(), set()]

    def add(self, texts: Sequence[Words], *, weight: float, kept_from: int) -> None:
        """Count the runs of `texts` times `weight`; keep those that `kept_from` texts hold."""
        for total, kept, length in zip(self.by_length, self.kept, (1, 2, 3), strict=True):
            seen: Counter[Run] = Counter()
            holding: Counter[Run] = Counter()
            for words in texts:
                runs = list(zip(*(words[at:] for at in range(length)), strict=False))
                seen.update(runs)
                holding.update(set(runs))
            for run, count in seen.items():
                total[run] = total.get(run, 0.0) + weight * count
            kept.update(run for run, count in holding.items() if count >= kept_from)


@dataclass(frozen=True)
class Model:
    """Costs of runs by length, and what it costs to leave a run of one or two for the next."""

    singles: Costs
    pairs: Costs
    triples: Costs
    single_backoffs: Costs
    pair_backoffs: Costs


def model(counts: Counts) -> Model:
    """Turn counts into costs."""
    first = _singles(counts)
    second, left_first = _longer(counts, 1, first)
    third, left_second = _longer(counts, 2, second)
    return Model(*map(_costs, (first, second, third, left_first, left_second)))


def _singles(counts: Counts) -> Chances:
    plain = {run: counts.by_length[0][run] for run in counts.kept[0]}
    before = Counter(run[1:] for run in counts.by_length[1])
    total, contexts = sum(plain.values()), sum(max(before[run], 0.5) for run in plain)
    return _most_likely(
        {
            run: (1 - CONTINUING) * count / total + CONTINUING * max(before[run], 0.5) / contexts
            for run, count in plain.items()
        }
    )


def _most_likely(chances: Chances) -> Chances:
    """Keep the `CHOICES` most likely syllables of each class."""
    classes: dict[str, list[Run]] = {}
    for run in sorted(chances, key=lambda run: (-chances[run], run)):
        classes.setdefault(fold(run[0]), []).append(run)
    return {run: chances[run] for members in classes.values() for run in members[:CHOICES]}


def _longer(counts: Counts, length: int, lower: Chances) -> tuple[Chances, Chances]:
    """Return the chances of kept runs given their beginning, and what is left for others."""
    discount, total = DISCOUNTS[length], counts.by_length[length]
    contexts: dict[Run, float] = {}
    for run, count in total.items():
        contexts[run[:-1]] = contexts.get(run[:-1], 0.0) + count
    known = (run for run in counts.kept[length] if run[:-1] in lower and run[1:] in lower)
    own = {run: max(total[run] - discount, 0.0) for run in known}
    given = dict.fromkeys(contexts, 0.0)
    for run, count in own.items():
        given[run[:-1]] += count
    left = {run: max(_LEAST, 1 - given[run] / contexts[run]) for run in lower if run in contexts}
    chances = {
        run: count / contexts[run[:-1]] + left[run[:-1]] * lower[run[1:]]
        for run, count in own.items()
    }
    return chances, left


def _costs(chances: Chances) -> Costs:
    return {run: min(255, round(-COST_UNIT * math.log(chance))) for run, chance in chances.items()}
