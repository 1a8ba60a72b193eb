"""Decides whether a message repeats a known claim: same, maybe, or new, always with reasons.

The guard stands above the model: with any conflict between the details, or an entry that does
not hold on that day or at that place, the answer is never "same", however sure the model is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiemtin.matching import features as feats
from kiemtin.matching.compare import compare_read
from kiemtin.matching.contrasts import edges, in_other_words, shares
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.explain import about, doubts, why_new
from kiemtin.matching.index import Index
from kiemtin.matching.model import Model, default_model
from kiemtin.matching.reading import LONG, Reading, read_entry, read_query
from kiemtin.matching.rivals import rival
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
from kiemtin.text.checkable import OPEN, suggest

CANDIDATES = 10
"""Entries that are compared: on the development queries the right one is always among them."""


TELLING = 0.25
"""Odds from which they order the found entries; below, the search knows better."""


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
        claims = [one.reading for one in looked]
        edge, had = edges(reading, claims), shares(reading, claims)
        fair = [at for at, one in enumerate(looked) if not one.comparison.conflicts]
        rows = []
        for at, one in enumerate(looked):
            over_next = min([had[at], *(edge[at, other] for other in fair if other != at)])
            over_all = min([had[at], *np.delete(edge[at], at)])
            known = (reading, one.reading, one.comparison, one.hit)
            pair = feats.Pair(*known, at, float(over_next), float(over_all))
            rows.append(feats.features(pair, self.index.weigh))
        return np.array(rows).reshape(-1, len(feats.NAMES))

    def decide(self, reading: Reading, looked: Sequence[Looked], rows: feats.Floats) -> Match:
        """Return the decision from what was found and its features, one row each.

        An entry that differs in a detail is still shown when it would be close without the
        difference, so that a person sees why it was not sent.
        """
        odds = self.model.probability(rows)
        close = self.model.probability(_without_conflict(rows))
        weight = [self._weight(one, float(p)) for one, p in zip(looked, odds, strict=True)]
        shown = [at for at in range(len(looked)) if close[at] >= self.model.maybe_at]
        first = max(shown, key=lambda at: (odds[at], -at), default=-1)
        order = sorted(range(len(looked)), key=lambda at: (at != first, -weight[at], at))
        candidates = tuple(_candidate(looked[at], float(odds[at]), reading) for at in order)
        if not shown:
            best = candidates[0].probability if candidates else 0.0
            return Match("new", None, best, why_new(candidates), candidates)
        chosen = candidates[0]
        against = self._against(chosen, reading, looked, close, first)
        reasons = (*against, *(one for one in chosen.reasons if one not in against))
        decision: Decision = "maybe" if against else "same"
        return Match(decision, chosen.id, chosen.probability, reasons, candidates)

    def _weight(self, one: Looked, odds: float) -> float:
        """Return by what the found entries are ordered; where it says nothing, they stay as found.

        Low odds tell nothing apart, nor do those of a passage: the model knows short claims.
        """
        claim = len(one.reading.syllables) < LONG
        return float(odds) if claim and odds >= TELLING else 0.0

    def _against(
        self,
        chosen: Candidate,
        reading: Reading,
        looked: Sequence[Looked],
        close: feats.Floats,
        at: int,
    ) -> tuple[Reason, ...]:
        """Return why `chosen`, which is `looked[at]`, must not be answered without a person."""
        strange = in_other_words(reading, looked[at].reading)
        against = doubts(chosen, reading, self.model.same_at, strange=strange)
        edge = edges(reading, [one.reading for one in looked])[at]
        differs = [bool(one.comparison.conflicts) for one in looked]
        other = rival(close, edge, differs, at)
        if other is not None and not against:
            claim = looked[other].entry.claim
            against = (Reason("another_candidate_close", {"entry": claim}),)
        if self.index.encoder is None:
            return (*against, Reason("words_only"))
        if not against and suggest(reading.text, reading.day).kind not in OPEN:
            against = (Reason("not_a_claim"),)
        fits = self.model.fits(self.index.encoder.name)
        return against if fits else (*against, Reason("encoder_not_fitted"))


def _candidate(one: Looked, probability: float, reading: Reading) -> Candidate:
    reasons = about(reading, one.comparison)
    return Candidate(one.hit.id, one.hit.score, probability, reasons, one.comparison)


def _without_conflict(rows: feats.Floats) -> feats.Floats:
    free = rows.copy()
    free[:, feats.CONFLICTS] = 0.0
    return free
