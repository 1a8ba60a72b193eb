"""The delivery ledger: which version reached how many askers, in which communes, and who waits."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from kiemtin.desk.models import Delivery, Desk, FactCheck
from kiemtin.desk.models.messages import sent
from kiemtin.desk.queries import search

FEW = 5


@dataclass(frozen=True)
class Line:
    """One version in the ledger: delivered, read, refused as "not what I asked"."""

    number: int
    delivered: int
    automatic: int
    seen: int
    refused: int


@dataclass(frozen=True)
class Ledger:
    """Who has been told what; `places` counts askers of the current version by commune code."""

    lines: list[Line]
    asked: int
    places: list[tuple[str, int]]


def published(desks: Collection[Desk], text: str = "") -> QuerySet[FactCheck]:
    """Fact-checks of the desks, last changed first; `text` narrows by words, marks aside."""
    rows = FactCheck.objects.filter(desk__in=desks, current__isnull=False)
    if text:
        rows = rows.filter(pk__in=search.words().matching(text))
    counted = rows.annotate(
        open_objections=Count("objections", filter=Q(objections__outcome=""), distinct=True)
    )
    return counted.select_related("current", "desk").order_by("-current__published_at")


def ledger(fact_check: FactCheck) -> Ledger:
    """The ledger of one fact-check, newest version first."""
    deliveries = Delivery.objects.filter(version__fact_check=fact_check)
    rows = deliveries.values("version__number").annotate(
        delivered=_askers(),
        auto=_askers(automatic=True),
        seen=_askers(seen_at__isnull=False),
        refused=_askers(refused_at__isnull=False),
    )
    lines = [
        Line(row["version__number"], row["delivered"], row["auto"], row["seen"], row["refused"])
        for row in rows.order_by("-version__number")
    ]
    asked = list(fact_check.rumour.sightings.values_list(sent("message"), "place").distinct())
    places = Counter(place for _sent, place in asked if place)
    return Ledger(lines, len(asked), places.most_common())


def _askers(**which: object) -> Count:
    return Count(sent("message"), filter=Q(**which), distinct=True)
