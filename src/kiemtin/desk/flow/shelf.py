"""The shelf: the passages that a process searches, kept up with the database by sequence number.

A worker keeps them in a folder too, from which a process that starts maps them in a second or two
instead of reading all of them from the database. The folder is derived: one that is lost, older or
of another database costs time and nothing else.
"""

import fcntl
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from django.conf import settings

from kiemtin.desk.flow import encoding, passages
from kiemtin.desk.models import Passage
from kiemtin.matching.errors import IndexUnusable
from kiemtin.matching.passages import Key, PassageIndex
from kiemtin.matching.passages.types import key_of

log = logging.getLogger(__name__)
BATCH = 2_000
PATIENCE = 1.0
"""Seconds that a search waits while another thread takes in what is new; then it goes without."""

MANY = 2_000
"""Changes after which the folder is written though more are coming."""

LOOKED_AT = 200
"""Newest passages whose words are compared with the database's before a folder is believed."""


@dataclass(frozen=True)
class Found:
    """One passage that a search found, by its number, and how near it is (no unit).

    `same`: the numbers of others in nearly the same words.
    """

    passage: int
    score: float
    same: tuple[int, ...] = ()


class Shelf:
    """The passages of this process. Several threads may search while one takes in what is new.

    `kept`: whether the folder holds them, perhaps as they were a while ago.
    """

    def __init__(self, index: PassageIndex | None = None) -> None:
        self.index = _empty() if index is None else index
        self.kept = index is not None
        self._taking = threading.Lock()

    @property
    def sequence(self) -> int:
        """The number of the last change that it holds."""
        return self.index.sequence

    @property
    def filling(self) -> bool:
        """Whether a thread takes in what is new, so that a search may still miss something."""
        return self._taking.locked()

    def follow(self) -> "Shelf":
        """Take in what changed since the last look, unless another thread is long at it."""
        newest = passages.newest()
        if newest != self.sequence and self._taking.acquire(timeout=PATIENCE):
            try:
                if newest < self.sequence:  # an older database has taken the place of this one
                    self.index = _empty()
                before, taken = self.sequence, 0
                while rows := self._changes():
                    taken += len(rows)
                    self._take_in(rows)
                if self.sequence - before != taken:
                    self._let_go()
            finally:
                self._taking.release()
        return self

    def nearest(self, claim: str, day: date, place: str | None, count: int) -> list[Found]:
        """The passages that may speak of a claim of that day and place, best first."""
        asked = encoding.asked(claim)
        return [
            Found(_pk(one.key), one.score, tuple(_pk(other) for other in one.same))
            for one in self.index.search(claim, when=day, place=place, count=count, vector=asked)
        ]

    def wide(self, text: str, count: int) -> list[Found]:
        """Very many passages by words and meaning, best first, to pick out what is asked for."""
        return [Found(_pk(key_of(one.id)), one.score) for one in self.index.many(text, count)]

    def keep(self, folder: Path) -> None:
        """Write it to the folder, without what was erased since; raises OSError."""
        with self._taking:
            self._let_go()
            self.index.save(folder)
            self.kept = True

    def _let_go(self) -> None:
        """Take out what was erased: where numbers are left out, rows that had them may be gone."""
        alive = set(Passage.objects.filter(removed=False).values_list("pk", flat=True))
        self.index.remove([key for key in self.index.all_keys() if _pk(key) not in alive])

    def _changes(self) -> list[Passage]:
        rows = passages.with_words(Passage.objects.filter(sequence__gt=self.sequence))
        return list(rows.defer(None).defer("text__text").order_by("sequence")[:BATCH])

    def _take_in(self, rows: Sequence[Passage]) -> None:
        here = {passages.key_of(one): one for one in rows if not one.removed}
        self.index.remove([passages.key_of(one) for one in rows if one.removed])
        fresh = [passages.searched(one) for key, one in here.items() if key not in self.index]
        self.index.put(fresh, sequence=rows[-1].sequence)
        encoder = self.index.encoder
        told = [one for one in here.values() if encoder and one.encoder == encoder.name]
        if told:
            vectors = np.stack([_vector(one) for one in told])
            self.index.put_vectors([passages.searched(one) for one in told], vectors)


def _empty() -> PassageIndex:
    return PassageIndex(encoding.means().encoder)


def _pk(key: Key) -> int:
    return int(key.article)


def _vector(row: Passage) -> np.ndarray:
    vector = np.frombuffer(bytes(row.vector), dtype="<f2").astype(np.float32)
    return vector / np.linalg.norm(vector)


_opening = threading.Lock()
_opened: list[Shelf] = []


def shelf() -> Shelf:
    """The passages of this process, as the folder has them until the first `follow`."""
    with _opening:
        if not _opened:
            _opened.append(_from(folder()))
        return _opened[0]


def forget() -> None:
    """Let the next look load them anew; used when another database takes its place."""
    with _opening:
        _opened.clear()


def folder() -> Path:
    """Where the worker keeps the passages for processes that start."""
    return Path(settings.PASSAGES_FOLDER)


def _from(kept: Path) -> Shelf:
    try:
        index = PassageIndex.load(kept, encoding.means().encoder)
    except IndexUnusable as refused:
        log.info("passages.read_anew code=%s", refused.code)
        return Shelf()
    if not _is_of_this_database(index):
        log.warning("passages.read_anew code=of_another_database")
        return Shelf()
    return Shelf(index)


def _is_of_this_database(index: PassageIndex) -> bool:
    """Whether the newest words are the database's own; after a backup was restored, new articles
    get the numbers of others.
    """
    if passages.newest() < index.sequence:
        return False
    rows = Passage.objects.filter(removed=False, sequence__lte=index.sequence)
    latest = passages.with_words(rows).order_by("-pk")[:LOOKED_AT]
    told = [(index.passage(passages.key_of(one)), passages.searched(one)) for one in latest]
    return all(held is not None and held.text == one.text for held, one in told)


class Keeper:
    """Writes the passages to the folder, from one worker, when some came and no more are coming."""

    def __init__(self) -> None:
        self._seen = 0

    def step(self) -> bool:
        """Keep what is new, when it is time; True when it did."""
        newest, before = passages.newest(), self._seen
        self._seen = newest
        behind = newest - _kept_until()
        settled = newest == before or abs(behind) >= MANY
        if newest == 0 or (shelf().kept and not (behind and settled)):
            return False
        return _keep()


def _kept_until() -> int:
    try:
        return PassageIndex.sequence_in(folder())
    except IndexUnusable:
        return 0


def _keep() -> bool:
    """Keep them, unless another worker is at it."""
    place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        one = shelf().follow()
        one.keep(place)
    log.info("passages.kept count=%s", len(one.index))
    return True
