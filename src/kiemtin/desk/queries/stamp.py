"""What a kept page depends on, read in one cheap look; equal stamps, equal pages.

These run for every request of every reader, so they are plain SQL that both databases read:
building the same queries from objects takes longer than answering them. A commitment of the log
names a version or a holding line for good, in any database.
"""

from collections.abc import Hashable
from typing import Any, NamedTuple

from django.db import connection

from kiemtin.desk.moment import today

NAME = "SELECT name FROM desk_desk WHERE parent_id IS NULL ORDER BY id LIMIT 1"
NEWEST = (
    "SELECT l.commitment, (SELECT count(tombstone_id) FROM desk_erasure) "
    "FROM desk_version v JOIN desk_logentry l ON l.id = v.log_entry_id ORDER BY v.id DESC LIMIT 1"
)
PAGE = """
SELECT l.commitment, d.name, d.contact,
    (SELECT count(*) FROM desk_objection o WHERE o.fact_check_id = f.id),
    (SELECT max(o.changed_at) FROM desk_objection o WHERE o.fact_check_id = f.id),
    (SELECT count(*) FROM desk_objection o WHERE o.fact_check_id = f.id AND ((o.outcome = ''
        AND o.due_on < %s) OR (o.corrected_in_id IS NULL AND o.amend_by < %s))),
    (SELECT k.public FROM desk_logkey k WHERE k.ended_at IS NULL),
    (SELECT count(tombstone_id) FROM desk_erasure),
    (SELECT count(*) FROM desk_translation t WHERE t.fact_check_id = f.id
        AND t.ended_at IS NULL AND t.back_checked_at IS NOT NULL),
    (SELECT max(t.back_checked_at) FROM desk_translation t WHERE t.fact_check_id = f.id
        AND t.ended_at IS NULL)
FROM desk_factcheck f
JOIN desk_desk d ON d.id = f.desk_id
JOIN desk_version v ON v.id = f.current_id
JOIN desk_logentry l ON l.id = v.log_entry_id
WHERE f.slug = %s
"""


OBJECTIONS = """
SELECT count(*), count(answered_at), max(changed_at),
    (SELECT count(tombstone_id) FROM desk_erasure),
    count(CASE WHEN outcome = '' AND due_on < %s THEN 1 END),
    count(CASE WHEN corrected_in_id IS NULL AND amend_by < %s THEN 1 END)
FROM desk_objection
"""


class Stamp(NamedTuple):
    """All that the page of a fact-check depends on."""

    commitment: str
    desk: str
    contact: str
    objections: int
    objections_changed_at: Hashable
    objections_late: int
    key: str | None
    erased: int
    translations: int
    translated_at: Hashable


def _first(sql: str, *given: str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def site_name() -> str:
    """The name of the desk that the site speaks for, "" before the first desk."""
    row = _first(NAME)
    return str(row[0]) if row else ""


def newest_version() -> Hashable:
    """Changes with every publication, by the log's commitment to it, and with every erasure."""
    return _first(NEWEST)


def objections() -> Hashable:
    """Changes with every objection, answer, note and erasure, and when one becomes late."""
    day = today().isoformat()
    return _first(OBJECTIONS, day, day)


def stamp(slug: str) -> Stamp | None:
    """The stamp of a published fact-check, None when there is none at this address."""
    day = today().isoformat()
    row = _first(PAGE, day, day, slug)
    return Stamp(*row) if row else None
