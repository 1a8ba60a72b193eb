"""Passages: what articles say now, cut into a few sentences each, as they are searched.

Derived and made again from the articles at any time. Each change gives a passage the next number,
which processes follow (see `shelf`). What is new is found by its words at once, and by its meaning
as soon as a worker has encoded it.
"""

import logging
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding
from kiemtin.desk.models import Article, ArticleText, Passage
from kiemtin.matching import passages as kept
from kiemtin.matching.passages import Key

log = logging.getLogger(__name__)
A_STATEMENT = 500
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
    at = newest()
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
        theirs = Passage.objects.filter(text__article__in=articles)
        if not theirs.exists():
            return
        _take_out(theirs)
        # The highest number goes to one that stays: else it would be erased, and given again to
        # what processes then take for known.
        kept_on = Passage.objects.exclude(text__article__in=articles).order_by("-sequence").first()
        if kept_on is not None:
            Passage.objects.filter(pk=kept_on.pk).update(sequence=newest() + 1)


def _take_out(rows: QuerySet[Passage]) -> None:
    gone = list(rows.filter(removed=False).order_by("pk"))
    for at, one in enumerate(gone, newest() + 1):
        one.removed, one.sequence, one.vector = True, at, b""
    Passage.objects.bulk_update(gone, ["removed", "sequence", "vector"], batch_size=A_STATEMENT)


def newest() -> int:
    """The number of the last change to any passage, 0 before the first."""
    return Passage.objects.aggregate(newest=Max("sequence"))["newest"] or 0


def encode_some() -> bool:
    """Encode what is not yet, or was by another encoder; True while there may be more."""
    encoder = encoding.means().encoder
    if encoder is None:
        return False
    rows = list(_unencoded(encoder.name)[:ENCODED])
    if not rows:
        return False
    vectors = encoder.passage([searched(one).text for one in rows])
    with transaction.atomic():
        jobs.one_at_a_time(jobs.PASSAGES)
        held = Passage.objects.select_for_update().filter(pk__in=[one.pk for one in rows])
        alive = {one.pk: one for one in held.filter(removed=False)}
        at = newest()
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


def key_of(row: Passage) -> Key:
    """A passage by its number in the database, so that it is found there again."""
    return Key(str(row.pk), row.text.number, row.number)


def words_of(row: Passage) -> str:
    """The passage's own words, of a row that was read `with_words` or without."""
    words: str | None = row.__dict__.get("words")
    return row.text.text[row.start : row.end] if words is None else words


def searched(row: Passage) -> kept.Passage:
    """The passage as it is searched: with its article's title, its day and its source's place."""
    article, said = row.text.article, words_of(row)
    title = row.text.title if row.text.title != said else ""
    day = timezone.localdate(article.published_at or article.came_at)
    return kept.Passage(key_of(row), said, title, day, article.source.place or None)
