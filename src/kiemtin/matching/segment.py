"""A run of indexed entries that never changes: removing gives a new view of the same arrays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import dense, lexical
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.terms import Hashes, bag


@dataclass(frozen=True, slots=True)
class Segment:
    """n rows: `ids`, a mask of those `alive`, their words, and their vectors if there are any."""

    ids: NDArray[np.str_]
    alive: NDArray[np.bool_]
    words: lexical.LexicalBlock
    vectors: dense.DenseBlock | None

    @property
    def size(self) -> int:
        """Return the number of rows alive."""
        return int(self.alive.sum())

    @property
    def length(self) -> int:
        """Return the number of terms in all rows alive."""
        return int(self.words.lengths[self.alive].sum())

    def drop(self, rows: Collection[int]) -> "Segment":
        """Return this segment with `rows` masked and no longer counted in any frequency."""
        gone = np.zeros(len(self.ids), np.bool_)
        gone[list(rows)] = True
        gone &= self.alive
        words = replace(self.words, frequency=lexical.without(self.words, gone))
        return replace(self, alive=self.alive & ~gone, words=words)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a query found in all segments, one item a row alive."""

    ids: NDArray[np.str_]
    lexical: NDArray[np.float64]
    dense: NDArray[np.float64]


def build(ids: Sequence[str], texts: Sequence[str], vectors: Matrix | None) -> Segment:
    """Return a segment of `ids` with the words of `texts` and `vectors` (n, dim) or None."""
    return Segment(
        np.array(ids, dtype=np.str_),
        np.ones(len(ids), np.bool_),
        lexical.build([bag(text) for text in texts]),
        None if vectors is None else dense.quantise(vectors),
    )


def merge(segments: Sequence[Segment]) -> Segment:
    """Return one segment with every row alive in `segments`; all have vectors, or none has."""
    masks = [one.alive for one in segments]
    ids = np.concatenate([one.ids[one.alive] for one in segments])
    words = lexical.merge([(one.words, one.alive) for one in segments])
    blocks = [one.vectors for one in segments if one.vectors is not None]
    vectors = dense.merge(list(zip(blocks, masks, strict=True))) if blocks else None
    return Segment(ids, np.ones(len(ids), np.bool_), words, vectors)


def weights(segments: Sequence[Segment], terms: Hashes) -> lexical.Floats:
    """Return the idf of each of `terms` over all rows alive."""
    found = np.zeros(len(terms), np.int32)
    for one in segments:
        found += lexical.frequencies(one.words, terms)
    return lexical.idf(found, sum(one.size for one in segments))


def score(segments: Sequence[Segment], terms: Hashes, vector: Matrix | None) -> Scores:
    """Score every row alive; `vector` is the query's, shape (1, dim), or None for words only.

    BM25 weighs terms by all segments together, so a row scores the same in any of them.
    """
    total = sum(one.size for one in segments)
    idf = weights(segments, terms)
    mean_length = sum(one.length for one in segments) / max(total, 1)
    query = None if vector is None else dense.quantise(vector)
    parts = [_score_one(one, terms, idf, mean_length, query) for one in segments]
    if not parts:
        return Scores(np.zeros(0, np.str_), np.zeros(0), np.zeros(0))
    ids, words, cosines = zip(*parts, strict=True)
    return Scores(np.concatenate(ids), np.concatenate(words), np.concatenate(cosines))


def _score_one(
    one: Segment,
    terms: Hashes,
    idf: lexical.Floats,
    mean_length: float,
    query: dense.DenseBlock | None,
) -> tuple[NDArray[np.str_], lexical.Floats, lexical.Floats]:
    words = lexical.score(one.words, terms, idf, mean_length)
    if query is None or one.vectors is None:
        cosines = np.zeros(len(one.ids))
    else:
        cosines = dense.score(one.vectors, query)
    return one.ids[one.alive], words[one.alive], cosines[one.alive]
