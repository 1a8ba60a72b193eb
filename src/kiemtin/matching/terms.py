"""Texts as bags of hashed terms: folded syllables and pairs of neighbouring syllables.

Folding makes messages typed without tone marks find claims typed with them. Hashes stand for
the strings, so that the index needs no dictionary in memory and maps from disk as it is.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from kiemtin.text.fold import syllables

Hashes = NDArray[np.uint64]

MAX_SYLLABLES = 400
"""Syllables of a text that are read; a longer text is a letter, not a rumour."""

_PAIR_LEFT = np.uint64(0x9E3779B97F4A7C15)
_PAIR_SALT = np.uint64(0xD1B54A32D192ED03)


@dataclass(frozen=True, slots=True)
class Bag:
    """Distinct terms of one text, ascending by hash, with how often each occurs."""

    hashes: Hashes
    counts: NDArray[np.uint8]

    @property
    def length(self) -> int:
        """Return the number of terms, repetitions included (each capped at 255)."""
        return int(self.counts.sum(dtype=np.int64))


@lru_cache(maxsize=65_536)
def syllable_hash(syllable: str) -> int:
    """Return 64 bits that stand for one folded syllable, the same on every machine."""
    return int.from_bytes(blake2b(syllable.encode(), digest_size=8).digest(), "little")


def syllable_hashes(folded: list[str]) -> Hashes:
    """Return one hash a syllable, in order."""
    return np.array([syllable_hash(syllable) for syllable in folded], dtype=np.uint64)


def pair_hashes(singles: Hashes) -> Hashes:
    """Return one hash for each two neighbouring syllables, in order; one fewer than given."""
    with np.errstate(over="ignore"):
        return (singles[:-1] * _PAIR_LEFT) ^ (singles[1:] + _PAIR_SALT)


def bag(text: str) -> Bag:
    """Return the terms of `text`: its first 400 folded syllables and their neighbouring pairs."""
    return bag_of(syllable_hashes(syllables(text)[:MAX_SYLLABLES]))


def bag_of(singles: Hashes) -> Bag:
    """Return the terms of a text whose syllables, in order, have the hashes `singles`."""
    every = np.concatenate((singles, pair_hashes(singles))) if len(singles) else singles
    hashes, counts = np.unique(every, return_counts=True)
    return Bag(hashes, np.minimum(counts, 255).astype(np.uint8))
