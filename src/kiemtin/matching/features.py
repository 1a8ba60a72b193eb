"""What a pair of message and claim looks like in numbers, for the decision model.

Every feature is bounded and names one thing that a person would also look at. That details
differ lowers the probability here; it also forbids the answer "same" outright (see `decide`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import fillers
from kiemtin.matching.reading import LONG, Reading
from kiemtin.matching.terms import Hashes, syllable_hash
from kiemtin.matching.types import Comparison, Hit

Floats = NDArray[np.float64]
Weigh = Callable[[Hashes], Floats]

NAMES = (
    "cosine",
    "toneless",
    "claim_words_scarce",
    "claim_pairs_in_message",
    "claim_details_agree",
    "claim_details_in_message",
    "message_details_extra",
    "claim_names_missing",
    "conflict",
    "lead_over_next",
    "claim_terms_in_message",
    "words_swapped",
)
"""One name a feature, in the order of the vector; the model file repeats them as a check."""

CONFLICT = NAMES.index("conflict")

AMOUNTS = frozenset({"number", "money", "time"})
DECIDING = AMOUNTS | {"date", "place", "actor", "noun", "negation"}
"""Kinds of details that count; direction and extent words are too many for their absence to."""

_SCARCE = 0.4
"""Share of the claim's own words under which agreeing details prove little: a power cut and a
water cut share hour, day and ward."""

_FILLER_HASHES = np.array(sorted(syllable_hash(one) for one in fillers.FILLERS), np.uint64)
_COSINE_FLOOR = 0.8


@dataclass(frozen=True, slots=True)
class Pair:
    """A message and one found entry, both read, with how they compare.

    `shared` is what `shared_words` gives for them, `next_shared` its highest value among the
    other entries found that do not differ from the message in a detail.
    """

    query: Reading
    entry: Reading
    comparison: Comparison
    hit: Hit
    shared: float
    next_shared: float


def features(pair: Pair, weigh: Weigh) -> Floats:
    """Return the features of `pair`, shape (12,); `weigh` gives one idf a hash."""
    words = _in_message(pair.entry.core, pair.query.singles, weigh)
    return np.array(
        [
            max(pair.hit.dense - _COSINE_FLOOR, 0.0) / (1 - _COSINE_FLOOR),
            float(pair.query.toneless),
            max(_SCARCE - words, 0.0) / _SCARCE,
            pair.shared,
            *_of_rows(pair.comparison, forward=len(pair.query.syllables) >= LONG),
            float(bool(pair.comparison.conflicts)),
            pair.shared - pair.next_shared,
            _terms_in_message(pair),
            min(sum(row.kind == "word" for row in pair.comparison.rows), 2) / 2,
        ]
    )


def _terms_in_message(pair: Pair) -> float:
    """Return the share of the claim's own words that the message has, by one or another form.

    Names, places and details are counted for themselves.
    """
    said = {one.key for one in pair.query.terms}
    stated = {one.key for one in pair.entry.terms_for(pair.query) if not one.told}
    return len(said & stated) / len(stated) if stated else 0.5


def shared_words(query: Reading, entry: Reading, weigh: Weigh) -> float:
    """Return the share of the claim's words and word pairs that the message has, by weight."""
    return _in_message(entry.bag.hashes, query.bag.hashes, weigh)


def _of_rows(comparison: Comparison, *, forward: bool) -> list[float]:
    rows = [row for row in comparison.rows if row.kind in DECIDING]
    agree = sum(row.verdict == "agree" for row in rows)
    missing = sum(row.query_value is None for row in rows)
    added = sum(row.entry_value is None and row.kind in AMOUNTS for row in rows)
    extra = 0 if forward else added  # a forward says much beside its claim
    unnamed = sum(row.kind == "actor" and row.query_value is None for row in rows)
    share = agree / (agree + missing) if agree + missing else 0.5
    return [min(agree, 3) / 3, share, min(extra, 2) / 2, min(unnamed, 2) / 2]


def places_missing(comparison: Comparison) -> bool:
    """Tell whether the claim names places and the message none of them, not even less exactly."""
    rows = [row for row in comparison.rows if row.kind == "place" and row.entry_value]
    return bool(rows) and all(row.query_value is None for row in rows)


def weights_of(singles: Hashes, weigh: Weigh) -> Floats:
    """Return what each syllable weighs: its rarity, little for a filler."""
    weights = weigh(singles)
    return np.where(np.isin(singles, _FILLER_HASHES), fillers.WEIGHT * weights, weights)


def _in_message(claim: Hashes, message: Hashes, weigh: Weigh) -> float:
    distinct = np.unique(claim)
    weights = weights_of(distinct, weigh)
    return _ratio(weights[np.isin(distinct, message)].sum(), weights.sum())


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0
