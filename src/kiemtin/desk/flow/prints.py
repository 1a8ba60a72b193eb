"""Fingerprints of pictures as this process knows them: followed by number, erased with their files.

What is alike is a suggestion: one picture can carry two claims.
"""

import logging
import threading
from dataclasses import dataclass
from functools import cache

from kiemtin.desk.models import Print
from kiemtin.desk.words_evidence import PrintKind
from kiemtin.media import alike

log = logging.getLogger(__name__)
SEEN = (PrintKind.PICTURE, PrintKind.FRAME, PrintKind.PAGE)
BATCH = 2_000


@dataclass(frozen=True)
class Alike:
    """A stored fingerprint that is alike, and how."""

    found: Print
    likeness: alike.Likeness


class Pictures:
    """All pictures, frames and pages of this desk's machine, by what they show."""

    def __init__(self) -> None:
        self._index = alike.Index(_stored)
        self._newest = 0
        self._lock = threading.Lock()

    def search(self, data: bytes) -> list[Alike]:
        """Return what is alike to one fingerprint (its bytes), the most alike first."""
        asked = alike.read(data)
        with self._lock:
            self._take_in()
            hits = self._hits(asked)
        rows = Print.objects.select_related(
            "reading__picture__message", "reading__evidence__rumour"
        ).in_bulk([int(hit.key) for hit in hits])
        return [Alike(rows[int(hit.key)], hit.likeness) for hit in hits if int(hit.key) in rows]

    def _hits(self, asked: alike.Fingerprint) -> list[alike.Hit]:
        while True:
            try:
                return self._index.search(asked)
            except _Gone as gone:
                self._index.remove(gone.key)

    def _take_in(self) -> None:
        new = Print.objects.filter(kind__in=SEEN, pk__gt=self._newest).order_by("pk")
        while rows := list(new.filter(pk__gt=self._newest)[:BATCH]):
            for row in rows:
                self._index.add(str(row.pk), alike.read(bytes(row.data)))
            self._newest = rows[-1].pk


class _Gone(LookupError):
    """A fingerprint that was erased after it was taken in."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _stored(key: str) -> bytes:
    data = Print.objects.filter(pk=int(key)).values_list("data", flat=True).first()
    if data is None:
        raise _Gone(key)
    return bytes(data)


@cache
def pictures() -> Pictures:
    """The pictures of this process."""
    return Pictures()


def forget() -> None:
    """Let the next look begin anew; used when another database takes its place."""
    pictures.cache_clear()
