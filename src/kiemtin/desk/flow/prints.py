"""Fingerprints of pictures and sounds as this process knows them: followed by number, erased with
their files.

What is alike is a suggestion: one picture can carry two claims.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiemtin.desk.models import Print
from kiemtin.desk.words_evidence import PrintKind
from kiemtin.media import alike, heard
from kiemtin.media.inside import sound
from kiemtin.refusal import Say

log = logging.getLogger(__name__)
SEEN = (PrintKind.PICTURE, PrintKind.FRAME, PrintKind.PAGE)
BATCH = 2_000


@dataclass(frozen=True)
class Alike:
    """A stored fingerprint that is alike: its score from 0 to 1, and why, in both languages."""

    found: Print
    score: float
    reasons: tuple[Say, ...]


class Known:
    """All fingerprints of some kinds on this desk's machine, in an index of their own."""

    def __init__(self, kinds: tuple[str, ...], index: Any, read: Callable[[bytes], Any]) -> None:
        self._kinds, self._index, self._read = kinds, index, read
        self._newest = 0
        self._lock = threading.Lock()

    def search(self, one: Print) -> list[Alike]:
        """Return what is alike to a stored fingerprint, the most alike first."""
        asked = self._asked(one)
        with self._lock:
            self._take_in()
            hits = self._hits(asked)
        rows = Print.objects.select_related(
            "reading__picture__message", "reading__evidence__rumour"
        ).in_bulk([int(hit.key) for hit in hits])
        return [
            Alike(rows[int(hit.key)], hit.likeness.score, tuple(hit.likeness.reasons()))
            for hit in hits
            if int(hit.key) in rows
        ]

    def _asked(self, one: Print) -> Any:
        return self._read(bytes(one.data))

    def _hits(self, asked: Any) -> list[Any]:
        while True:
            try:
                return self._found(asked)
            except _Gone as gone:
                self._index.remove(gone.key)

    def _found(self, asked: Any) -> list[Any]:
        return list(self._index.search(asked))

    def _take_in(self) -> None:
        new = Print.objects.filter(kind__in=self._kinds).exclude(method__contains="@")
        new = new.order_by("pk")
        while rows := list(new.filter(pk__gt=self._newest)[:BATCH]):
            for row in rows:
                self._index.add(str(row.pk), self._read(bytes(row.data)))
            self._newest = rows[-1].pk


class Sounds(Known):
    """Sounds are looked for at a few speeds; only the one as it was is kept in the index."""

    def _asked(self, one: Print) -> Any:
        rows = Print.objects.filter(reading=one.reading_id, kind=PrintKind.SOUND)
        read = {sound.speed_of(row.method): self._read(bytes(row.data)) for row in rows}
        return list(read.values()), list(read)

    def _found(self, asked: Any) -> list[Any]:
        return list(self._index.search(*asked))


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
def pictures() -> Known:
    """The pictures of this process."""
    return Known(SEEN, alike.Index(_stored), alike.read)


@cache
def sounds() -> Known:
    """The sounds of this process."""
    return Sounds((PrintKind.SOUND,), heard.SoundIndex(_stored), heard.read)


def search(one: Print) -> list[Alike]:
    """Return what is alike to a stored fingerprint, itself among them, the most alike first."""
    known = sounds() if one.kind == PrintKind.SOUND else pictures()
    return known.search(one)


def forget() -> None:
    """Let the next look begin anew; used when another database takes its place."""
    pictures.cache_clear()
    sounds.cache_clear()
