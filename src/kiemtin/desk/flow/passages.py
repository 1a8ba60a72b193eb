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

import numpy as np
from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding
from kiemtin.desk.models import Article, ArticleText, Passage
from kiemtin.matching import passages as kept
from kiemtin.matching.passages import Key, PassageIndex
from kiemtin.matching.passages.types import key_of

log = logging.getLogger(__name__)
A_STATEMENT = 500
BATCH = 2_000
ENCODED = 64
"""Encoded in one step of the worker: about a second of one core."""

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
    rows = with_words(Passage.objects.filter(removed=False).exclude(encoder=name))
    return rows.order_by("-sequence")


def with_words(rows: QuerySet[Passage]) -> QuerySet[Passage]:
    """The same rows with their source and their own words as `words`; the rest of the article,
    which can be a hundred times as long, stays in the database.
    """
    own = Substr("text__text", F("start") + 1, F("end") - F("start"))
    told = rows.select_related("text__article__source").annotate(words=own)
    return told.defer("text__text", "vector")


def _key(row: Passage) -> Key:
    """A passage by its number in the database, so that it is found there again."""
    return Key(str(row.pk), row.text.number, row.number)


def words_of(row: Passage) -> str:
    """The passage's own words, of a row that was read `with_words` or without."""
    words: str | None = row.__dict__.get("words")
    return row.text.text[row.start : row.end] if words is None else words


def _passage(row: Passage) -> kept.Passage:
    article, said = row.text.article, words_of(row)
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


class Shelf:
    """The passages of this process, kept up with the database by sequence number."""

    def __init__(self, index: PassageIndex | None = None) -> None:
        self.index = index or PassageIndex(encoding.means().encoder)
        self._taking = threading.Lock()

    @property
    def sequence(self) -> int:
        """The number of the last change that it holds."""
        return self.index.sequence

    def follow(self) -> "Shelf":
        """Take in what changed since the last look."""
        if _newest() != self.sequence:
            with self._taking:
                while rows := self._changes():
                    self._take_in(rows)
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

    def _changes(self) -> list[Passage]:
        rows = with_words(Passage.objects.filter(sequence__gt=self.sequence))
        return list(rows.defer(None).defer("text__text").order_by("sequence")[:BATCH])

    def _take_in(self, rows: Sequence[Passage]) -> None:
        here = {_key(one): one for one in rows if not one.removed}
        self.index.remove([_key(one) for one in rows if one.removed])
        fresh = [_passage(one) for key, one in here.items() if key not in self.index]
        self.index.put(fresh, sequence=rows[-1].sequence)
        encoder = self.index.encoder
        told = [one for one in here.values() if encoder and one.encoder == encoder.name]
        if told:
            self.index.put_vectors([*map(_passage, told)], np.stack([*map(_vector, told)]))


def _pk(key: Key) -> int:
    return int(key.article)


def _vector(row: Passage) -> np.ndarray:
    vector = np.frombuffer(bytes(row.vector), dtype="<f2").astype(np.float32)
    return vector / np.linalg.norm(vector)


_opening = threading.Lock()
_opened: list[Shelf] = []


def shelf() -> Shelf:
    """The passages of this process."""
    with _opening:
        if not _opened:
            _opened.append(Shelf())
        return _opened[0]


def put_in_place(one: Shelf) -> None:
    """Let this be the passages of this process."""
    with _opening:
        _opened[:] = [one]


def forget() -> None:
    """Let the next look load them anew; used when another database takes its place."""
    with _opening:
        _opened.clear()
