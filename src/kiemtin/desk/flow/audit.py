"""Audit: each act of a person of the desk is entered in the desk's own book, in the act's own
transaction: both stand or neither.

Numbers and codes only: no word of a message, nothing of who sent one, no address of a computer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model
from django.db.transaction import TransactionManagementError

from kiemtin.desk import jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.models import Account, AuditEntry, Desk
from kiemtin.desk.moment import now
from kiemtin.record.chain import START, Link, link_hash

CODE = re.compile(r"[a-z0-9_.:-]{0,40}\Z")
Id = int | str | None
Ids = Id | Sequence[int | str]


@dataclass(frozen=True)
class Head:
    """The newest entry: whoever keeps these two can show later that nothing before was changed."""

    number: int
    hash: str


def note(actor: Account | None, desk: Desk | None, act: Act, about: Model, **details: Ids) -> None:
    """Enter what the actor (None: the machine) did on the record `about`.

    The last statement of the act's transaction: it waits for the public log, and nothing that
    holds the log waits for a row. Raises TransactionManagementError outside of one, ValueError for
    a detail that is neither number nor code.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("an act and its audit entry belong in one transaction")
    for name, value in details.items():
        _check(name, value)
    jobs.one_at_a_time(jobs.LOG)
    last = head()
    entry = AuditEntry(
        number=last.number + 1 if last else 0,
        made_at=now(),
        actor=actor,
        desk=desk,
        act=act.value,
        kind=str(about._meta.model_name),
        object=about.pk,
        details=details,
        previous=last.hash if last else START,
    )
    entry.hash = link_hash(entry.previous, entry.body())
    entry.save(force_insert=True)


def _check(name: str, value: Ids) -> None:
    for one in [value] if isinstance(value, str) or not isinstance(value, Sequence) else value:
        if not (CODE.match(one) if isinstance(one, str) else one is None or isinstance(one, int)):
            raise ValueError(f"{name}: an audit entry takes numbers and codes, no text")


def about_oneself(account: Account, act: Act) -> None:
    """Enter what an account did with itself (signing in and out), at the first of its desks."""
    desk = Desk.objects.filter(memberships__account=account).order_by("id").first()
    note(account, desk, act, account)


def head() -> Head | None:
    """The newest entry, for whoever anchors it elsewhere; None while the book is empty. Nothing
    publishes it by itself.
    """
    newest = AuditEntry.objects.order_by("-number").values_list("number", "hash").first()
    return Head(*newest) if newest else None


def link(entry: AuditEntry) -> Link:
    """The entry as a check of the chain reads it."""
    return Link(entry.number, entry.body(), entry.previous, entry.hash)
