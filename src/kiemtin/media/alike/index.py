"""Fingerprints by key, searched without going through all of them.

Candidates come by two ways: PDQ and pHash against all by Hamming distance, and points that share
bits with those of the picture asked about (several tables of some of their bits each, as in
locality-sensitive hashing: Indyk and Motwani 1998). What `compare` then calls alike is returned.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.alike.fingerprint import Fingerprint, mirrored, read
from kiemtin.media.alike.likeness import Likeness, one_way
from kiemtin.media.alike.place import packed
from kiemtin.media.alike.points import BUDGET, CELLS, WAYS, Points

TABLES, KEY_BITS = 5, 24
KEPT = 0.65
"""Share of the points of each size that stands in the tables; all of those asked about look."""
CROWDED = 64
"""Points of one table with the same key above which that key says nothing."""
PDQ_NEAR, PHASH_NEAR = 48, 8
LOOKED_AT = 4
"""Candidates compared of those that come by points, and as many of those by hashes."""


@dataclass(frozen=True)
class Hit:
    """A picture that is alike, by its key, with the likeness (asked picture first)."""

    key: str
    likeness: Likeness


class Index:
    """Fingerprints by key. With `fetch`, which returns the stored bytes of a key, the index keeps
    about 4,400 bytes a picture, without it the whole fingerprint too."""

    def __init__(self, fetch: Callable[[str], bytes] | None = None) -> None:
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._kept: dict[str, bytes] = {}
        self._gone: set[int] = set()
        self._fetch = fetch or self._kept.__getitem__
        self._keeps = fetch is None
        self._hashes = _Rows(5)
        self._tables = [_Table() for _ in range(TABLES)]

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, key: str, one: Fingerprint) -> None:
        """Add a picture. A key is added once: raises ValueError for one that is there."""
        if key in self._numbers:
            raise ValueError("this key is already in the index")
        if self._keeps:
            self._kept[key] = bytes(one)
        number = self._numbers[key] = len(self._keys)
        self._keys.append(key)
        self._hashes.add(_hash_words(one))
        for table, keys in zip(self._tables, _table_keys(_kept(one.points)), strict=True):
            table.add(keys, number)

    def remove(self, key: str) -> None:
        """Take a picture out; what is left of it until the index is made anew are some bits in the
        tables. Raises KeyError for a key that is not there."""
        self._gone.add(self._numbers.pop(key))
        self._kept.pop(key, None)

    def search(self, one: Fingerprint) -> list[Hit]:
        """Return the pictures that are alike, the most alike first."""
        hits: dict[int, Likeness] = {}
        for side, turned in ((one, False), (mirrored(one), True)):
            for number in self._candidates(side):
                stored = read(self._fetch(self._keys[number]))
                likeness = one_way(side, stored, turned=turned)
                if likeness.alike and number not in hits:
                    hits[number] = likeness
        ranked = sorted(hits.items(), key=lambda hit: -hit[1].score)
        return [Hit(self._keys[number], likeness) for number, likeness in ranked]

    def _candidates(self, one: Fingerprint) -> list[int]:
        if not self._keys:
            return []
        found = dict.fromkeys([*self._by_points(one.points), *self._by_hashes(one)])
        return [number for number in found if number not in self._gone]

    def _by_hashes(self, one: Fingerprint) -> Iterable[int]:
        apart = np.bitwise_count(self._hashes.all() ^ _hash_words(one))
        whole = apart[:, :4].sum(axis=1)
        whole[list(self._gone)] = 256
        near = np.flatnonzero((whole <= PDQ_NEAR) | (apart[:, 4] <= PHASH_NEAR))
        return [int(at) for at in near[np.argsort(whole[near], kind="stable")][:LOOKED_AT]]

    def _by_points(self, points: Points) -> Iterable[int]:
        votes = np.zeros(len(self._keys))
        for table, keys in zip(self._tables, _table_keys(points), strict=True):
            table.vote(keys, votes)
        votes[list(self._gone)] = 0
        few = min(LOOKED_AT, len(votes))
        best = np.argpartition(-votes, few - 1)[:few]
        best = best[np.argsort(-votes[best], kind="stable")]
        return [int(at) for at in best if votes[at] > 0]


def _hash_words(one: Fingerprint) -> NDArray[np.uint64]:
    words = [packed(one.pdq.reshape(1, -1))[0], packed(one.phash.reshape(1, -1))[0]]
    return np.concatenate(words)


class _Rows:
    """Rows of 64-bit words in one array that grows."""

    def __init__(self, width: int) -> None:
        self._rows = np.zeros((64, width), dtype=np.uint64)
        self._count = 0

    def add(self, row: NDArray[np.uint64]) -> None:
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[self._count] = row
        self._count += 1

    def all(self) -> NDArray[np.uint64]:
        return self._rows[: self._count]


class _Table:
    """Numbers of pictures by the keys of their points, in sorted runs that are merged as they
    grow, so that adding stays cheap and each search looks at few runs."""

    def __init__(self) -> None:
        self._fresh: list[NDArray[np.uint64]] = []
        self._runs: list[NDArray[np.uint64]] = []

    def add(self, keys: NDArray[np.uint64], number: int) -> None:
        self._fresh.append(keys << np.uint64(32) | np.uint64(number))

    def vote(self, keys: NDArray[np.uint64], votes: NDArray[np.float64]) -> None:
        """Add to each picture's votes those of its points that share one of the keys."""
        self._settle()
        asked = np.unique(keys) << np.uint64(32)
        for run in self._runs:
            first = np.searchsorted(run, asked)
            count = np.searchsorted(run, asked + np.uint64(1 << 32)) - first
            wanted = (count > 0) & (count <= CROWDED)
            first, count = first[wanted], count[wanted]
            at = np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())
            numbers = (run[at] & np.uint64(0xFFFFFFFF)).astype(np.intp)
            votes += np.bincount(numbers, np.repeat(1 / (1 + np.sqrt(count)), count), len(votes))

    def _settle(self) -> None:
        if not self._fresh:
            return
        run = np.sort(np.concatenate(self._fresh))
        self._fresh = []
        while self._runs and len(self._runs[-1]) <= 2 * len(run):
            run = np.sort(np.concatenate([self._runs.pop(), run]), kind="stable")
        self._runs.append(run)


def _kept(points: Points) -> Points:
    """Return the strongest points of each size."""
    starts = np.searchsorted(points.sizes, points.sizes)
    budget = np.asarray(BUDGET)[np.minimum(points.sizes, len(BUDGET) - 1)]
    chosen = np.arange(len(points)) - starts < KEPT * budget
    return Points(points.places[chosen], points.sizes[chosen], points.bits[chosen])


def _table_keys(points: Points) -> list[NDArray[np.uint64]]:
    """Return each table's keys of the points: KEY_BITS of their steadiest bits."""
    weight = np.uint64(1) << np.arange(KEY_BITS, dtype=np.uint64)
    return [points.bits[:, chosen].astype(np.uint64) @ weight for chosen in _CHOSEN]


def _chosen() -> list[NDArray[np.intp]]:
    """Return for each table the places of its bits, of the lowest frequencies of each direction."""
    low = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0)]
    steady = np.array(
        [(way * CELLS + y) * CELLS + x for way in range(WAYS) for y, x in low], dtype=np.intp
    )
    pick = np.random.default_rng(20)
    return [np.sort(pick.choice(steady, KEY_BITS, replace=False)) for _ in range(TABLES)]


_CHOSEN = _chosen()
