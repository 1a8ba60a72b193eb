"""Objections as pages show them: how long each took, what became of it, what is late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from kiemtin.desk.models import Desk, FactCheck, Objection, ObjectionNote
from kiemtin.desk.moment import today
from kiemtin.desk.words import ObjectionOutcome
from kiemtin.desk.workdays import working_days_between

State = Literal["waiting", "refused", "correcting", "corrected"]
WAITING = Q(outcome="")
CORRECTING = Q(standing=ObjectionOutcome.ACCEPTED, corrected_in=None)
STATES: dict[State, Q] = {
    "waiting": WAITING,
    "correcting": CORRECTING,
    "corrected": Q(corrected_in__isnull=False),
    "refused": Q(standing=ObjectionOutcome.REFUSED),
}


@dataclass(frozen=True)
class Shown:
    """One objection with what its page says of it."""

    objection: Objection

    @property
    def state(self) -> State:
        """Where it stands."""
        one = self.objection
        if not one.outcome:
            return "waiting"
        if one.standing == ObjectionOutcome.REFUSED:
            return "refused"
        return "corrected" if one.corrected_in_id else "correcting"

    @property
    def days(self) -> int | None:
        """Working days until it was answered; None while it waits."""
        one = self.objection
        if one.answered_at is None:
            return None
        return working_days_between(one.received_at, one.answered_at)

    @property
    def in_time(self) -> bool:
        """True when it was answered by the day that was promised."""
        one = self.objection
        return one.answered_at is not None and timezone.localdate(one.answered_at) <= one.due_on

    @property
    def days_to_correction(self) -> int | None:
        """Working days until the version that corrects the error; None where there is none."""
        version = self.objection.corrected_in
        if version is None:
            return None
        return working_days_between(self.objection.received_at, version.published_at)

    @property
    def due(self) -> date | None:
        """When what the desk still owes is due: the answer, then the correction."""
        if self.state == "waiting":
            return self.objection.due_on
        return self.objection.amend_by if self.state == "correcting" else None

    @property
    def late(self) -> bool:
        """True when that day is over."""
        return self.due is not None and self.due < today()

    @cached_property
    def notes(self) -> list[ObjectionNote]:
        """What the desk added since, oldest first."""
        return list(self.objection.notes.all())


def _related(rows: QuerySet[Objection]) -> QuerySet[Objection]:
    related = rows.select_related(
        "version", "corrected_in", "answered_by", "fact_check__current", "fact_check__desk"
    )
    return related.prefetch_related("notes__by")


def of(fact_check: FactCheck) -> list[Shown]:
    """Those of one fact-check, the newest answer first."""
    rows = _related(Objection.objects.filter(fact_check=fact_check))
    return [Shown(one) for one in rows.order_by("-answered_at", "-id")]


def by_receipt(receipt: str) -> Shown | None:
    """One by what the database keeps of its receipt code."""
    found = _related(Objection.objects.filter(receipt=receipt)).first()
    return Shown(found) if found else None


def answered() -> QuerySet[Objection]:
    """Every answered one of every desk, newest answer first."""
    return _related(Objection.objects.exclude(outcome="")).order_by("-answered_at", "-id")


def queue(desks: Collection[Desk], state: str = "", kind: str = "") -> list[Shown]:
    """What the desks still owe, due first; or those in one state, the newest first."""
    rows = _related(_kind(Objection.objects.filter(fact_check__desk__in=desks), kind))
    if state in STATES:
        newest = rows.filter(STATES[state]).order_by("-answered_at", "due_on", "id")
        shown = [Shown(one) for one in newest[:200]]
    else:
        shown = [Shown(one) for one in rows.filter(WAITING | CORRECTING)]
    return sorted(shown, key=lambda one: one.due or date.max)


def _kind(rows: QuerySet[Objection], kind: str) -> QuerySet[Objection]:
    return rows.filter(kind=kind) if kind else rows


def counts(desks: Collection[Desk]) -> dict[str, int]:
    """How many are in each state, and how many the desks still owe something ("")."""
    rows = Objection.objects.filter(fact_check__desk__in=desks)
    found = {str(state): rows.filter(which).count() for state, which in STATES.items()}
    return found | {"": found["waiting"] + found["correcting"]}


@dataclass(frozen=True)
class Sums:
    """Of all desks: how many came, how many of those answered were in time, and what became of
    them; `late` is how many wait longer than promised.
    """

    received: int
    answered: int
    in_time: int
    accepted: int
    waiting: int
    late: int


def sums() -> Sums:
    """The sums as of today."""
    rows = Objection.objects.order_by()
    done = rows.exclude(outcome="")
    told = done.values_list("answered_at", "due_on")
    in_time = sum(gone is not None and timezone.localdate(gone) <= due for gone, due in told)
    waiting = rows.filter(WAITING)
    return Sums(
        received=rows.count(),
        answered=done.count(),
        in_time=in_time,
        accepted=done.filter(standing=ObjectionOutcome.ACCEPTED).count(),
        waiting=waiting.count(),
        late=waiting.filter(due_on__lt=today()).count(),
    )
