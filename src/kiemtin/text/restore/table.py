"""The packaged table: the syllables that a bare one may stand for, and what follows what.

Costs are -16 ln p in one byte. Syllables that fold alike form a class, the most frequent first;
runs of two and three are found by the classes of their parts, so one look-up serves all readings.
"""

import io
import zipfile
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import accumulate, groupby

import numpy as np
from numpy.typing import NDArray

from kiemtin.text.fold import fold
from kiemtin.text.restore.errors import TableBroken

VERSION = 1
CHOICES = 16
"""Readings of one bare syllable at most: four bits in a run."""

COST_UNIT = 16
"""A cost is this many times -ln p."""

Arrays = dict[str, NDArray[np.unsignedinteger]]


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of classes by key, each with its known readings.

    `keys` are sorted; the readings of key i lie at starts[i]:starts[i + 1]. A reading in `links`
    holds the places of its syllables in their classes, four bits each, the first one highest.
    """

    keys: Sequence[int]
    starts: Sequence[int]
    links: Sequence[int]
    costs: bytes

    def span(self, key: int) -> range:
        """Return where the readings of a key lie; empty when the run is not known."""
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            return range(self.starts[at], self.starts[at + 1])
        return range(0)


@dataclass(frozen=True)
class Table:
    """All that restoring knows; read-only.

    `firsts` is the number of the first syllable of each class, and one number more at the end.
    `costs` and `backoffs` go by syllable, `pair_backoffs` by reading of a pair.
    """

    words: tuple[str, ...]
    firsts: Sequence[int]
    costs: bytes
    backoffs: bytes
    pairs: Runs
    pair_backoffs: bytes
    triples: Runs

    @cached_property
    def classes(self) -> int:
        """Return the number of classes."""
        return len(self.firsts) - 1

    @cached_property
    def class_costs(self) -> tuple[bytes, ...]:
        """Return the costs of the syllables of each class."""
        spans = zip(self.firsts, self.firsts[1:], strict=False)
        return tuple(self.costs[start:end] for start, end in spans)

    @cached_property
    def class_of(self) -> dict[str, int]:
        """Map each folded syllable to its class."""
        return {fold(self.words[first]): at for at, first in enumerate(self.firsts[:-1])}

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Map each syllable to its place within its class."""
        spans = zip(self.firsts, self.firsts[1:], strict=False)
        return {self.words[at]: at - start for start, end in spans for at in range(start, end)}


def load() -> Table:
    """Read the packaged table (about 0.1 s); raises TableBroken."""
    try:
        content = files(__package__).joinpath("data/syllables.npz").read_bytes()
    except OSError as error:
        raise TableBroken("unreadable", {"why": error}) from error
    return from_bytes(content)


def from_bytes(content: bytes) -> Table:
    """Read a table as benchmarks/build_tones.py writes it; raises TableBroken."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as packed:
            arrays = {name: packed[name] for name in packed.files}
        if (got := arrays["version"].tolist()) != [VERSION]:
            raise TableBroken("other_version", {"got": got, "expected": [VERSION]})
        return _table(arrays)
    except TableBroken:
        raise
    except (OSError, EOFError, LookupError, TypeError, ValueError, OverflowError) as error:
        raise TableBroken("unreadable", {"why": error}) from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise TableBroken("unreadable", {"why": error}) from error


def _table(arrays: Arrays) -> Table:
    words = tuple(arrays["words"].astype(np.uint8).tobytes().decode().split("\n"))
    firsts = array("I", _firsts(words))
    table = Table(
        words,
        firsts,
        _bytes(arrays["costs"], len(words)),
        _bytes(arrays["backoffs"], len(words)),
        _runs(arrays, "pair"),
        _bytes(arrays["pair_backoffs"], len(arrays["pair_costs"])),
        _runs(arrays, "triple"),
    )
    _check(table)
    return table


def _firsts(words: tuple[str, ...]) -> Iterator[int]:
    sizes = [len(list(group)) for _, group in groupby(words, fold)]
    if max(sizes) > CHOICES:
        raise ValueError(f"{max(sizes)} readings of one syllable, at most {CHOICES}")
    return accumulate(sizes, initial=0)


def _bytes(values: NDArray[np.unsignedinteger], length: int) -> bytes:
    if values.dtype != np.uint8 or values.shape != (length,):
        raise ValueError(f"expected {length} bytes, got {values.shape} of {values.dtype}")
    return values.tobytes()


def _runs(arrays: Arrays, name: str) -> Runs:
    keys = np.cumsum(arrays[f"{name}_steps"], dtype=np.uint64)
    starts = np.cumsum(arrays[f"{name}_counts"], dtype=np.uint32)
    links = arrays[f"{name}_links"].astype(np.uint16)
    if len(keys) != len(starts) or (len(starts) and starts[-1] != len(links)):
        raise ValueError(f"the {name}s do not add up")
    return Runs(
        array("Q", keys.tobytes()),
        array("I", np.concatenate(([0], starts)).astype(np.uint32).tobytes()),
        array("H", links.tobytes()),
        _bytes(arrays[f"{name}_costs"], len(links)),
    )


def _check(table: Table) -> None:
    if len(table.class_of) != table.classes:
        raise ValueError("syllables that fold alike do not stand together")
    for runs, parts in ((table.pairs, 2), (table.triples, 3)):
        if runs.keys and runs.keys[-1] >= table.classes**parts:
            raise ValueError("a run names a class that is not there")
