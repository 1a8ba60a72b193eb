"""Reading: what the machine finds in a file, beside it for a checker; never evidence by itself.

A worker reads it later, in processes apart. What cannot be read says why and holds up nothing.
"""

import logging

from django.db import transaction

from kiemtin.desk import jobs, seen_in
from kiemtin.desk.marked import marked
from kiemtin.desk.models import Evidence, Picture, Print, Reading
from kiemtin.desk.moment import now
from kiemtin.desk.read_words import digits_back
from kiemtin.desk.words_evidence import ReadingState
from kiemtin.refusal import Refusal
from kiemtin.text.canonical import canonical
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)
MOST_TEXT = 200_000
GIVEN_UP = "given_up"
"""The refusal of a file that could not be read for a reason of the desk's own."""


def ask(
    *,
    picture: Picture | None = None,
    evidence: Evidence | None = None,
    told: seen_in.Seen | None = None,
    words: str | None = None,
) -> Reading:
    """Have a file read, in the transaction that keeps it; once for each. `told`: what was found in
    a picture before its metadata were removed; `words`: what stands in it, where that is known.
    """
    known = {"facts": told.facts, "origin": told.origin} if told else {}
    text = _redacted(words or "")
    reading, new = Reading.objects.get_or_create(
        picture=picture, evidence=evidence, defaults={"asked_at": now(), "text": text, **known}
    )
    if new:
        has_words = int(words is not None)
        jobs.enqueue(
            "read_file", f"read_file:{reading.pk}", reading=reading.pk, has_words=has_words
        )
    return reading


def read_file(reading: int, has_words: int = 0) -> None:
    """Read the file and keep what was found; done before, nothing is done. `has_words`: those in it
    were read when it came.
    """
    waits = Reading.objects.filter(pk=reading, state=ReadingState.WAITING)
    row = waits.select_related("picture", "evidence").first()
    if row is None:
        return
    try:
        found = _look(row, read=not has_words)
    except Refusal as refused:
        if refused.code == "busy":  # the worker tries again
            raise
        _refused(row, refused.code)
        return
    _keep(row, found)
    log.info("reading.done id=%s kind=%s prints=%s", row.pk, row.kind, len(found.prints))


def give_up(reading: int, has_words: int = 0) -> None:
    """Say that it cannot be read, when the worker failed as often as it tries."""
    for row in Reading.objects.filter(pk=reading, state=ReadingState.WAITING):
        _refused(row, GIVEN_UP)


def _look(row: Reading, *, read: bool) -> seen_in.Seen:
    if row.evidence is not None:
        with row.evidence.copy.open("rb") as file:
            return seen_in.in_copy(file.read(), row.evidence.copy_name)
    assert row.picture is not None
    with row.picture.file.open("rb") as file:
        return seen_in.in_picture(file.read(), None if read else row.text)


def _refused(row: Reading, code: str) -> None:
    changed = {"state": ReadingState.REFUSED, "refusal": code[:40], "read_at": now()}
    Reading.objects.filter(pk=row.pk, state=ReadingState.WAITING).update(**changed)
    log.info("reading.refused id=%s code=%s", row.pk, code)


def _keep(row: Reading, found: seen_in.Seen) -> None:
    row.state, row.read_at, row.kind = ReadingState.READ, now(), found.kind[:20]
    row.text = _redacted(found.text) if row.picture_id else found.text[:MOST_TEXT]
    row.facts = [*row.facts, *found.facts]
    row.origin = found.origin or row.origin
    row.warnings, row.hints = found.warnings, found.hints
    with transaction.atomic():
        # Who follows them by number would pass over one that is stored later with a lower number.
        jobs.one_at_a_time(jobs.PRINTS)
        if Reading.objects.filter(pk=row.pk, state=ReadingState.WAITING).exists():
            row.save()
            Print.objects.bulk_create(Print(reading=row, **one) for one in found.prints)


def _redacted(text: str) -> str:
    """A picture that was sent in is a message: what names a private person is not kept."""
    words = canonical(digits_back(text[:MOST_TEXT]))
    return redact(words, keep=marked()).text if text.strip() else ""
