"""Other ways to group near copies, for comparison: MinHash of folded pairs of syllables.

Each message joins the first of those that share a band with it and are alike by half, as both
libraries' guides do; likeness may chain.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np

from kiemtin.text.fold import syllables

PERMUTATIONS, BANDS, ALIKE, SEED = 64, 16, 0.5, 42


def shingles(text: str) -> list[str]:
    """Return the pairs of neighbouring folded syllables, or the syllable of a single one."""
    words = syllables(text)
    return [f"{left} {right}" for left, right in pairwise(words)] or words


def rensa(texts: list[str]) -> list[int]:
    """Group with rensa's R-MinHash."""
    from rensa import RMinHash

    def digest(text: str) -> list[int]:
        one = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        one.update(shingles(text))
        return list(one.digest())

    return linked(np.array([digest(text) for text in texts], np.uint64))


def datasketch(texts: list[str]) -> list[int]:
    """Group with datasketch's MinHash and its LSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(params=(BANDS, PERMUTATIONS // BANDS), num_perm=PERMUTATIONS)

    def pairs() -> Iterator[tuple[int, int]]:
        known = []
        for at, text in enumerate(texts):
            one = MinHash(num_perm=PERMUTATIONS, seed=SEED)
            one.update_batch([word.encode() for word in shingles(text)])
            found = sorted(index.query(one))
            known.append(one)
            yield from ((at, other) for other in found[:1] if known[other].jaccard(one) >= ALIKE)
            index.insert(at, one)

    return united(len(texts), pairs())


def linked(digests: np.ndarray) -> list[int]:
    """Join each message with the first of each of its bands when half of the digests agree."""

    def pairs() -> Iterator[tuple[int, int]]:
        rows = PERMUTATIONS // BANDS
        for band in range(BANDS):
            first: dict[bytes, int] = {}
            part = np.ascontiguousarray(digests[:, band * rows : (band + 1) * rows])
            for at in range(len(part)):
                other = first.setdefault(part[at].tobytes(), at)
                if other != at and (digests[at] == digests[other]).mean() >= ALIKE:
                    yield at, other

    return united(len(digests), pairs())


def united(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each the first of all it is joined with, by way of others too."""
    above = list(range(count))

    def top(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for left, right in pairs:
        left_top, right_top = top(left), top(right)
        above[max(left_top, right_top)] = min(left_top, right_top)
    return [top(one) for one in range(count)]


PEERS: dict[str, Callable[[list[str]], list[int]]] = {"rensa": rensa, "datasketch": datasketch}
