"""The public log: one entry for each public act, numbered without gaps, in the act's own
transaction.

A commitment is SHA-256 over a tag, a random salt and the canonical body; the body says what became
public, never who asked.
"""

from typing import Any

from django.db.models import Max

from kiemtin.desk import jobs
from kiemtin.desk.models import LogEntry
from kiemtin.desk.moment import now
from kiemtin.record.commitment import canonical_body, commit, new_salt


def append(kind: str, body: dict[str, Any]) -> LogEntry:
    """Add an entry; call inside the transaction of the act itself, so that both stand or
    neither.
    """
    jobs.one_at_a_time(jobs.LOG)
    newest = LogEntry.objects.aggregate(newest=Max("number"))["newest"]
    salt = new_salt()
    return LogEntry.objects.create(
        number=0 if newest is None else newest + 1,
        kind=kind,
        made_at=now(),
        salt=salt,
        body=body,
        commitment=commit(salt, canonical_body(body)).hex(),
    )
