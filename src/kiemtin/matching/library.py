"""Brings an index up to a library of entries: only what changed is encoded, on several cores.

What an index lost or never had is made again from the entries; they are the truth.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.errors import IndexUnusable
from kiemtin.matching.index import Index, encode
from kiemtin.matching.types import Entry

PUT = 1_024
"""Entries put into the index at a time: their float32 vectors take 1.5 MB."""

SAVED = 8 * PUT
"""Entries encoded between two saves: about two minutes of one core, lost at most."""

_ENCODED = 32

Thing = TypeVar("Thing")


def open_index(folder: Path, encoder: Encoder | None) -> tuple[Index, IndexUnusable | None]:
    """Return the index in `folder`, or an empty one and why that could not be used."""
    try:
        return Index.load(folder, encoder), None
    except IndexUnusable as refused:
        return Index(encoder), refused


def missing(index: Index, entries: Iterable[Entry]) -> list[Entry]:
    """Take out of `index` what is not among `entries`; return those that it lacks or has otherwise.

    An entry is another one when any of its fields is.
    """
    kept, lacking = set(), []
    for entry in entries:
        kept.add(entry.id)
        if index.entry(entry.id) != entry:
            lacking.append(entry)
    index.remove([known for known in index.entries() if known not in kept])
    return lacking


def put_all(
    index: Index,
    entries: Sequence[Entry],
    jobs: int,
    done: Callable[[int], None] = lambda count: None,
    folder: Path | None = None,
) -> None:
    """Put `entries` into `index`, encoded by `jobs` threads; `done` is told how many are in it.

    With a `folder` the index is saved there now and then, so that little is lost by a stop.
    Raises OSError when the folder cannot be written.
    """
    with ThreadPoolExecutor(jobs) as pool:
        count = 0
        for part in batches(entries, PUT):
            index.put(part, _vectors(index.encoder, part, pool))
            count += len(part)
            done(count)
            if folder and count % SAVED == 0:
                index.save(folder)


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Yield the things in lists of `size`; the last may be shorter."""
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def _vectors(
    encoder: Encoder | None, entries: Sequence[Entry], pool: ThreadPoolExecutor
) -> list[Matrix] | None:
    if encoder is None:
        return None
    texts = batches((entry.claim for entry in entries), _ENCODED)
    return list(chain.from_iterable(pool.map(partial(encode, encoder), texts)))
