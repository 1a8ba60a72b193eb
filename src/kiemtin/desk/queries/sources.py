"""The desk's chosen sources and what they say: listed, searched, and laid beside a claim.

What is found here is shown to a person with its source; nothing of it decides anything.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from kiemtin.desk.flow import articles, passages, shelf
from kiemtin.desk.flow.shelf import Found
from kiemtin.desk.models import (
    Article,
    ArticleText,
    Desk,
    Evidence,
    LeftAside,
    Passage,
    Rumour,
    Source,
)
from kiemtin.matching.library import batches
from kiemtin.text.fold import syllables
from kiemtin.text.places import UnknownPlace, gazetteer

REACHED = 200
"""Passages that a search looks through before what was asked for is picked out of them."""

FURTHER = (1, 20, 100, 100_000)
"""How many times as many are looked through as long as too few of them are as asked."""

AT_ONCE = 5_000

NEAR = 20
"""Passages laid beside a claim before copies are put together."""

NEARLY = 0.6
"""Share of the best one's score from which a passage is shown that has other words."""

TOUCH = 0.35
"""Share of the claim's syllables that a passage and its title have at least."""

BESIDE = 5
"""Articles shown beside a claim; more are on the page of the search."""

RESULTS = 30


@dataclass(frozen=True)
class Filters:
    """What is looked for: one source, one kind, days (both included), a place or what is in it."""

    source: int | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    place: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is asked for."""
        return self != Filters()


@dataclass(frozen=True)
class Excerpt:
    """One passage that was found: of which article, its text, how near it is (no unit).

    `copies`: other articles with the same words.
    """

    passage: Passage
    score: float
    copies: list[Article] = field(default_factory=list)

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.passage.text.article

    @property
    def source(self) -> Source:
        """Who says it."""
        return self.article.source

    @property
    def title(self) -> str:
        """The article's title as it now is."""
        return self.passage.text.title

    @property
    def quote(self) -> str:
        """The passage's own words."""
        return passages.words_of(self.passage)

    @property
    def day(self) -> date:
        """The day it was published, else that it came."""
        return day_of(self.article)


def day_of(article: Article) -> date:
    """The day an article was published, else that it came."""
    return timezone.localdate(article.published_at or article.came_at)


def chosen() -> QuerySet[Source]:
    """Every source, those that are read first, with how much there is of each."""
    counted = Source.objects.annotate(
        many=Count("articles", distinct=True),
        checked=Count("checks", distinct=True),
        newest=Max("articles__came_at"),
    )
    return counted.order_by("-active", "name")


def newest(filters: Filters) -> QuerySet[Article]:
    """The articles that came last."""
    found = Article.objects.select_related("source").prefetch_related("texts")
    return found.filter(_asked(filters, "")).order_by("-came_at", "-pk")


def _asked(filters: Filters, at: str) -> Q:
    """The filters as a condition on an article, or on what `at` leads to one."""
    found = Q()
    if filters.source is not None:
        found &= Q(**{f"{at}source": filters.source})
    if filters.kind:
        found &= Q(**{f"{at}source__kind": filters.kind})
    if filters.since:
        found &= _from(at, "date__gte", filters.since)
    if filters.until:
        found &= _from(at, "date__lte", filters.until)
    if filters.place:
        found &= Q(**{f"{at}source__place__in": _around(filters.place)})
    return found


def _from(at: str, how: str, day: date) -> Q:
    told = Q(**{f"{at}published_at__{how}": day})
    came = Q(**{f"{at}published_at": None, f"{at}came_at__{how}": day})
    return told | came


def _around(place: str) -> list[str]:
    """The place, what it lies in and what lies in it; sources of the whole country speak of it."""
    known = gazetteer()
    try:
        within = [one.code for one in known.children(place)]
    except UnknownPlace:
        within = []
    return ["", place, place[:2], *within]


def search(words: str, filters: Filters, most: int = RESULTS) -> list[Excerpt]:
    """The passages nearest to the words, one an article, best first."""
    if not words.strip():
        return []
    asked = _asked(filters, "text__article__")
    excerpts = _excerpts(_reached(words, asked), asked, set())
    best = excerpts[0].score if excerpts else 0.0
    near = [one for one in excerpts if one.score >= NEARLY * best or _touches(words, one)]
    return near[:most]


def _reached(words: str, asked: Q) -> list[Found]:
    """The nearest REACHED passages of those that are asked for."""
    held = shelf.shelf().follow()
    fitting: list[Found] = []
    for times in FURTHER:
        found = held.wide(words, times * REACHED)
        fitting = list(_fitting(found, asked)) if asked else found
        if len(fitting) >= REACHED or len(found) < times * REACHED:
            break
    return fitting[:REACHED]


def _fitting(found: Sequence[Found], asked: Q) -> Iterator[Found]:
    for some in batches(found, AT_ONCE):
        rows = Passage.objects.filter(asked, pk__in=[one.passage for one in some], removed=False)
        there = set(rows.values_list("pk", flat=True))
        yield from (one for one in some if one.passage in there)


def beside(rumour: Rumour, most: int = BESIDE) -> list[Excerpt]:
    """The passages nearest to the rumour's claim that nobody has laid aside, best first."""
    day = timezone.localdate(rumour.opened_at)
    found = shelf.shelf().follow().nearest(rumour.claim, day, rumour.place or None, NEAR)
    aside = set(LeftAside.objects.filter(rumour=rumour).values_list("article_id", flat=True))
    near = [one for one in _excerpts(found, Q(), aside) if _touches(rumour.claim, one)]
    return near[:most]


def still_opening() -> bool:
    """Whether this process still takes articles in, so that a search may miss some."""
    return shelf.shelf().filling


def _touches(claim: str, one: Excerpt) -> bool:
    """Whether a passage has enough of the claim's words to be worth a look."""
    asked = set(syllables(claim))
    told = set(syllables(f"{one.title} {one.quote}"))
    return len(asked & told) >= TOUCH * len(asked)


def _excerpts(found: Sequence[Found], asked: Q, aside: Collection[int | None]) -> list[Excerpt]:
    """The passages with all that a page shows, the best one of each article and its copies."""
    numbers = [number for one in found for number in (one.passage, *one.same)]
    rows = Passage.objects.filter(asked, pk__in=numbers, removed=False)
    known = {row.pk: row for row in passages.with_words(rows)}
    best: dict[int, Excerpt] = {}
    for one in found:
        first: Excerpt | None = None
        for number in (one.passage, *one.same):
            row = known.get(number)
            if row is None or row.text.article_id in aside:
                continue
            article = row.text.article
            origin = article.same_as_id or article.pk
            first = first or best.setdefault(origin, Excerpt(row, one.score))
            if article.pk != first.article.pk and article not in first.copies:
                first.copies.append(article)
    return list(best.values())


def left_aside(rumour: Rumour) -> QuerySet[LeftAside]:
    """What was laid aside at the rumour, newest first."""
    rows = LeftAside.objects.filter(rumour=rumour).select_related("article__source", "check_of")
    return rows.order_by("-at")


def versions(article: Article) -> list[ArticleText]:
    """What the article said, newest first."""
    return list(article.texts.all())


def current(article: Article) -> ArticleText | None:
    """What it says now."""
    return articles.current(article)


def cited(link: str, desks: Iterable[Desk]) -> QuerySet[Evidence]:
    """The evidence of these desks that is taken from this address."""
    own = Evidence.objects.filter(rumour__desk__in=list(desks)).select_related("rumour")
    return own.filter(url=link) if link else own.none()
