"""Passages: what articles say now, cut into a few sentences each, as they are searched.

Derived and made again from the articles at any time. A process takes in what has a higher sequence
than it has seen. What is new is found by its words at once, and by its meaning as soon as a worker
has encoded it.
"""

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from django.db import transaction
from django.db.models import Max, QuerySet

from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding
from kiemtin.desk.models import Article, ArticleText, Passage
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry, Hit
from kiemtin.text.sentences import sentences

log = logging.getLogger(__name__)
A_STATEMENT = 500
BATCH = 2_000
ENCODED = 64
"""Encoded in one step of the worker: about a second of one core."""

SENTENCES = 3
SHORT, LONG = 200, 600
"""Characters: a passage takes sentences until it has SHORT, and none over LONG but a single one."""

MOST = 200
"""Passages of one text; what stands behind them is shown and not searched."""


def cut(text: str) -> list[tuple[int, int]]:
    """The spans of the passages of a text, in order: one to three sentences each."""
    found: list[tuple[int, int]] = []
    many = 0
    for start, end in sentences(text):
        first, last = found[-1] if found else (start, end)
        if found and many < SENTENCES and last - first < SHORT and end - first <= LONG:
            found[-1] = (first, end)
            many += 1
        else:
            found.append((start, end))
            many = 1
    return found[:MOST]


def derive(texts: Sequence[ArticleText]) -> None:
    """Cut what articles say now, and take out what they said before. In a transaction."""
    whole = set(
        ArticleText.objects.filter(
            article__in=[one.article_id for one in texts], whole=True
        ).values_list("article_id", flat=True)
    )
    now_said = [one for one in texts if one.whole or one.article_id not in whole]
    if not now_said:
        return
    jobs.one_at_a_time(jobs.PASSAGES)
    _take_out(Passage.objects.filter(text__article__in=[one.article_id for one in now_said]))
    at = _newest()
    rows = []
    for text in now_said:
        for number, (start, end) in enumerate(cut(text.text), 1):
            at += 1
            rows.append(Passage(text=text, number=number, start=start, end=end, sequence=at))
    Passage.objects.bulk_create(rows, batch_size=A_STATEMENT)


def withdraw(articles: QuerySet[Article]) -> None:
    """Let processes take out the passages of articles that are about to be erased."""
    with transaction.atomic():
        jobs.one_at_a_time(jobs.PASSAGES)
        _take_out(Passage.objects.filter(text__article__in=articles))


def _take_out(rows: QuerySet[Passage]) -> None:
    gone = list(rows.filter(removed=False).order_by("pk"))
    for at, one in enumerate(gone, _newest() + 1):
        one.removed, one.sequence, one.vector = True, at, b""
    Passage.objects.bulk_update(gone, ["removed", "sequence", "vector"], batch_size=A_STATEMENT)


def _newest() -> int:
    return Passage.objects.aggregate(newest=Max("sequence"))["newest"] or 0


def words(title: str, text: str) -> str:
    """What is searched of a passage: its title tells what a later sentence speaks of."""
    return text if text.startswith(title) or not title else f"{title}. {text}"


def encode_some() -> bool:
    """Encode what is not yet, or was by another encoder; True while there may be more."""
    encoder = encoding.means().encoder
    if encoder is None:
        return False
    rows = list(_unencoded(encoder.name)[:ENCODED])
    if not rows:
        return False
    vectors = encoder.passage([_words_of(one) for one in rows])
    with transaction.atomic():
        jobs.one_at_a_time(jobs.PASSAGES)
        held = Passage.objects.select_for_update().filter(pk__in=[one.pk for one in rows])
        alive = {one.pk: one for one in held.filter(removed=False)}
        at = _newest()
        for row, vector in zip(rows, vectors, strict=True):
            if row.pk in alive:
                at += 1
                one = alive[row.pk]
                one.vector, one.encoder = vector.astype("<f2").tobytes(), encoder.name
                one.sequence = at
        changed = ["vector", "encoder", "sequence"]
        Passage.objects.bulk_update(list(alive.values()), changed, batch_size=A_STATEMENT)
    log.info("passages.encoded count=%s", len(rows))
    return len(rows) == ENCODED


def _unencoded(name: str) -> QuerySet[Passage]:
    rows = Passage.objects.filter(removed=False).exclude(encoder=name)
    return rows.select_related("text").order_by("-sequence")


def _words_of(row: Passage) -> str:
    return words(row.text.title, row.text.text[row.start : row.end])


@dataclass(frozen=True)
class Found:
    """One passage that a search found, by its key, and how near it is (no unit)."""

    passage: int
    score: float
    hit: Hit


class Shelf:
    """The passages of this process, kept up with the database by sequence number.

    Two indexes: what is encoded is found by words and meaning, the rest by words.
    """

    def __init__(self) -> None:
        self.encoder = encoding.means().encoder
        self.known, self.fresh = Index(self.encoder), Index(None)
        self.sequence = 0
        self._lock = threading.Lock()

    def refresh(self) -> "Shelf":
        """Take in what changed since the last look."""
        if _newest() != self.sequence:
            with self._lock:
                while rows := self._changes():
                    self._take_in(rows)
                    self.sequence = rows[-1].sequence
        return self

    def search(self, text: str, k: int) -> list[Found]:
        """The k nearest passages, best first."""
        vector = self.encoder.query([text]) if self.encoder and len(self.known) else None
        hits = self.known.search(text, k, vector=vector) if len(self.known) else []
        more = self.fresh.search(text, k)
        both = [Found(int(one.id), one.score, one) for one in (*hits, *more)]
        return sorted(both, key=lambda one: (-one.score, one.passage))[:k]

    def nearest(self, claim: str, day: date, place: str | None, k: int) -> list[Found]:
        """The k passages that may speak of a claim of that day and place, best first."""
        return self.search(claim, k)

    def _changes(self) -> list[Passage]:
        rows = Passage.objects.filter(sequence__gt=self.sequence).select_related("text")
        return list(rows.order_by("sequence")[:BATCH])

    def _take_in(self, rows: Sequence[Passage]) -> None:
        name = self.encoder.name if self.encoder else ""
        kept = [one for one in rows if not one.removed]
        encoded = [one for one in kept if self.encoder and one.encoder == name]
        bare = [one for one in kept if not (self.encoder and one.encoder == name)]
        gone = [str(one.pk) for one in rows if one.removed]
        self.known.remove([*gone, *(str(one.pk) for one in bare)])
        self.fresh.remove([*gone, *(str(one.pk) for one in encoded)])
        if encoded:
            self.known.put(_entries(encoded), np.stack([_vector(one) for one in encoded]))
        if bare:
            self.fresh.put(_entries(bare))


def _entries(rows: Iterable[Passage]) -> list[Entry]:
    return [Entry(str(one.pk), _words_of(one)) for one in rows]


def _vector(row: Passage) -> np.ndarray:
    vector = np.frombuffer(bytes(row.vector), dtype="<f2").astype(np.float32)
    return vector / np.linalg.norm(vector)


@cache
def shelf() -> Shelf:
    """The passages of this process."""
    return Shelf()


def forget() -> None:
    """Let the next look load them anew; used when another database takes its place."""
    shelf.cache_clear()
