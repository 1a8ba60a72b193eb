"""The desk's figures about itself, for everyone: what came in, what was chosen, what was found, how
long it took, what readers objected to and what was wrong. No figure is of one person.

What people sent, and what was made of it before publication, is shown by the rules of desk.few.
What is published piece by piece (fact-checks, objections, corrections) is counted exactly: anyone
can count the pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth, TruncWeek

from kiemtin.desk import clock, few
from kiemtin.desk.few import FEW, Shown
from kiemtin.desk.models import FactCheck, Merge, Message, Objection, Rumour, Version
from kiemtin.desk.models.messages import sent
from kiemtin.desk.moment import today
from kiemtin.desk.period import Period
from kiemtin.desk.queries.board import EMPTY
from kiemtin.desk.words import (
    Claimant,
    MessageState,
    NotCheckable,
    ObjectionOutcome,
    Role,
    RumourState,
    Subject,
    Verdict,
    VersionKind,
)

Cell = Shown | int | float | None
FIRST = "first_published_at"


class Row(NamedTuple):
    """One line of a table: its code, and a figure for each column."""

    code: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Figures with the codes of what they are of; `total` is None where a sum says nothing."""

    code: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: tuple[Cell, ...] | None = None


def tables(period: Period) -> list[Table]:
    """Every table of the period, in the order of a message's way."""
    return [
        by_channel(period),
        by_time(period),
        by_decision(period),
        by_outcome(period),
        by_reason(period),
        by_harm(period),
        by_spread(period),
        by_subject(period),
        by_claimant(period),
        took(period),
        objections(period),
        corrections(period),
    ]


def years() -> dict[int, list[int]]:
    """The years with anything in them, newest first, each with its months."""
    found: dict[int, list[int]] = {}
    for rows, field in ((_sent(Period("")), "received_at"), (_published(Period("")), FIRST)):
        for month in rows.datetimes(field, "month"):
            months = found.setdefault(month.year, [])
            if month.month not in months:
                months.append(month.month)
    return {year: sorted(found[year]) for year in sorted(found, reverse=True)}


def _sent(period: Period) -> QuerySet[Message]:
    """What people sent, each once however many claims it makes."""
    return Message.objects.filter(part_of=None, **period.within("received_at")).order_by()


def _tallied(code: str, column: str, counts: Mapping[str, int]) -> Table:
    safe = few.tally(counts)
    rows = tuple(Row(one, (cell,)) for one, cell in safe.cells.items())
    return Table(code, (column,), rows, (safe.total,))


def _counted(rows: QuerySet[Any], *, by: str) -> dict[Any, int]:
    return {row[by]: row["n"] for row in rows.values(by).annotate(n=Count("pk"))}


def by_channel(period: Period) -> Table:
    """Messages by the channel they came by, the most used first."""
    counts = _counted(_sent(period), by="channel")
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    return _tallied("channel", "messages", {code: counts[code] for code in ordered})


def by_time(period: Period) -> Table:
    """Messages by week of a month (its Monday), by month of anything longer."""
    cut = TruncWeek if period.month else TruncMonth
    rows = _sent(period).annotate(at=cut("received_at"))
    counts = {one.date().isoformat(): n for one, n in _counted(rows, by="at").items()}
    code = "week" if period.month else "month"
    return _tallied(code, "messages", {one: counts[one] for one in sorted(counts)})


def by_decision(period: Period) -> Table:
    """Claims in messages by what was decided of them."""
    rows = Message.objects.exclude(state=MessageState.DIVIDED).order_by()
    counts = _counted(rows.filter(**period.within("received_at")), by="state")
    states = [state.value for state in MessageState if state != MessageState.DIVIDED]
    return _tallied("decision", "claims", {one: counts.get(one, 0) for one in states})


def _rumours(period: Period) -> QuerySet[Rumour]:
    """Rumours opened in the period, without those that the machine opened and a person emptied."""
    opened = Rumour.objects.filter(**period.within("opened_at")).order_by()
    by_person = Merge.objects.filter(rumour=OuterRef("pk"), undone_at=None)
    counted = opened.annotate(sightings_count=Count("sightings")).exclude(EMPTY)
    real = counted.exclude(Q(state=RumourState.MERGED) & ~Exists(by_person))
    return Rumour.objects.filter(pk__in=real.values("pk")).order_by()


OUTCOMES = {
    "checked": (RumourState.PUBLISHED,),
    "waiting": (RumourState.NEW, RumourState.CHECKING),
    "not_checkable": (RumourState.NOT_CHECKABLE,),
    "merged": (RumourState.MERGED,),
}


def by_outcome(period: Period) -> Table:
    """Rumours by what became of them."""
    counts = _counted(_rumours(period), by="state")
    summed = {code: sum(counts.get(one, 0) for one in states) for code, states in OUTCOMES.items()}
    return _tallied("outcome", "rumours", summed)


def by_reason(period: Period) -> Table:
    """Rumours that are not checkable, by why."""
    rows = _rumours(period).filter(state=RumourState.NOT_CHECKABLE)
    counts = _counted(rows, by="not_checkable")
    reasons = [one.value for one in NotCheckable if counts.get(one.value)]
    return _tallied("reason", "rumours", {one: counts[one] for one in reasons})


def _chosen(code: str, every: Mapping[str, int], checked: Mapping[str, int]) -> Table:
    """Rumours and those of them that were checked, line by line."""
    left, right = few.tally(every), few.tally({one: checked.get(one, 0) for one in every})
    rows = tuple(Row(one, (left.cells[one], right.cells[one])) for one in every)
    return Table(code, ("rumours", "checked"), rows, (left.total, right.total))


def by_harm(period: Period) -> Table:
    """Rumours that can be checked by harm 0 to 3 or not yet weighed, and how many were checked."""
    rows = _rumours(period).exclude(state__in=(RumourState.NOT_CHECKABLE, RumourState.MERGED))
    every = _counted(rows, by="harm")
    checked = _counted(rows.filter(state=RumourState.PUBLISHED), by="harm")
    codes = {"3": 3, "2": 2, "1": 1, "0": 0, "none": None}
    return _chosen(
        "harm",
        {code: every.get(harm, 0) for code, harm in codes.items()},
        {code: checked.get(harm, 0) for code, harm in codes.items()},
    )


def by_spread(period: Period) -> Table:
    """Rumours that can be checked by how far they had spread, 0 to 3, and how many were checked."""
    rows = _rumours(period).exclude(state__in=(RumourState.NOT_CHECKABLE, RumourState.MERGED))
    seen = rows.annotate(
        often=Count(sent("sightings__message"), distinct=True),
        wide=Count("sightings__place", filter=~Q(sightings__place=""), distinct=True),
    )
    every, checked = dict.fromkeys("3210", 0), dict.fromkeys("3210", 0)
    for state, often, wide in seen.values_list("state", "often", "wide").iterator():
        code = str(clock.spread(often, wide))
        every[code] += 1
        checked[code] += state == RumourState.PUBLISHED
    return _chosen("spread", every, checked)


def _published(period: Period) -> QuerySet[FactCheck]:
    """Fact-checks that stand, first published in the period."""
    shown = FactCheck.objects.filter(current__isnull=False, **period.within(FIRST))
    return shown.exclude(current__kind=VersionKind.WITHDRAWAL).order_by()


def by_subject(period: Period) -> Table:
    """Verdicts by subject, exactly: each is a public page."""
    counts = _crossed(_published(period), "current__subject")
    verdicts = tuple(verdict.value for verdict in Verdict)
    rows = tuple(
        Row(one.value, tuple(counts.get((one.value, verdict), 0) for verdict in verdicts))
        for one in Subject
        if any(subject == one.value for subject, _verdict in counts)
    )
    sums = tuple(sum(n for (_one, verdict), n in counts.items() if verdict == v) for v in verdicts)
    return Table("subject", verdicts, rows, sums)


def _crossed(rows: QuerySet[FactCheck], field: str) -> dict[tuple[str, str], int]:
    counted = rows.values_list(field, "current__verdict").annotate(n=Count("pk"))
    return {(one, verdict): n for one, verdict, n in counted}


def by_claimant(period: Period) -> Table:
    """Verdicts by the kind of actor who made the claim. No page says it, so it is not exact, and
    how many there are of each verdict is known from `by_subject`: every kind has a row, or none.
    """
    counts = _crossed(_published(period), "rumour__claimant")
    verdicts = tuple(verdict.value for verdict in Verdict)
    columns = [
        few.cells_of_known({kind: counts.get((kind, verdict), 0) for kind in Claimant.values})
        for verdict in verdicts
    ]
    kinds = Claimant.values if counts else []
    rows = tuple(Row(kind, tuple(column[kind] for column in columns)) for kind in kinds)
    return Table("claimant", verdicts, rows)


def took(period: Period) -> Table:
    """From a message to the first holding line after it, and to its first answer: how many, and
    within how many hours half and nine tenths of them had it. Fewer than FEW have no hours.
    """
    asked = Message.objects.exclude(state=MessageState.DIVIDED)
    asked = asked.filter(**period.within("received_at"))
    lines = "sighting__rumour__holding_lines__published_at"
    later = Q(**{f"{lines}__gte": F("received_at")})
    return Table(
        "took",
        ("answered", "half", "nine_tenths"),
        (
            Row("holding_line", _quantiles(asked, Min(lines, filter=later))),
            Row("fact_check", _quantiles(asked, _first_answer())),
        ),
    )


def _first_answer() -> Min:
    return Min("deliveries__delivered_at", filter=Q(deliveries__refused_at=None))


def _quantiles(asked: QuerySet[Message], first: Min) -> tuple[Cell, ...]:
    """How many have a first answer, and the hours of the median and of the 90th percentile (nearest
    rank).
    """
    told = asked.annotate(first=first).filter(first__isnull=False)
    took = told.annotate(took=F("first") - F("received_at")).order_by("took")
    waits = list(took.values_list("took", flat=True))
    count = len(waits)
    if count < FEW:
        return (few.shown(count), None, None)
    ranks = (-(-count // 2) - 1, -(-count * 9 // 10) - 1)
    return (few.shown(count), *(_hours(waits[rank]) for rank in ranks))


def _hours(wait: timedelta) -> float:
    return round(max(wait, timedelta(0)).total_seconds() / 3600, 1)


def objections(period: Period) -> Table:
    """Objections received in the period, exactly: what the desk says of them now, how many led to a
    correction, and days until the answer.
    """
    rows = Objection.objects.filter(**period.within("received_at"))
    answered = rows.filter(answered_at__isnull=False)
    waits = sorted(
        (one.answered_at - one.received_at).days
        for one in answered.only("received_at", "answered_at")
        if one.answered_at
    )
    late = rows.filter(answered_at=None, due_on__lt=today()).count()
    figures: dict[str, Cell] = {
        "received": rows.count(),
        "accepted": answered.filter(standing=ObjectionOutcome.ACCEPTED).count(),
        "corrected": answered.filter(corrected_in__isnull=False).count(),
        "refused": answered.filter(standing=ObjectionOutcome.REFUSED).count(),
        "waiting": rows.filter(answered_at=None).count(),
        "late": late,
        "days_half": waits[-(-len(waits) // 2) - 1] if waits else None,
        "days_longest": waits[-1] if waits else None,
    }
    lines = tuple(Row(code, (figure,)) for code, figure in figures.items())
    return Table("objections", ("objections",), lines)


def corrections(period: Period) -> Table:
    """New versions of the period by why they exist, exactly: each is a public page."""
    counts = _counted(Version.objects.filter(**period.within("published_at")).order_by(), by="kind")
    kinds = (VersionKind.AMENDMENT, VersionKind.WITHDRAWAL, VersionKind.UPDATE)
    rows = tuple(Row(kind.value, (counts.get(kind.value, 0),)) for kind in kinds)
    return Table("corrections", ("versions",), rows)


class Member(NamedTuple):
    """Somebody who stands on published pages: name and what they stood as there."""

    name: str
    stands_as: tuple[str, ...]


def team(period: Period) -> list[Member]:
    """Those who stand as author, reviewer or spokesperson on versions of the period, by name."""
    rows = Version.objects.filter(**period.within("published_at")).order_by()
    found: dict[tuple[str, int], list[str]] = {}
    for field, role in STANDS_AS.items():
        for name, pk in rows.values_list(f"{field}__name", f"{field}__pk").distinct():
            found.setdefault((name, pk), []).append(role)
    return [Member(name, tuple(found[name, pk])) for name, pk in sorted(found)]


STANDS_AS = {
    "author": Role.CHECKER.value,
    "reviewer": Role.REVIEWER.value,
    "spokesperson": Role.SPOKESPERSON.value,
}
