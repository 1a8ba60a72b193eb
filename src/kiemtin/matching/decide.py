"""Decides whether a message repeats a known claim: same, maybe, or new, always with reasons.

The guard stands above the model: with any conflict between the details, or an entry that does
not hold on that day or at that place, the answer is never "same", however sure the model is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiemtin.matching import features as feats
from kiemtin.matching.compare import compare_read
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.explain import about, doubts, why_new
from kiemtin.matching.index import Index
from kiemtin.matching.model import Model, default_model
from kiemtin.matching.reading import Reading, read_entry, read_query
from kiemtin.matching.types import (
    Candidate,
    Comparison,
    Decision,
    Entry,
    Hit,
    Match,
    Query,
    Reason,
)

CANDIDATES = 10
"""Entries that are compared: on the development queries the right one is always among them."""

RIVAL = 0.5
"""A second candidate at half the probability of the first or more leaves the choice open."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One found entry, read and compared with the message, before the model has spoken."""

    hit: Hit
    entry: Entry
    reading: Reading
    comparison: Comparison


class Matcher:
    """Answers messages from an index. Safe to share by threads."""

    def __init__(self, index: Index, model: Model | None = None) -> None:
        self.index = index
        self.model = model or default_model()

    def match(self, query: Query, *, vector: Matrix | None = None) -> Match:
        """Return the decision about `query`; `vector` (1, dim) is its encoding if known."""
        reading = read_query(query)
        looked = self.look(query, reading, vector)
        rows = self.features(reading, looked)
        return self.decide(reading, looked, rows)

    def look(self, query: Query, reading: Reading, vector: Matrix | None = None) -> list[Looked]:
        """Return the nearest entries, each read and compared with the message."""
        looked = []
        for hit in self.index.search(query, CANDIDATES, vector=vector):
            entry = self.index.entry(hit.id)
            if entry is not None:
                claim = read_entry(entry, query.date)
                comparison = compare_read(query, reading, entry, claim)
                looked.append(Looked(hit, entry, claim, comparison))
        return looked

    def features(self, reading: Reading, looked: Sequence[Looked]) -> feats.Floats:
        """Return one row of features for each of `looked`, shape (n, len(feats.NAMES))."""
        weigh = self.index.weigh
        shared = [feats.shared_words(reading, one.reading, weigh) for one in looked]
        free = [
            0.0 if one.comparison.conflicts else value
            for one, value in zip(looked, shared, strict=True)
        ]
        rows = []
        for at, one in enumerate(looked):
            beside = max(free[:at] + free[at + 1 :], default=0.0)
            pair = feats.Pair(reading, one.reading, one.comparison, one.hit, shared[at], beside)
            rows.append(feats.features(pair, weigh))
        return np.array(rows).reshape(-1, len(feats.NAMES))

    def decide(self, reading: Reading, looked: Sequence[Looked], rows: feats.Floats) -> Match:
        """Return the decision from what was found and its features, one row each.

        An entry that differs in a detail is still shown when it would be close without the
        difference, so that a person sees why it was not sent.
        """
        odds = self.model.probability(rows)
        close = self.model.probability(_without_conflict(rows))
        order = sorted(
            range(len(looked)), key=lambda at: (-odds[at], -close[at], looked[at].hit.id)
        )
        candidates = tuple(_candidate(looked[at], float(odds[at]), reading) for at in order)
        shown = [place for place, at in enumerate(order) if close[at] >= self.model.maybe_at]
        if not shown:
            best = candidates[0].probability if candidates else 0.0
            return Match("new", None, best, why_new(candidates), candidates)
        return self._answer(reading, candidates, shown[0], [float(close[at]) for at in order])

    def _answer(
        self, reading: Reading, candidates: tuple[Candidate, ...], at: int, close: Sequence[float]
    ) -> Match:
        chosen = candidates[at]
        against = doubts(chosen, reading, self.model.same_at)
        rival = self._rival(candidates, at, close)
        if rival and not against:
            against = (Reason("another_candidate_close", {"entry": rival}),)
        if self.index.encoder is None:
            against = (*against, Reason("words_only"))
        elif not self.model.fits(self.index.encoder.name):
            against = (*against, Reason("encoder_not_fitted"))
        reasons = (*against, *(one for one in chosen.reasons if one not in against))
        decision: Decision = "maybe" if against else "same"
        return Match(decision, chosen.id, chosen.probability, reasons, candidates)

    def _rival(
        self, candidates: tuple[Candidate, ...], at: int, close: Sequence[float]
    ) -> str | None:
        """Return the claim of another entry that may be meant as well, if there is one.

        One that differs in a detail rivals when it would be closer without the difference: then
        the message is about that claim, changed, rather than about the chosen one.
        """
        for place, other in enumerate(candidates):
            bar = close[at] if other.comparison.conflicts else close[at] * RIVAL
            if place != at and close[place] >= bar:
                entry = self.index.entry(other.id)
                return entry.claim if entry else other.id
        return None


def _candidate(one: Looked, probability: float, reading: Reading) -> Candidate:
    reasons = about(reading, one.comparison)
    return Candidate(one.hit.id, one.hit.score, probability, reasons, one.comparison)


def _without_conflict(rows: feats.Floats) -> feats.Floats:
    free = rows.copy()
    free[:, feats.CONFLICT] = 0.0
    return free
