"""A run of indexed entries that never changes: removing gives a new view of the same arrays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import dense, lexical
from kiemtin.matching.fusion import foremost
from kiemtin.matching.terms import Hashes, bag

_T = TypeVar("_T", bound=np.generic)
_N = TypeVar("_N", np.uint16, np.float64)
WITHIN = 1_000
"""Rows compared exactly for each of the two ways to be near: of the ten nearest by exact cosine,
more than 99 % are among a thousand by their bits."""


@dataclass(frozen=True)
class Segment:
    """n rows: `ids`, a mask of those `alive`, their words, and their vectors if there are any.

    `part`: the name under which a folder keeps these rows, None while none does.
    """

    ids: NDArray[np.str_]
    alive: NDArray[np.bool_]
    words: lexical.LexicalBlock
    vectors: dense.DenseBlock | None
    part: str | None = None

    @cached_property
    def size(self) -> int:
        """Return the number of rows alive."""
        return int(self.alive.sum())

    @cached_property
    def length(self) -> int:
        """Return the number of terms in all rows alive."""
        return int(self.living(self.words.lengths).sum())

    def living(self, values: NDArray[_T]) -> NDArray[_T]:
        """Return those of `values`, one a row, whose rows are alive."""
        return values if self.size == len(self.ids) else values[self.alive]

    def masked(self, values: NDArray[_N]) -> NDArray[_N]:
        """Return `values`, one a row, with 0 where the row is not alive."""
        return values if self.size == len(self.ids) else values * self.alive

    def drop(self, rows: Collection[int]) -> "Segment":
        """Return this segment with `rows` masked and no longer counted in any frequency."""
        gone = np.zeros(len(self.ids), np.bool_)
        gone[list(rows)] = True
        gone &= self.alive
        words = replace(self.words, frequency=lexical.without(self.words, gone))
        return replace(self, alive=self.alive & ~gone, words=words)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a query found in all segments, one item a row that comes into question."""

    ids: NDArray[np.str_]
    lexical: NDArray[np.float64]
    dense: NDArray[np.float64]


def build(ids: Sequence[str], texts: Sequence[str], vectors: dense.DenseBlock | None) -> Segment:
    """Return a segment of `ids` with the words of `texts` and their `vectors`, if there are any."""
    return Segment(
        np.array(ids, dtype=np.str_),
        np.ones(len(ids), np.bool_),
        lexical.build([bag(text) for text in texts]),
        vectors,
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


def score(
    segments: Sequence[Segment], terms: Hashes, query: dense.DenseBlock | None, within: int = WITHIN
) -> Scores:
    """Score the rows alive that come into question; `query` holds the message's one vector.

    BM25 weighs terms by all segments together, so a row scores the same in any of them. With
    vectors, the `within` rows that look nearest and the `within` best by words are compared
    exactly, and all others left out; up to `within` rows in all, none is.
    """
    total = sum(one.size for one in segments)
    idf = weights(segments, terms)
    mean_length = sum(one.length for one in segments) / max(total, 1)
    words = [lexical.score(one.words, terms, idf, mean_length) for one in segments]
    if query is None:
        kept = [np.flatnonzero(one.alive) for one in segments]
    else:
        kept = _in_question(segments, words, query, min(total, within))
    return Scores(
        _joined([one.ids[at] for one, at in zip(segments, kept, strict=True)], np.str_),
        _joined([one[at] for one, at in zip(words, kept, strict=True)], np.float64),
        _joined(
            [_cosines(one, query, at) for one, at in zip(segments, kept, strict=True)], np.float64
        ),
    )


def _in_question(
    segments: Sequence[Segment],
    words: Sequence[lexical.Floats],
    query: dense.DenseBlock,
    within: int,
) -> list[dense.Ints]:
    """Return for each segment the positions of the rows alive to compare exactly.

    Whoever equals the last one is kept too, so the choice depends on no order.
    """
    if within >= sum(one.size for one in segments):
        return [np.flatnonzero(one.alive) for one in segments]
    near = foremost([_looks(one, query) for one in segments], within)
    told = foremost([one.masked(by) for one, by in zip(segments, words, strict=True)], within)
    return [_either(*both) for both in zip(near, told, strict=True)]


def _either(left: dense.Ints, right: dense.Ints) -> dense.Ints:
    """Return the positions of either, ascending; faster than np.union1d, which hashes."""
    both = np.sort(np.concatenate((left, right)))
    return both[np.diff(both, prepend=-1) > 0]


def _looks(one: Segment, query: dense.DenseBlock) -> NDArray[np.uint16]:
    if one.vectors is None:
        return one.masked(np.ones(len(one.ids), np.uint16))
    return one.masked(dense.looks(one.vectors, query) + np.uint16(1))


def _cosines(one: Segment, query: dense.DenseBlock | None, at: dense.Ints) -> lexical.Floats:
    if query is None or one.vectors is None:
        return np.zeros(len(at))
    if len(at) == len(one.ids):
        return dense.score(one.vectors, query)
    return dense.score_some(one.vectors, query, at)


def _joined(parts: Sequence[NDArray[_T]], dtype: type[_T]) -> NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype)
