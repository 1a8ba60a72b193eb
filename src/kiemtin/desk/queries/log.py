"""The public log as people read it: which act, when, about which fact-check; newest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from kiemtin.desk.models import Erasure, FactCheck, LogEntry, Version
from kiemtin.desk.queries import search

MOST_FOUND = 500
"""Fact-checks that words may lead to; more would be a list, not a search."""

NUMBER = re.compile(r"#?(\d{1,18})")
COMMITMENT = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Act:
    """One entry with the fact-check that it is about, if it is about one."""

    entry: LogEntry
    fact_check: FactCheck | None
    version: int | None


def newest() -> int:
    """The number of the newest entry, -1 before the first."""
    number = LogEntry.objects.aggregate(newest=Max("number"))["newest"]
    return -1 if number is None else number


def entries(words: str = "", kind: str = "", day: date | None = None) -> QuerySet[LogEntry]:
    """Entries of a kind and day that some words lead to: a number, a commitment, a fact-check."""
    found = LogEntry.objects.order_by("-number")
    if kind:
        found = found.filter(kind=kind)
    if day:
        found = found.filter(made_at__date=day)
    return found.filter(_about(words)) if words.strip() else found


def _about(words: str) -> Q:
    words = words.strip().lower()
    if number := NUMBER.fullmatch(words):
        return Q(number=int(number[1]))
    if COMMITMENT.fullmatch(words):
        return Q(commitment__startswith=words)
    found = Q(pk__in=search.words().matching(words)[:MOST_FOUND]) | Q(slug=words)
    known = FactCheck.objects.filter(found).values_list("pk", "slug")[:MOST_FOUND]
    # Entries of before name the fact-check by its address.
    return Q(body__fact_check__in=[name for both in known for name in both])


def acts(shown: Iterable[LogEntry]) -> list[Act]:
    """The entries with their fact-checks, in the same order."""
    rows = list(shown)
    named = {_field(one, "fact_check") for one in rows}
    numbers = [name for name in named if isinstance(name, int)]
    slugs = [name for name in named if isinstance(name, str)]
    known = FactCheck.objects.select_related("current")
    by_name: dict[Any, FactCheck] = {
        **known.in_bulk(numbers),
        **known.in_bulk(slugs, field_name="slug"),
    }
    return [
        Act(one, by_name.get(_field(one, "fact_check")), _field(one, "version")) for one in rows
    ]


def _field(entry: LogEntry, name: str) -> Any:
    return entry.said().get(name)


def act(number: int) -> Act | None:
    """One entry, None when there is none of this number."""
    entry = LogEntry.objects.filter(number=number).first()
    return acts([entry])[0] if entry else None


def erasure_of(version: Version) -> Erasure | None:
    """When and why the text of a version was erased; None where it stands."""
    done = Erasure.objects.filter(entry=version.log_entry_id, tombstone__isnull=False)
    return done.select_related("tombstone").first()
