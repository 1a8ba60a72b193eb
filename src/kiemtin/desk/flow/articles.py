"""Articles: what chosen sources say, each item once, every edit of the source as a new number.

Nothing here is evidence yet, and nothing here ever answers a message.
"""

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from kiemtin.channels.feeds.items import Item
from kiemtin.desk.flow import copies, passages
from kiemtin.desk.models import Article, ArticleText, Source
from kiemtin.desk.moment import now
from kiemtin.matching.library import batches

log = logging.getLogger(__name__)
KEPT = timedelta(days=730)
"""A source is read as long as it may be asked about; evidence has its own archived copy."""

AHEAD = timedelta(days=1)
"""So far a source's clock may be ahead. A later day is an error, and none can be shown that lies
at the end of all calendars.
"""

MOST_VERSIONS = 100
"""Of an article's entry and of its page, besides the first: a counter in a text must not fill the
disk.
"""

MOST_LINK = 1000
MOST_TITLE = 300
MOST_TEXT = 100_000
A_STATEMENT = 500


@dataclass(frozen=True)
class Said:
    """What an article says now: `whole` when its page was read, not only its entry in a feed."""

    article: Article
    title: str
    text: str
    whole: bool = False

    @property
    def sha256(self) -> str:
        """The digest of the words alone: other blanks make no other text."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()


@dataclass(frozen=True)
class Taken:
    """How many articles are new, and how many say something else than before."""

    new: int = 0
    changed: int = 0


def name_of(item: str) -> str:
    """The digest under which a source's own name for an item is known."""
    return hashlib.sha256(item.encode()).hexdigest()


def take(source: Source, items: Sequence[Item]) -> Taken:
    """Keep what is new or says something else; taking the same again changes nothing."""
    wanted = {name_of(one.id): one for one in items if not _old(one.published)}
    with transaction.atomic():
        # One at a time for a source: two who read it at once would each take an item for new.
        Source.objects.select_for_update().get(pk=source.pk)
        known = {one.item: one for one in _known(source, list(wanted))}
        fresh = [_article(source, name, one) for name, one in wanted.items() if name not in known]
        Article.objects.bulk_create(fresh, batch_size=A_STATEMENT)
        articles = known | {one.item: one for one in fresh}
        said = [_said(articles[name], one) for name, one in wanted.items()]
        changed = write(said)
    taken = Taken(len(fresh), len(changed) - len(fresh))
    log.info("source.taken source=%s new=%s changed=%s", source.pk, taken.new, taken.changed)
    return taken


def _old(published: datetime | None) -> bool:
    """What would be erased at once; it may stand in its feed for years."""
    return published is not None and published < now() - KEPT


def _known(source: Source, names: list[str]) -> Iterable[Article]:
    for some in batches(names, A_STATEMENT):
        yield from Article.objects.filter(source=source, item__in=some)


def _article(source: Source, name: str, one: Item) -> Article:
    link = one.link if len(one.link) <= MOST_LINK else ""
    late = one.published is not None and one.published > now() + AHEAD
    told = None if late else one.published
    return Article(source=source, item=name, link=link, published_at=told, came_at=now())


def _said(article: Article, one: Item) -> Said:
    title = one.title or one.link[:MOST_TITLE]
    return Said(article, title[:MOST_TITLE], one.summary or title)


def write(said: Sequence[Said]) -> list[ArticleText]:
    """Give each article that says something else than before its next version; return those.

    In a transaction. What is searched are the passages of what it says now.
    """
    keys = [one.article.pk for one in said]
    numbers, last = _numbers(keys), _last(keys)
    rows = [
        ArticleText(
            article=one.article,
            number=numbers.get(one.article.pk, 0) + 1,
            title=one.title,
            text=one.text,
            sha256=one.sha256,
            whole=one.whole,
            came_at=now(),
        )
        for one in said
        if last.get((one.article.pk, one.whole)) != (one.title, one.sha256)
    ]
    ArticleText.objects.bulk_create(rows, batch_size=A_STATEMENT)
    copies.find(rows)
    _look_again(rows)
    passages.derive(rows)
    _let_go(rows)
    return rows


def _let_go(rows: Sequence[ArticleText]) -> None:
    """Drop versions between the first and the last MOST_VERSIONS of an article's entry or page."""
    for one in rows:
        if one.number > MOST_VERSIONS:
            alike = one.article.texts.filter(whole=one.whole, number__gt=1)
            last = alike.order_by("-number").values_list("number", flat=True)[:MOST_VERSIONS]
            alike.exclude(number__in=list(last)).delete()


def _numbers(keys: list[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in batches(keys, A_STATEMENT):
        rows = ArticleText.objects.filter(article__in=some).order_by().values_list("article")
        found |= dict(rows.annotate(last=Max("number")))
    return found


def _last(keys: list[int]) -> dict[tuple[int, bool], tuple[str, str]]:
    """What each article said last, in its feed and on its page."""
    found: dict[tuple[int, bool], tuple[str, str]] = {}
    for some in batches(keys, A_STATEMENT):
        rows = ArticleText.objects.filter(article__in=some).order_by("number")
        for article, whole, title, sha in rows.values_list("article", "whole", "title", "sha256"):
            found[article, whole] = (title, sha)
    return found


def _look_again(rows: Sequence[ArticleText]) -> None:
    """The page of an article whose entry was edited is read again soon."""
    edited = [one.article_id for one in rows if not one.whole and one.number > 1]
    if edited:
        Article.objects.filter(pk__in=edited).update(looked_at=None)


def current(article: Article) -> ArticleText | None:
    """What the article says now: its page as it was read last, else its entry."""
    return article.texts.order_by("-whole", "-number").first()


def erase_old() -> int:
    """Erase articles that came more than two years ago; return how many."""
    old = Article.objects.filter(came_at__lt=now() - KEPT)
    passages.withdraw(old)
    _rows, each = old.delete()
    return each.get("desk.Article", 0)
