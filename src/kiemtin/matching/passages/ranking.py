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
_TINY = 1e-9


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
    texts, told = [_cut(one.text) for one in candidates], [tokens(one.text) for one in candidates]
    near = np.array([_near(one, expected) for one in candidates])
    words = np.array([one.words for one in candidates])
    columns = (
        words,
        near,
        WORDS * words + (1 - WORDS) * near,
        *_shared(asked.singles, [one.singles for one in texts], weigh),
        *_shared(asked.pairs, [one.pairs for one in texts], _alike),
        np.array([_share(said.figures, one.words) for one in told]),
        np.array([_share(said.capitals, one.words) for one in told]),
        np.array([np.log((1 + one.size) / (1 + said.size)) for one in told]),
    )
    return np.stack(columns, axis=1).astype(np.float64)


def _shared(asked: Hashes, others: Sequence[Hashes], weigh: Weigh) -> tuple[Floats, Floats]:
    """Return what share of the weight of `asked` each of `others` has, and of its own weight."""
    sizes = [len(one) for one in others]
    every = np.concatenate([*others, asked])
    weights = weigh(every)
    held = weights * _among(every, asked)
    row = np.repeat(np.arange(len(others) + 1), [*sizes, len(asked)])
    both = np.bincount(row, held, len(others) + 1)
    whole = np.bincount(row, weights, len(others) + 1)
    return both[:-1] / max(whole[-1], _TINY), both[:-1] / np.maximum(whole[:-1], _TINY)


def _among(hashes: Hashes, known: Hashes) -> NDArray[np.bool_]:
    """Tell which of `hashes` are among the ascending `known`; np.isin is slow for so few."""
    if not len(known):
        return np.zeros(len(hashes), np.bool_)
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.asarray(known[at] == hashes)


def _alike(hashes: Hashes) -> Floats:
    return np.ones(len(hashes))


def _near(one: Candidate, expected: tuple[float, float]) -> float:
    if one.cosine is None:
        return min(max(expected[0] + expected[1] * one.words, 0.0), 1.0)
    return min(max((one.cosine - COSINE_FLOOR) / (1 - COSINE_FLOOR), 0.0), 1.0)


@lru_cache(maxsize=_KEPT)
def _cut(text: str) -> _Cut:
    singles = syllable_hashes(syllables(text)[:_MOST])
    return _Cut(np.unique(singles), np.unique(pair_hashes(singles)))


def _share(own: frozenset[str], others: frozenset[str]) -> float:
    return len(own & others) / len(own) if own else 1.0


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
