"""Adding work to the outbox, in the transaction of what makes it necessary; a key makes it one
effect.
"""

from datetime import datetime, timedelta

from django.db import connection

from kiemtin.desk.models import Job
from kiemtin.desk.moment import now
from kiemtin.desk.words import JobState


def enqueue(
    kind: str,
    key: str,
    *,
    delay: timedelta = timedelta(0),
    run_at: datetime | None = None,
    **payload: int,
) -> None:
    """Add a job unless one with this key is there already, due at `run_at` or after `delay`.
    `payload` holds ids only.
    """
    run_at = run_at or now() + delay
    Job.objects.bulk_create(
        [Job(kind=kind, key=key, payload=payload, run_at=run_at)], ignore_conflicts=True
    )


def finish(key: str) -> None:
    """Mark a job as done that was done on the way, without the worker."""
    Job.objects.filter(key=key).update(state=JobState.DONE, done_at=now())


def one_at_a_time(what: int) -> None:
    """Let other transactions wait here until this one ends: log numbers and index sequences.

    SQLite has one writer anyway; PostgreSQL takes an advisory lock of the transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x4B54, what])


LOG, INDEX, PASSAGES, CHECKS, PRINTS = 1, 2, 3, 4, 5
