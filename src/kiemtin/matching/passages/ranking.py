"""Puts the passages that a search found in order, by what each has of the claim.

The search weighs words and meaning; here is added what only shows side by side: how much of the
claim the passage covers, in the same pairs of words, with the same figures and names, and how much
it says beside. The weights in `ranking.json` are written by benchmarks/fit_passages.py.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.errors import ModelBroken
from kiemtin.matching.fusion import COSINE_FLOOR, WORDS
from kiemtin.matching.passages.near import tokens
from kiemtin.matching.terms import Hashes, pair_hashes, syllable_hashes
from kiemtin.text.fold import syllables

Floats = NDArray[np.float64]
Weigh = Callable[[Hashes], Floats]

NAMES = (
    "words",
    "near",
    "found",
    "claim_covered",
    "passage_covered",
    "claim_pairs",
    "passage_pairs",
    "figures_held",
    "names_held",
    "size",
)
"""One name a feature, in the order of the columns; the file repeats them as a check."""
_KEPT = 8_000
_MOST = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage's text, its BM25 score as a share of the best one's, its cosine if it has one."""

    text: str
    words: float
    cosine: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """A score is weights · (features - mean) / spread.

    A passage without vector counts as near (0 to 1) as its words let expect: `expected` holds what
    stands for none, and for one more share of the best words.
    """

    weights: Floats
    mean: Floats
    spread: Floats
    expected: tuple[float, float]

    def scores(self, rows: Floats) -> Floats:
        """Return one score for each of `rows` (n, features)."""
        return np.asarray(((rows - self.mean) / self.spread) @ self.weights)


@dataclass(frozen=True)
class _Cut:
    singles: Hashes
    pairs: Hashes


def features(
    claim: str, candidates: Sequence[Candidate], weigh: Weigh, expected: tuple[float, float]
) -> Floats:
    """Return the features of each candidate, shape (n, len(NAMES)); `weigh` gives an idf a hash."""
    asked, said = _cut(claim), tokens(claim)
    rarity = weigh(asked.singles)
    rows = []
    for one in candidates:
        own, told = _cut(one.text), tokens(one.text)
        near = _near(one, expected)
        both = np.isin(asked.singles, own.singles)
        passage = weigh(own.singles)
        rows.append(
            [
                one.words,
                near,
                WORDS * one.words + (1 - WORDS) * near,
                _ratio(rarity[both].sum(), rarity.sum()),
                _ratio(passage[np.isin(own.singles, asked.singles)].sum(), passage.sum()),
                _held(asked.pairs, own.pairs),
                _held(own.pairs, asked.pairs),
                _share(said.figures, told.words),
                _share(said.capitals, told.words),
                float(np.log((1 + told.size) / (1 + said.size))),
            ]
        )
    return np.array(rows, np.float64).reshape(-1, len(NAMES))


def _near(one: Candidate, expected: tuple[float, float]) -> float:
    if one.cosine is None:
        return min(max(expected[0] + expected[1] * one.words, 0.0), 1.0)
    return min(max((one.cosine - COSINE_FLOOR) / (1 - COSINE_FLOOR), 0.0), 1.0)


@lru_cache(maxsize=_KEPT)
def _cut(text: str) -> _Cut:
    singles = syllable_hashes(syllables(text)[:_MOST])
    return _Cut(np.unique(singles), np.unique(pair_hashes(singles)))


def _held(pairs: Hashes, others: Hashes) -> float:
    return float(np.isin(pairs, others).mean()) if len(pairs) else 0.0


def _share(own: frozenset[str], others: frozenset[str]) -> float:
    return len(own & others) / len(own) if own else 1.0


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0


@cache
def default_ranking() -> Ranking:
    """Return the weights that come with the package; raises ModelBroken."""
    try:
        file = files("kiemtin.matching.passages").joinpath("ranking.json")
        held = json.loads(file.read_text(encoding="utf-8"))
        if list(held["weights"]) != list(NAMES):
            raise ModelBroken("broken", {"why": f"features {list(held['weights'])}"})
        weights, mean, spread = (
            np.array([float(held[name][one]) for one in NAMES]) for name in _COLUMNS
        )
        none, more = held["expected"]
        return Ranking(weights, mean, spread, (float(none), float(more)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelBroken("broken", {"why": error}) from error


_COLUMNS = ("weights", "mean", "spread")
