"""Foreign fact-checks: what other desks found, held beside a claim as a suggestion and no more.

They are kept apart from the desk's own claims: no message is ever answered with one, none is sent,
and none counts as a version. Their rating stays in their own words.
"""

import logging
import threading
from collections.abc import Sequence
from functools import cache

import numpy as np
from django.db import transaction
from django.db.models import Max, QuerySet

from kiemtin.channels.feeds.claim_review import Check
from kiemtin.channels.feeds.rated import verdict_of
from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding
from kiemtin.desk.flow.articles import AHEAD, Taken, name_of
from kiemtin.desk.models import ForeignCheck, Source
from kiemtin.desk.moment import now, today
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.index import Index
from kiemtin.matching.library import batches
from kiemtin.matching.types import Candidate, Entry, Query

log = logging.getLogger(__name__)
BATCH = 1_000
ENCODED = 64
A_STATEMENT = 500
EARLIER = 20
"""Edits of one fact-check that are remembered."""

SHOWN = 5


def take(source: Source, checks: Sequence[Check]) -> Taken:
    """Keep what is new or was edited; taking the same again changes nothing."""
    wanted = {name_of(one.id): one for one in checks}
    if not wanted:
        return Taken()
    with transaction.atomic():
        jobs.one_at_a_time(jobs.CHECKS)
        rows = [row for some in batches(wanted, A_STATEMENT) for row in _known(source, some)]
        known = {one.item: one for one in rows}
        at = _newest()
        fresh: list[ForeignCheck] = []
        changed: list[ForeignCheck] = []
        for name, one in wanted.items():
            row = known.get(name)
            if row is not None and not _edited(row, one):
                continue
            at += 1
            into = fresh if row is None else changed
            into.append(_filled(row or ForeignCheck(source=source, item=name), one, at))
        ForeignCheck.objects.bulk_create(fresh, batch_size=A_STATEMENT)
        ForeignCheck.objects.bulk_update(changed, FIELDS, batch_size=A_STATEMENT)
    log.info("checks.taken source=%s new=%s changed=%s", source.pk, len(fresh), len(changed))
    return Taken(len(fresh), len(changed))


FIELDS = (
    *("url", "claim", "publisher", "rating", "verdict", "said_on", "language"),
    *("earlier", "sequence", "encoder", "vector", "gone_at"),
)


def _known(source: Source, names: list[str]) -> QuerySet[ForeignCheck]:
    return ForeignCheck.objects.filter(source=source, item__in=names)


def _edited(row: ForeignCheck, one: Check) -> bool:
    return (row.claim, row.rating, row.url) != (one.claim, one.rating, one.url)


def _filled(row: ForeignCheck, one: Check, sequence: int) -> ForeignCheck:
    if row.pk:
        before = {"claim": row.claim, "rating": row.rating, "until": now().isoformat()}
        row.earlier = [*row.earlier, before][-EARLIER:]
    else:
        row.came_at = now()
    if row.claim != one.claim:
        row.encoder, row.vector = "", b""
    row.url, row.claim, row.publisher, row.rating = one.url, one.claim, one.publisher, one.rating
    late = one.said_on is not None and one.said_on > today() + AHEAD
    row.said_on = None if late else one.said_on
    row.verdict, row.language = verdict_of(one.rating), one.language
    row.sequence = sequence
    return row


def _newest() -> int:
    return ForeignCheck.objects.aggregate(newest=Max("sequence"))["newest"] or 0


def encode_some() -> bool:
    """Encode what is not yet, or was by another encoder; True while there may be more."""
    encoder = encoding.means().encoder
    if encoder is None:
        return False
    rows = list(ForeignCheck.objects.exclude(encoder=encoder.name).order_by("-pk")[:ENCODED])
    if not rows:
        return False
    vectors = encoder.passage([one.claim for one in rows])
    with transaction.atomic():
        jobs.one_at_a_time(jobs.CHECKS)
        at = _newest()
        for row, vector in zip(rows, vectors, strict=True):
            at += 1
            told = {"vector": vector.astype("<f2").tobytes(), "encoder": encoder.name}
            # Unless it was edited while it was being encoded.
            same = ForeignCheck.objects.filter(pk=row.pk, claim=row.claim)
            same.update(sequence=at, **told)
    return len(rows) == ENCODED


class Known:
    """The foreign fact-checks of this process, in a matcher of their own."""

    def __init__(self) -> None:
        means = encoding.means()
        self.index = Index(means.encoder)
        self.matcher = Matcher(self.index, means.model)
        self.sequence = 0
        self._lock = threading.Lock()

    def refresh(self) -> Matcher:
        """Take in what changed since the last look; returns the matcher."""
        if _newest() != self.sequence:
            with self._lock:
                while rows := self._changes():
                    self.index.put([entry(one) for one in rows], self._vectors(rows))
                    self.sequence = rows[-1].sequence
        return self.matcher

    def _changes(self) -> list[ForeignCheck]:
        rows = ForeignCheck.objects.filter(sequence__gt=self.sequence)
        return list(rows.order_by("sequence")[:BATCH])

    def _vectors(self, rows: Sequence[ForeignCheck]) -> np.ndarray | None:
        """The rows' vectors; of those not encoded yet they are made here."""
        encoder = self.index.encoder
        if encoder is None:
            return None
        bare = [one for one in rows if one.encoder != encoder.name]
        made = iter(encoder.passage([one.claim for one in bare]) if bare else ())
        return np.stack(
            [next(made) if one.encoder != encoder.name else _vector(one) for one in rows]
        )


def _vector(row: ForeignCheck) -> np.ndarray:
    vector = np.frombuffer(bytes(row.vector), dtype="<f2").astype(np.float32)
    return vector / np.linalg.norm(vector)


def entry(row: ForeignCheck) -> Entry:
    """The check as the matcher compares with it: it holds where and when it says, if it does."""
    return Entry(str(row.pk), row.claim, "", None, row.said_on)


@cache
def known() -> Known:
    """The foreign fact-checks of this process."""
    return Known()


def forget() -> None:
    """Let the next look load them anew; used when another database takes its place."""
    known.cache_clear()


def candidates(query: Query, vector: Matrix | None = None) -> tuple[Candidate, ...]:
    """What is most like the query, best first: for a person to look at.

    `vector` (1, dim): the query's text as it is looked for, where that is known.
    """
    matcher = known().refresh()
    if not len(matcher.index):
        return ()
    return matcher.match(query, vector=vector).candidates[:SHOWN]
