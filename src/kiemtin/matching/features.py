"""What a pair of message and claim looks like in numbers, for the decision model.

Every feature is bounded and names one thing that a person would also look at. That details
differ lowers the probability here; it also forbids the answer "same" outright (see `decide`).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import fillers
from kiemtin.matching.reading import LONG, Reading
from kiemtin.matching.terms import Hashes, syllable_hash
from kiemtin.matching.types import Comparison, Hit, Row

Floats = NDArray[np.float64]
Weigh = Callable[[Hashes], Floats]

KINDS = ("number", "money", "date", "time", "place", "actor", "noun", "direction", "negation",
         "quantifier")  # fmt: skip
HOW = ("agree", "conflict", "missing", "extra")
"""A detail of the claim that the message has, has otherwise, or lacks; one only the message has."""

NAMES = (
    "cosine",
    "toneless",
    "claim_words_scarce",
    "claim_details_agree",
    "claim_details_in_message",
    "message_details_extra",
    "claim_names_missing",
    "conflict",
    "words_swapped",
    "edge_over_next",
    "edge_over_all",
    "found_later",
    *(f"{kind}_{how}" for kind in KINDS for how in HOW),
)
"""One name a feature, in the order of the vector; the model file repeats them as a check."""

CONFLICTS = [at for at, name in enumerate(NAMES) if name.endswith("conflict")]
"""Where it is said that details differ."""

AMOUNTS = frozenset({"number", "money", "time"})
DECIDING = AMOUNTS | {"date", "place", "actor", "noun", "negation"}
"""Kinds of details that count; direction and extent words are too many for their absence to."""

_SCARCE = 0.4
"""Share of the claim's own words under which agreeing details prove little: a power cut and a
water cut share hour, day and ward."""

_FILLER_HASHES = np.array(sorted(syllable_hash(one) for one in fillers.FILLERS), np.uint64)
_COSINE_FLOOR = 0.8
_MOST = 2
"""Details of one kind that are counted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A message and one found entry, both read, with how they compare.

    `rank` is its place among those found, from 0; `edge` how far the message is nearer to it than
    to the nearest other one that does not differ in a detail, `edge_all` than to any (`contrasts`).
    """

    query: Reading
    entry: Reading
    comparison: Comparison
    hit: Hit
    rank: int
    edge: float
    edge_all: float


def features(pair: Pair, weigh: Weigh) -> Floats:
    """Return the features of `pair`, shape (len(NAMES),); `weigh` gives one idf a hash."""
    words = _in_message(pair.entry.core, pair.query.singles, weigh)
    rows = pair.comparison.rows
    return np.array(
        [
            max(pair.hit.dense - _COSINE_FLOOR, 0.0) / (1 - _COSINE_FLOOR),
            float(pair.query.toneless),
            max(_SCARCE - words, 0.0) / _SCARCE,
            *_of_rows(pair.comparison, forward=len(pair.query.syllables) >= LONG),
            float(bool(pair.comparison.conflicts)),
            min(sum(row.kind == "word" for row in rows), _MOST) / _MOST,
            pair.edge,
            pair.edge_all,
            min(pair.rank, 9) / 9,
            *_counts(rows),
        ]
    )


def _counts(rows: tuple[Row, ...]) -> list[float]:
    counted = Counter((row.kind, _how(row)) for row in rows)
    return [min(counted[kind, how], _MOST) / _MOST for kind in KINDS for how in HOW]


def _how(row: Row) -> str:
    if row.verdict != "absent":
        return row.verdict
    if row.query_value is None:
        return "missing"
    return "extra" if row.entry_value is None else "less exact"


def _of_rows(comparison: Comparison, *, forward: bool) -> list[float]:
    rows = [row for row in comparison.rows if row.kind in DECIDING]
    agree = sum(row.verdict == "agree" for row in rows)
    named = any(row.kind == "actor" and row.verdict == "agree" for row in rows)
    missing = sum(row.query_value is None and not (named and row.kind == "place") for row in rows)
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
