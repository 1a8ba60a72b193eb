"""Finds the passages of kept articles that may speak of a claim: by words, meaning, day and place.

Derived from the articles and rebuilt from them at any time. A passage is found by its words as soon
as it is put; its vector, which takes a hundred times longer, follows when there is time (`encode`).
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from kiemtin.matching import store
from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.index import Index
from kiemtin.matching.passages.around import in_place, in_time
from kiemtin.matching.passages.near import grouped
from kiemtin.matching.passages.ranking import Candidate, Ranking, default_ranking, features
from kiemtin.matching.passages.types import Found, Key, Passage, entry, key_of, passage_of
from kiemtin.matching.types import Entry, Hit

DEEP = 60
"""Passages that words find, and as many that meaning finds, from which the nearest are chosen."""
COMPARED = 20
"""Passages laid beside the claim: with 30 the right one is as often among the first ten."""
BATCH = 32
UNREAD = 0.5
"""What the best words of a passage without vector count beside words and meaning together."""
_WORDS, _MEANING = "words", "meaning"


class PassageIndex:
    """Passages by key. Without an encoder, or before `encode`, it searches by words.

    Several may read while one writes; each search sees the passages of one moment.
    """

    def __init__(self, encoder: Encoder | None = None, ranking: Ranking | None = None) -> None:
        self._words, self._meaning = Index(), Index(encoder)
        self._ranking = ranking

    @property
    def sequence(self) -> int:
        """Return the caller's number of the last change it holds."""
        return self._words.sequence

    @property
    def encoder(self) -> Encoder | None:
        """Return the encoder whose vectors it holds, None when it searches by words only."""
        return self._meaning.encoder

    def __len__(self) -> int:
        return len(self._words)

    def all_keys(self) -> list[Key]:
        """Return the keys of all passages, in the order they were put."""
        return [key_of(one) for one in self._words.entries()]

    def passage(self, key: Key) -> Passage | None:
        """Return the passage with this key, None when it is not there."""
        kept = self._words.entry(key.written)
        return None if kept is None else passage_of(kept)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Key) and key.written in self._words

    def put(self, passages: Iterable[Passage], *, sequence: int | None = None) -> None:
        """Add passages, or replace those with the same keys; raises BadEntry for an empty one."""
        entries = [entry(one) for one in passages]
        self._meaning.remove([one.id for one in entries])
        self._words.put(entries, sequence=sequence)

    def remove(self, keys: Iterable[Key], *, sequence: int | None = None) -> None:
        """Take passages out; keys that are not there are passed over."""
        gone = [key.written for key in keys]
        self._meaning.remove(gone)
        self._words.remove(gone, sequence=sequence)

    def remove_articles(self, articles: Collection[str], *, sequence: int | None = None) -> None:
        """Take out every passage, of any version, of these articles."""
        wanted = set(articles)
        self.remove([key for key in self.all_keys() if key.article in wanted], sequence=sequence)

    def waiting(self) -> list[Key]:
        """Return the keys of passages that have no vector yet, in the order they were put."""
        if self._meaning.encoder is None:
            return []
        return [key_of(one) for one in self._words.entries() if one not in self._meaning]

    def put_vectors(self, passages: Sequence[Passage], vectors: Matrix) -> None:
        """Add what was encoded elsewhere: (number of passages, dim), L2-normalised, of their texts.

        Of passages that are not there, or here without an encoder, nothing is taken. Raises
        BadEntry when the vectors do not fit.
        """
        if self._meaning.encoder is None:
            return
        rows = [at for at, one in enumerate(passages) if one.key in self]
        entries = [Entry(passages[at].key.written, passages[at].text) for at in rows]
        self._meaning.put(entries, vectors[rows])

    def encode(self, most: int) -> int:
        """Make the vectors of up to `most` waiting passages; returns how many still wait.

        About 30 ms each on one core, so it belongs into a worker that has time.
        """
        waiting = self.waiting()
        for start in range(0, min(most, len(waiting)), BATCH):
            keys = waiting[start : min(start + BATCH, most)]
            held = [self._words.entry(key.written) for key in keys]
            texts = [passage_of(one) for one in held if one is not None]
            self._meaning.put([Entry(one.key.written, one.text) for one in texts])
        return max(0, len(waiting) - most)

    def search(
        self,
        claim: str,
        *,
        when: dt.date | None = None,
        place: str | None = None,
        count: int = 10,
        vector: Matrix | None = None,
    ) -> tuple[Found, ...]:
        """Return the passages nearest to `claim`, best first, the newer one where they are equal.

        `when`: the day of the claim; `place`: the code of its commune or province. Both bring
        passages forward and leave none out. Passages in nearly the same words come as one.
        `vector` (1, dim): the claim encoded as a query, where that is known.
        """
        found = self._ranked(self._candidates(claim, vector), claim, when, place)
        return tuple(islice(_together(found), max(count, 0)))

    def search_apart(self, claim: str, count: int = 10) -> tuple[Found, ...]:
        """Return the same of no day and place, with passages in the same words each for itself."""
        return tuple(self._ranked(self._candidates(claim), claim)[: max(count, 0)])

    def _ranked(
        self,
        held: Sequence[tuple[Entry, Candidate]],
        claim: str,
        when: dt.date | None = None,
        place: str | None = None,
    ) -> list[Found]:
        kept = [passage_of(one) for one, _ in held]
        ranking = self._ranking or default_ranking()
        sides = [seen for _, seen in held]
        nearness = ranking.scores(features(claim, sides, self._words.weigh, ranking.expected))
        scores = [
            float(score)
            + in_time(when, one.date)
            + in_place(place, one.place, f"{one.title}\n{one.text}")
            for score, one in zip(nearness, kept, strict=True)
        ]
        order = sorted(range(len(kept)), key=lambda at: _order(scores[at], kept[at]))
        return [Found(kept[at].key, scores[at], kept[at], sides[at].cosine) for at in order]

    def many(self, text: str, count: int, *, vector: Matrix | None = None) -> list[Hit]:
        """Return up to `count` passages by words and meaning, best first, to choose among.

        Nothing is laid side by side, so that hundreds cost little more than ten. The id of a hit is
        the key as it is `written`.
        """
        told = self._words.search(text, count)
        meant = self._meaning.search(text, count, vector=vector) if len(self._meaning) else []
        hits = {one.id: replace(one, score=UNREAD * one.score) for one in told}
        hits |= {one.id: one for one in meant}
        return sorted(hits.values(), key=lambda one: (-one.score, one.id))[: max(count, 0)]

    def save(self, folder: Path) -> None:
        """Write to `folder` what is not there yet, and nothing of what was removed; raises OSError.

        A folder that was left half written, or that two write at once, is refused or taken again
        from the `sequence` it tells.
        """
        self._meaning.drop_removed()
        self._words.drop_removed()
        self._meaning.save(folder / _MEANING)
        self._words.save(folder / _WORDS)

    @classmethod
    def load(cls, folder: Path, encoder: Encoder | None = None) -> "PassageIndex":
        """Map the index in `folder` into memory; raises IndexUnusable when it must be rebuilt."""
        index = cls(encoder)
        index._words = Index.load(folder / _WORDS)
        index._meaning = Index.load(folder / _MEANING, encoder)
        return index

    @staticmethod
    def sequence_in(folder: Path) -> int:
        """Return the `sequence` that was saved in `folder`; raises IndexUnusable without one."""
        return store.sequence_in(folder / _WORDS)

    def refresh(self, folder: Path) -> bool:
        """Take in what another process saved since; tells whether there was anything."""
        changed = [self._meaning.refresh(folder / _MEANING), self._words.refresh(folder / _WORDS)]
        return any(changed)

    def _candidates(
        self, claim: str, vector: Matrix | None = None
    ) -> list[tuple[Entry, Candidate]]:
        """Return the entries to lay beside the claim, each with how near the search found it."""
        told = self._words.search(claim, DEEP)
        meant = self._meaning.search(claim, DEEP, vector=vector) if len(self._meaning) else []
        best = max((hit.lexical for hit in told), default=0.0) or 1.0
        cosines = {hit.id: hit.dense for hit in meant}
        words = _shares(told, meant, best)
        seen = []
        for one, share in words.items():
            kept = self._words.entry(one)
            if kept is not None:
                seen.append((kept, Candidate(kept.claim, share, self._cosine(one, cosines))))
        return seen

    def _cosine(self, one: str, cosines: dict[str, float]) -> float | None:
        """Return the cosine; one that is encoded and was not found is as far as the last found."""
        if one in cosines:
            return cosines[one]
        return min(cosines.values(), default=None) if one in self._meaning else None


def _shares(told: Sequence[Hit], meant: Sequence[Hit], best: float) -> dict[str, float]:
    """Return for the nearest by words and by meaning the share of the best one's words."""
    half = COMPARED // 2
    # What only meaning found has fewer words than any that words found; there they were weighed
    # among the encoded passages alone.
    floor = min((hit.lexical for hit in told), default=0.0) / best
    among = {hit.id: min(hit.lexical / best, floor) for hit in meant}
    chosen = [hit.id for hit in (*meant[:half], *told[:half], *meant[half:], *told[half:])]
    among |= {hit.id: hit.lexical / best for hit in told}
    first = list(dict.fromkeys(chosen))[:COMPARED]
    return {one: among[one] for one in first}


def _order(score: float, passage: Passage) -> tuple[float, int, str]:
    newest = -passage.date.toordinal() if passage.date else 0
    return -round(score, 6), newest, passage.key.written


def _together(found: Sequence[Found]) -> Iterable[Found]:
    for first, others in grouped([one.passage.text for one in found]):
        one = found[first]
        same = tuple(found[at].key for at in others)
        yield Found(one.key, one.score, one.passage, one.cosine, same)
