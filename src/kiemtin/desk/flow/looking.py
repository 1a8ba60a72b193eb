"""Looking: the chosen sources are read in their turn by one worker; nothing else is ever asked.

A source that is broken or slow holds up no other. Whatever is read twice has one effect. Pages are
read only where an editor said so: of the source's own site, a few a day, and as robots.txt allows.
"""

import logging
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F, Q, QuerySet

from kiemtin.channels.feeds import inbound
from kiemtin.channels.feeds.settings import is_social
from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.outbound import client
from kiemtin.desk import fetching
from kiemtin.desk.flow import articles, foreign, library, passages
from kiemtin.desk.models import Article, ChannelState, Source
from kiemtin.desk.moment import now
from kiemtin.media.archive import readable
from kiemtin.media.fetch import Fetched, fetch
from kiemtin.refusal import Refusal

log = logging.getLogger(__name__)
EVERY = timedelta(minutes=15)
A_DAY = 200
"""Pages of one source that are read in 24 hours, looks at older ones included."""

AGAIN = timedelta(days=1), timedelta(days=7)
"""After what time a page is looked at once more: in its first week, and until it is two months
old; then no more."""

NEWS, OLD = timedelta(days=7), timedelta(days=60)
GONE = {404, 410}
FILE = "file"
CHANNEL = "feeds"


def look() -> bool:
    """Read the source that waits longest, when it is time; True when there was one."""
    library.follow_file()
    source = _claim()
    if source is None:
        return False
    try:
        with client() as http:
            marks = source.marks
            told = library.described(source)
            etag, modified = str(marks.get("etag", "")), str(marks.get("modified", ""))
            got = inbound.fetch(http, told, etag, modified, library.reach())
    except FetchFailed as failed:
        _failed(source, failed.code)
        return True
    articles.take(source, got.items)
    foreign.take(source, got.checks)
    marks = {"etag": got.etag, "modified": got.modified}
    Source.objects.filter(pk=source.pk, address=source.address).update(error="", marks=marks)
    _tell()
    return True


def _claim() -> Source | None:
    """Take the turn to read a source; of several workers one gets it. One that is lost meanwhile
    holds nobody up: the next turn is free again.
    """
    due = Q(looked_at=None) | Q(looked_at__lte=now() - EVERY)
    waiting = Source.objects.filter(due, active=True).exclude(shape=FILE)
    source = waiting.order_by(F("looked_at").asc(nulls_first=True), "pk").first()
    if source is None:
        return None
    mine = _as_it_was(source.pk, source.looked_at)
    return source if Source.objects.filter(mine).update(looked_at=now()) else None


def _as_it_was(source: int, looked_at: datetime | None) -> Q:
    never = Q(looked_at__isnull=True) if looked_at is None else Q(looked_at=looked_at)
    return Q(pk=source) & never


def _failed(source: Source, code: str) -> None:
    Source.objects.filter(pk=source.pk).update(error=code)
    log.error("source.failed source=%s error=%s", source.pk, code)
    _tell()


def _tell() -> None:
    """Let the page of channels show the first source that cannot be read."""
    broken = Source.objects.filter(active=True).exclude(error="").order_by("looked_at").first()
    state, _made = ChannelState.objects.get_or_create(channel=CHANNEL)
    error = broken.error if broken else ""
    if state.error != error:
        state.error, state.failed_at = error, now() if error else None
        state.save(update_fields=["error", "failed_at"])


def encode() -> bool:
    """Encode some of what was read; True while there is more."""
    more = passages.encode_some()
    return foreign.encode_some() or more


def look_at_page() -> bool:
    """Read one page of an article, a new one first; True when there was one.

    What is not read now is tried at the next turn for it, not before.
    """
    for source in Source.objects.filter(active=True, whole_text=True).exclude(shape=FILE):
        article = _next_page(source)
        if article is not None and _take_page(article):
            _read_page(source, article)
            return True
    return False


def _next_page(source: Source) -> Article | None:
    day = now() - timedelta(days=1)
    if source.articles.filter(looked_at__gt=day).count() >= A_DAY:
        return None
    # Only the source's own site was chosen; a few links that lead elsewhere are passed over.
    return next((one for one in _due(source)[:50] if _is_of(source, one.link)), None)


def _due(source: Source) -> QuerySet[Article]:
    soon, later = AGAIN
    moment = now()
    young = Q(came_at__gt=moment - NEWS, looked_at__lte=moment - soon)
    older = Q(came_at__gt=moment - OLD, looked_at__lte=moment - later)
    new = Q(looked_at=None, came_at__gt=moment - OLD)
    rows = source.articles.filter(new | young | older).exclude(link="")
    return rows.order_by(F("looked_at").asc(nulls_first=True), "-came_at")


def _is_of(source: Source, link: str) -> bool:
    """Whether a page is of the source's own site, with or without www."""
    try:
        page, own = urlsplit(link).hostname or "", urlsplit(source.address).hostname or ""
    except ValueError:
        return False
    same = page.removeprefix("www.") == own.removeprefix("www.")
    return same and not is_social(link)


def _take_page(article: Article) -> bool:
    """Take the turn to read a page; of several workers one gets it."""
    never = Q(looked_at=None) if article.looked_at is None else Q(looked_at=article.looked_at)
    return bool(Article.objects.filter(never, pk=article.pk).update(looked_at=now()))


def _read_page(source: Source, article: Article) -> None:
    try:
        got = fetch(article.link, fetching.identity(), automatic=True, means=fetching.means())
        gone = got.status in GONE or _leads_to_front(article.link, got.final_url)
        _set_gone(article, gone=gone)
        if got.status == 200 and not gone and _is_of(source, got.final_url):
            _keep_page(article, got)
    except Refusal as refused:
        # One bad page stops no other, and the entry of the feed stands.
        log.warning("page.failed article=%s code=%s", article.pk, refused.code)


def _leads_to_front(link: str, final: str) -> bool:
    """Whether the site's front page stands where an article was, as with many that were removed."""
    was, now_is = urlsplit(link).path.strip("/"), urlsplit(final).path.strip("/")
    return bool(was) and not now_is


def _set_gone(article: Article, *, gone: bool) -> None:
    if gone and article.gone_at is None:
        Article.objects.filter(pk=article.pk).update(gone_at=now())
    elif not gone:
        Article.objects.filter(pk=article.pk).update(gone_at=None)


def _keep_page(article: Article, got: Fetched) -> None:
    read = readable(got.body, got.headers.get("content-type", ""))
    if not read.text.strip():
        return
    last = article.texts.order_by("-number").first()
    title = read.title or (last.title if last else "")
    said = articles.Said(
        article, title[: articles.MOST_TITLE], read.text[: articles.MOST_TEXT], whole=True
    )
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        articles.write([said])
