"""The claims as the matcher knows them: written beside the database's changes, followed by number.

The index is derived: every process loads it from IndexedClaim and then takes in what has a higher
sequence than it has seen. Losing it costs a rebuild, never a record.
"""

import hashlib
import logging
import threading
from collections.abc import Iterable
from functools import cache

import numpy as np
from django.db import transaction
from django.db.models import Max

from kiemtin.desk import jobs
from kiemtin.desk.flow import encoding, sightings
from kiemtin.desk.models import IndexedClaim, Rumour
from kiemtin.desk.words import RumourState
from kiemtin.matching.decide import Matcher
from kiemtin.matching.index import WORDS_ONLY, Index
from kiemtin.matching.types import Entry

BATCH = 2_000
log = logging.getLogger(__name__)


class Library:
    """The matcher of this process, kept up with the database by sequence number."""

    def __init__(self) -> None:
        means = encoding.means()
        self.index = Index(means.encoder)
        self.matcher = Matcher(self.index, means.model)
        self._lock = threading.Lock()

    def refresh(self) -> Matcher:
        """Take in what changed since the last look; returns the matcher."""
        newest = IndexedClaim.objects.aggregate(newest=Max("sequence"))["newest"] or 0
        if newest != self.index.sequence:
            with self._lock:
                self._take_in()
        return self.matcher

    def _take_in(self) -> None:
        while rows := list(self._changes()):
            gone = [row for row in rows if row.removed]
            kept = [row for row in rows if not row.removed]
            self.index.remove([str(row.rumour_id) for row in gone])
            if kept:
                self.index.put([entry(row.rumour) for row in kept], _vectors(kept))
            self.index.sequence = rows[-1].sequence

    def _changes(self) -> list[IndexedClaim]:
        changed = IndexedClaim.objects.filter(sequence__gt=self.index.sequence)
        related = changed.select_related("rumour__fact_check__current")
        return list(related.order_by("sequence")[:BATCH])


@cache
def library() -> Library:
    """The library of this process."""
    return Library()


def forget() -> None:
    """Let the next look load the library anew; used when another database takes its place."""
    library.cache_clear()


def _vectors(rows: list[IndexedClaim]) -> np.ndarray | None:
    """The rows' vectors, shape (n, dim); without an encoder none, and the kept ones stay."""
    encoder = encoding.means().encoder
    if encoder is None:
        return None
    _encode_anew([row for row in rows if row.encoder != encoder.name])
    return np.stack([_vector(row) for row in rows])


def _encode_anew(rows: list[IndexedClaim]) -> None:
    """Make the vectors of another encoder, or of an older one, comparable again."""
    if not rows:
        return
    log.info("index.encoded_anew claims=%s", len(rows))
    for row in rows:
        row.vector, row.encoder = _encode(entry(row.rumour).claim)
    IndexedClaim.objects.bulk_update(rows, ["vector", "encoder"], batch_size=500)


def _vector(row: IndexedClaim) -> np.ndarray:
    vector = np.frombuffer(bytes(row.vector), dtype="<f2").astype(np.float32)
    return vector / np.linalg.norm(vector)


def entry(rumour: Rumour) -> Entry:
    """What the matcher compares with: the published claim, or the open rumour's."""
    fact_check = getattr(rumour, "fact_check", None)
    version = fact_check.current if fact_check else None
    if version is None:
        return Entry(
            str(rumour.pk), rumour.claim, "", rumour.place or None, rumour.opened_at.date()
        )
    return Entry(
        str(rumour.pk),
        version.claim,
        version.fact,
        version.place or None,
        version.valid_from or rumour.opened_at.date(),
        version.valid_from,
        version.valid_until,
    )


def put(rumour: Rumour) -> None:
    """Make the rumour findable as it now stands, or take it out when it has no claim to match."""
    rumour = Rumour.objects.select_related("fact_check__current").get(pk=rumour.pk)
    closed = rumour.state in (RumourState.MERGED, RumourState.NOT_CHECKABLE)
    removed = closed or sightings.is_empty(rumour)
    text = entry(rumour).claim
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = IndexedClaim.objects.filter(rumour=rumour, text_sha256=digest).first()
    vector, encoder = _kept(known) or _encode(text)
    with transaction.atomic():
        jobs.one_at_a_time(jobs.INDEX)
        newest = IndexedClaim.objects.aggregate(newest=Max("sequence"))["newest"] or 0
        IndexedClaim.objects.update_or_create(
            rumour=rumour,
            defaults={
                "sequence": newest + 1,
                "encoder": encoder,
                "text_sha256": digest,
                "vector": vector,
                "removed": removed,
            },
        )


def put_changed(rumours: Iterable[Rumour]) -> None:
    """What was emptied is no longer suggested; what has a message again is."""
    for rumour in rumours:
        known = IndexedClaim.objects.filter(rumour=rumour).first()
        if known is None or known.removed or sightings.is_empty(rumour) or rumour.merged_into:
            put(rumour)


def _kept(known: IndexedClaim | None) -> tuple[bytes, str] | None:
    """The vector and its encoder's name, when they can stay: without an encoder any can."""
    encoder = encoding.means().encoder
    if known is None or (encoder is not None and known.encoder != encoder.name):
        return None
    return bytes(known.vector), known.encoder


def _encode(text: str) -> tuple[bytes, str]:
    """The vector of `text` and the encoder's name; no bytes without an encoder."""
    encoder = encoding.means().encoder
    if encoder is None:
        return b"", WORDS_ONLY
    return encoder.passage([text])[0].astype("<f2").tobytes(), encoder.name
