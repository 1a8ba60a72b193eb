"""BM25 over hashed terms, in immutable blocks of arrays that can be memory-mapped.

A block is never changed: what is removed is masked, and the document frequencies that
masked rows no longer count for are kept beside it. Scores do not depend on how rows are
spread over blocks.

Formula: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
(2009), with the never negative idf of Lucene.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching.terms import Bag, Hashes

K1 = 1.2
B = 0.75
"""The usual values; `make bench-matching` shows what the ranking gives on five sets."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True)
class LexicalBlock:
    """Postings of n rows. Terms ascend; `starts` has one more item than `terms`.

    `rows`/`counts`: postings, grouped by term, rows ascending. `lengths`: terms of each row.
    `frequency`: rows that are alive and hold the term.
    """

    terms: Hashes
    starts: NDArray[np.int64]
    rows: Ints
    counts: NDArray[np.uint8]
    lengths: Ints
    frequency: Ints

    def __len__(self) -> int:
        """Return the number of rows, masked ones included."""
        return len(self.lengths)

    @cached_property
    def repeated(self) -> NDArray[np.int64]:
        """Return the places of the postings whose count is above one: about one in a hundred."""
        return np.flatnonzero(self.counts > 1)

    def once(self, mean_length: float) -> Floats:
        """Return what a term of weight 1 that occurs once gains each row; kept for the next query.

        Two threads may make it at once: both make the same.
        """
        known: tuple[float, Floats] | None = self.__dict__.get("_once")
        if known is None or known[0] != mean_length:
            known = (mean_length, (K1 + 1) / (1 + _norm(self.lengths, mean_length)))
            self.__dict__["_once"] = known
        return known[1]


def build(bags: Sequence[Bag]) -> LexicalBlock:
    """Return a block with one row a bag, in the order given."""
    sizes = [len(one.hashes) for one in bags]
    rows = np.repeat(np.arange(len(bags), dtype=np.int32), sizes)
    hashes = _joined([one.hashes for one in bags], np.uint64)
    counts = _joined([one.counts for one in bags], np.uint8)
    lengths = np.array([one.length for one in bags], dtype=np.int32)
    return _from_postings(hashes, rows, counts, lengths)


def merge(parts: Sequence[tuple[LexicalBlock, NDArray[np.bool_]]]) -> LexicalBlock:
    """Return one block with the rows of all parts for which the mask beside them is true."""
    hashes, rows, counts, lengths, base = [], [], [], [], 0
    for block, alive in parts:
        kept = alive[block.rows]
        fresh = np.cumsum(alive, dtype=np.int32) - 1 + np.int32(base)
        hashes.append(np.repeat(block.terms, np.diff(block.starts))[kept])
        rows.append(fresh[block.rows[kept]])
        counts.append(block.counts[kept])
        lengths.append(block.lengths[alive])
        base += int(alive.sum())
    return _from_postings(
        _joined(hashes, np.uint64),
        _joined(rows, np.int32),
        _joined(counts, np.uint8),
        _joined(lengths, np.int32),
    )


def without(block: LexicalBlock, gone: NDArray[np.bool_]) -> Ints:
    """Return the document frequencies of `block` once the rows of the mask `gone` are masked."""
    lost = gone[block.rows]
    term_of = np.repeat(np.arange(len(block.terms)), np.diff(block.starts))[lost]
    loss = np.bincount(term_of, minlength=len(block.terms)).astype(np.int32)
    return block.frequency - loss


def frequencies(block: LexicalBlock, terms: Hashes) -> Ints:
    """Return in how many living rows of `block` each of `terms` occurs."""
    at, found = _positions(block, terms)
    result = np.zeros(len(terms), np.int32)
    result[found] = block.frequency[at[found]]
    return result


def idf(frequency: Ints, total: int) -> Floats:
    """Return ln(1 + (N - n + 0.5) / (n + 0.5)) for each term in n of N rows."""
    held = frequency.astype(np.float64)
    return np.log1p((total - held + 0.5) / (held + 0.5))


def score(block: LexicalBlock, terms: Hashes, weights: Floats, mean_length: float) -> Floats:
    """Return the BM25 score of each row; `weights` is one idf a term, `mean_length` in terms.

    A term mostly occurs once in a row, and then its gain is its weight times what depends on the
    row alone: so weights are added up first, and only what repeats is put right for itself.
    """
    at, found = _positions(block, terms)
    starts, ends, weights = block.starts[at[found]], block.starts[at[found] + 1], weights[found]
    sums = np.zeros(len(block))
    for start, end, weight in zip(starts.tolist(), ends.tolist(), weights.tolist(), strict=True):
        sums[block.rows[start:end]] += weight  # a term names a row once
    once = block.once(mean_length)
    sums *= once
    first, last = np.searchsorted(block.repeated, (starts, ends))
    again = block.repeated[_ranges(first, last - first)]
    rows, counts = block.rows[again], block.counts[again].astype(np.float64)
    gains = counts * (K1 + 1) / (counts + _norm(block.lengths[rows], mean_length)) - once[rows]
    np.add.at(sums, rows, np.repeat(weights, last - first) * gains)
    return sums


def _norm(lengths: Ints, mean_length: float) -> Floats:
    return K1 * (1 - B + B * lengths.astype(np.float64) / max(mean_length, 1.0))


def _from_postings(
    hashes: Hashes, rows: Ints, counts: NDArray[np.uint8], lengths: Ints
) -> LexicalBlock:
    order = np.argsort(hashes, kind="stable")
    terms, starts = np.unique(hashes[order], return_index=True)
    ends = np.append(starts, len(hashes)).astype(np.int64)
    frequency = np.diff(ends).astype(np.int32)
    return LexicalBlock(terms, ends, rows[order], counts[order], lengths, frequency)


def _positions(block: LexicalBlock, terms: Hashes) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    if not len(block.terms):
        return np.zeros(len(terms), np.int64), np.zeros(len(terms), np.bool_)
    at = np.minimum(np.searchsorted(block.terms, terms), len(block.terms) - 1)
    return at, block.terms[at] == terms


def _ranges(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the concatenation of range(start, start + size) for every pair."""
    shift = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    return np.arange(len(shift)) + shift


def _joined(parts: Sequence[NDArray[_T]], dtype: type[_T]) -> NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype)
