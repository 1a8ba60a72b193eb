"""Passages: what articles say now, cut into a few sentences each, as they are searched.

Derived and made again from the articles at any time. A process takes in what has a higher sequence
than it has seen. What is new is found by its words at once, and by its meaning as soon as a worker
has encoded it.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding
from kiemtin.desk.models import Article, ArticleText, Passage
from kiemtin.matching import passages as kept
from kiemtin.matching.passages import Key, PassageIndex
from kiemtin.matching.passages.types import key_of
from kiemtin.matching.types import Entry

log = logging.getLogger(__name__)
A_STATEMENT = 500
BATCH = 2_000
ENCODED = 64
"""Encoded in one step of the worker: about a second of one core."""

UNREAD = 0.5
"""What the best words of a passage without vector count beside words and meaning together."""

MOST = 200
"""Passages of one text; what stands behind them is shown and not searched."""


def cut(text: str) -> list[tuple[int, int]]:
    """The spans of the passages of a text, in order; a short text is one."""
    bare = text.strip()
    start = text.find(bare)
    return kept.passages(text)[:MOST] or ([(start, start + len(bare))] if bare else [])


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


def encode_some() -> bool:
    """Encode what is not yet, or was by another encoder; True while there may be more."""
    encoder = encoding.means().encoder
    if encoder is None:
        return False
    rows = list(_unencoded(encoder.name)[:ENCODED])
    if not rows:
        return False
    vectors = encoder.passage([_passage(one).text for one in rows])
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
    return rows.select_related("text__article__source").order_by("-sequence")


def _key(row: Passage) -> Key:
    """A passage by its number in the database, so that it is found there again."""
    return Key(str(row.pk), row.text.number, row.number)


def _passage(row: Passage) -> kept.Passage:
    article, said = row.text.article, row.text.text[row.start : row.end]
    title = row.text.title if row.text.title != said else ""
    day = timezone.localdate(article.published_at or article.came_at)
    return kept.Passage(_key(row), said, title, day, article.source.place or None)


@dataclass(frozen=True)
class Found:
    """One passage that a search found, by its number, and how near it is (no unit).

    `same`: the numbers of others in nearly the same words.
    """

    passage: int
    score: float
    same: tuple[int, ...] = ()


class Shelf(PassageIndex):
    """The passages of this process, kept up with the database by sequence number."""

    def __init__(self) -> None:
        self.encoder = encoding.means().encoder
        super().__init__(self.encoder)
        self._taking = threading.Lock()

    def follow(self) -> "Shelf":
        """Take in what changed since the last look."""
        if _newest() != self.sequence:
            with self._taking:
                while rows := self._changes():
                    self._take_in(rows)
        return self

    def nearest(self, claim: str, day: date, place: str | None, count: int) -> list[Found]:
        """The passages that may speak of a claim of that day and place, best first."""
        return [
            Found(_pk(one.key), one.score, tuple(_pk(other) for other in one.same))
            for one in self.search(claim, when=day, place=place, count=count)
        ]

    def wide(self, text: str, count: int) -> list[Found]:
        """Very many passages by words and meaning, best first, to pick out what is asked for."""
        told = self._words.search(text, count)
        meant = self._meaning.search(text, count) if len(self._meaning) else []
        scores = {one.id: UNREAD * one.score for one in told}
        scores |= {one.id: one.score for one in meant}
        order = sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:count]
        return [Found(_pk(key_of(name)), score) for name, score in order]

    def _changes(self) -> list[Passage]:
        rows = Passage.objects.filter(sequence__gt=self.sequence)
        return list(rows.select_related("text__article__source").order_by("sequence")[:BATCH])

    def _take_in(self, rows: Sequence[Passage]) -> None:
        here = [one for one in rows if not one.removed]
        last = rows[-1].sequence
        self.remove([_key(one) for one in rows if one.removed])
        self.put([_passage(one) for one in here if _key(one) not in self], sequence=last)
        self._learn([one for one in here if self.encoder and one.encoder == self.encoder.name])

    def _learn(self, rows: Sequence[Passage]) -> None:
        """Take in vectors that a worker has made and the database keeps."""
        if rows:
            entries = [Entry(one.key.written, one.text) for one in map(_passage, rows)]
            self._meaning.put(entries, np.stack([_vector(one) for one in rows]))


def _pk(key: Key) -> int:
    return int(key.article)


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
