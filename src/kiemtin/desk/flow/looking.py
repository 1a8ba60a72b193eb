"""Looking: the chosen sources are read in their turn by one worker; nothing else is ever asked.

A source that is broken or slow holds up no other. Whatever is read twice has one effect.
"""

import logging
from datetime import datetime, timedelta

from django.db.models import F, Q

from kiemtin.channels.feeds import inbound
from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.outbound import client
from kiemtin.desk.flow import articles, foreign, library, passages
from kiemtin.desk.models import ChannelState, Source
from kiemtin.desk.moment import now

log = logging.getLogger(__name__)
EVERY = timedelta(minutes=15)
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
