"""What a pair of message and claim looks like in numbers, for the decision model.

Every feature is bounded and names one thing that a person would also look at. That details
differ lowers the probability here; it also forbids the answer "same" outright (see `decide`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import fillers
from kiemtin.matching.reading import Reading
from kiemtin.matching.terms import Hashes, syllable_hash
from kiemtin.matching.types import Comparison, Hit

Floats = NDArray[np.float64]
Weigh = Callable[[Hashes], Floats]

NAMES = (
    "cosine",
    "toneless",
    "claim_words_in_message",
    "claim_pairs_in_message",
    "message_words_in_claim",
    "claim_details_agree",
    "claim_details_missing",
    "message_details_extra",
    "claim_names_missing",
    "conflict",
    "lead_over_next",
    "message_length",
)
"""One name a feature, in the order of the vector; the model file repeats them as a check."""

CONFLICT = NAMES.index("conflict")

_FILLER_HASHES = np.array(sorted(syllable_hash(one) for one in fillers.FILLERS), np.uint64)
_COSINE_FLOOR = 0.8
_WINDOW = 2
"""A forward repeats its claim somewhere: the best stretch of twice the claim's length counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A message and one found entry, both read, with how they compare.

    `lead` is the hit's score less that of the best other hit without conflict.
    """

    query: Reading
    entry: Reading
    comparison: Comparison
    hit: Hit
    lead: float


def features(pair: Pair, weigh: Weigh) -> Floats:
    """Return the features of `pair`, shape (12,); `weigh` gives one idf a hash."""
    query, entry, rows = pair.query, pair.entry, pair.comparison.rows
    blind = query.toneless or pair.hit.dense == 0
    agree = sum(row.verdict == "agree" for row in rows)
    missing = sum(row.query_value is None for row in rows)
    extra = sum(row.entry_value is None for row in rows)
    unnamed = sum(row.kind == "actor" and row.query_value is None for row in rows)
    words = _in_message(entry.singles, query.singles, weigh)
    pairs = _in_message(entry.bag.hashes, query.bag.hashes, weigh)
    return np.array(
        [
            0.0 if blind else max(pair.hit.dense - _COSINE_FLOOR, 0.0) * 5,
            float(blind),
            words,
            pairs,
            _best_stretch(query, entry, weigh),
            min(agree, 4) / 4,
            min(missing, 4) / 4,
            min(extra, 4) / 4,
            min(unnamed, 2) / 2,
            float(bool(pair.comparison.conflicts)),
            float(np.clip(pair.lead, -0.5, 0.5)) * 2,
            min(len(query.syllables), 100) / 100,
        ]
    )


def weights_of(singles: Hashes, weigh: Weigh) -> Floats:
    """Return what each syllable weighs: its rarity, little for a filler."""
    weights = weigh(singles)
    return np.where(np.isin(singles, _FILLER_HASHES), fillers.WEIGHT * weights, weights)


def _in_message(claim: Hashes, message: Hashes, weigh: Weigh) -> float:
    distinct = np.unique(claim)
    weights = weights_of(distinct, weigh)
    return _ratio(weights[np.isin(distinct, message)].sum(), weights.sum())


def _best_stretch(query: Reading, entry: Reading, weigh: Weigh) -> float:
    """Return the weighted share of the message's words that the claim has, at its best place."""
    weights = weights_of(query.singles, weigh)
    held = np.where(np.isin(query.singles, entry.singles), weights, 0.0)
    size = min(_WINDOW * max(len(entry.singles), 1), len(weights))
    sums = [np.concatenate(([0.0], np.cumsum(one))) for one in (held, weights)]
    inside, every = (one[size:] - one[: len(one) - size] for one in sums)
    at = int(np.argmax(inside))
    return _ratio(inside[at], every[at])


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0
