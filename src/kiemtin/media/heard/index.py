"""Sounds by key, found by the words they share in one order, without going through all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiemtin.media.heard.likeness import NOTHING, SoundLikeness, lay
from kiemtin.media.heard.words import SPEEDS, SoundPrint, read

CROWDED = 2_000
"""Places with the same half word above which it says nothing."""
LOOKED_AT = 5
"""Placings compared for each speed."""
_ROUGH = 4
"""Words that a shift may differ for votes to count as one."""
_ROOM = 1 << 17
"""More than twice the words of the longest sound."""


@dataclass(frozen=True)
class SoundHit:
    """A sound that is alike, by its key, with the likeness (asked sound first)."""

    key: str
    likeness: SoundLikeness


class SoundIndex:
    """Fingerprints by key. With `fetch`, which returns the stored bytes of a key, only the table is
    kept (1,200 bytes a second of sound), without it the fingerprint too (206 bytes)."""

    def __init__(self, fetch: Callable[[str], bytes] | None = None) -> None:
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._kept: dict[str, bytes] = {}
        self._keeps = fetch is None
        self._fetch = fetch or self._kept.__getitem__
        self._fresh: list[tuple[NDArray[np.uint32], NDArray[np.int64]]] = []
        self._halves = np.zeros(0, dtype=np.uint32)
        self._places = np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, key: str, one: SoundPrint) -> None:
        """Add a sound. A key is added once: raises ValueError for one that is there."""
        if key in self._numbers:
            raise ValueError("this key is already in the index")
        number = self._numbers[key] = len(self._keys)
        self._keys.append(key)
        if self._keeps:
            self._kept[key] = bytes(one)
        halves, at = _halves(one)
        self._fresh.append((halves, number * _ROOM + at))

    def remove(self, key: str) -> None:
        """Take a sound out; raises KeyError for a key that is not there."""
        number = self._numbers.pop(key)
        self._kept.pop(key, None)
        self._settle()
        stays = self._places // _ROOM != number
        self._halves, self._places = self._halves[stays], self._places[stays]

    def search(
        self, asked: Sequence[SoundPrint], speeds: Sequence[float] = SPEEDS
    ) -> list[SoundHit]:
        """Return the sounds that are alike, the most alike first; `asked` is what
        `at_speeds(samples, speeds)` returned (or one fingerprint, with one speed)."""
        self._settle()
        found: dict[int, SoundLikeness] = {}
        for one, speed in zip(asked, speeds, strict=False):
            for number, shift in self._candidates(one):
                stored = read(self._fetch(self._keys[number]))
                likeness = lay(one, stored, shift, speed)
                if likeness.alike and likeness.score > found.get(number, NOTHING).score:
                    found[number] = likeness
        ranked = sorted(found.items(), key=lambda hit: -hit[1].score)
        return [SoundHit(self._keys[number], likeness) for number, likeness in ranked]

    def _candidates(self, one: SoundPrint) -> list[tuple[int, int]]:
        """Return numbers and shifts that most half words agree on."""
        halves, at = _halves(one)
        first = np.searchsorted(self._halves, halves, "left")
        count = np.searchsorted(self._halves, halves, "right") - first
        wanted = (count > 0) & (count <= CROWDED)
        first, count, at = first[wanted], count[wanted], at[wanted]
        if not len(at):
            return []
        rows = np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())
        shifts = self._places[rows] - np.repeat(at, count) + _ROOM // 4
        rough, votes = np.unique(shifts // _ROUGH, return_counts=True)
        best = rough[np.argsort(-votes, kind="stable")[:LOOKED_AT]] * _ROUGH
        return [(int(one // _ROOM), int(one % _ROOM) - _ROOM // 4) for one in best]

    def _settle(self) -> None:
        if not self._fresh:
            return
        halves = np.concatenate([self._halves, *(half for half, _ in self._fresh)])
        places = np.concatenate([self._places, *(place for _, place in self._fresh)])
        order = np.argsort(halves, kind="stable")
        self._halves, self._places, self._fresh = halves[order], places[order], []


def _halves(one: SoundPrint) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the low and high halves of the loud words, told apart by one bit, and their places."""
    at = np.flatnonzero(one.loud).astype(np.int64)
    words = one.words[at]
    low, high = words & 0xFFFF, (words >> 16) | 0x10000
    return np.concatenate([low, high]).astype(np.uint32), np.concatenate([at, at])


def same_sound(asked: Sequence[SoundPrint], known: SoundPrint) -> SoundLikeness:
    """Return how alike two sounds are; `asked` is what `at_speeds` returned."""
    index = SoundIndex()
    index.add("known", known)
    hits = index.search(asked)
    return hits[0].likeness if hits else NOTHING
