"""What readers said of a version: counts, reasons, a burst; what goes back for review.

Counts are given whole; `shown` makes them fit for a public page, where fewer than five are "under
5".
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from kiemtin.desk.models import ContestedReview, Desk, Draft, Rating, RatingTag, Version
from kiemtin.desk.moment import now
from kiemtin.desk.words import Helpful, RatingReason, Reception

FEW = 5
BURST, TIMES_THE_USUAL = 20, 10
LOOKED_BACK = timedelta(days=28)


@dataclass(frozen=True)
class Burst:
    """In one hour came `count` ratings, where `usual` come in an hour that has any."""

    count: int
    usual: float

    @property
    def usual_is_few(self) -> bool:
        """True when a public page says "under 5" of what is usual."""
        return self.usual < FEW


@dataclass(frozen=True)
class Readers:
    """What readers made of one version; `looked_at` says when a reviewer found that it stands."""

    counts: dict[Helpful, int]
    reception: Reception = Reception.TOO_FEW
    burst: Burst | None = None
    looked_at: datetime | None = None

    @property
    def total(self) -> int:
        """How many devices have said something."""
        return sum(self.counts.values())

    @property
    def contested(self) -> bool:
        """True when only one side of the readers finds the version helpful."""
        return self.reception == Reception.CONTESTED

    @property
    def shown(self) -> list[tuple[Helpful, int | None]]:
        """The counts for a public page: None stands for "under 5"; none at all below five."""
        if self.total < FEW:
            return []
        return [(word, count if count >= FEW else None) for word, count in self.counts.items()]


def of_version(version: Version) -> Readers:
    """Everything that is shown beside one version; one query where nobody has rated."""
    rows = Rating.objects.filter(version=version).order_by()
    hours: Counter[datetime] = Counter()
    counts = dict.fromkeys(Helpful, 0)
    for row in rows.values("value", "rated_at").annotate(count=Count("id")):
        counts[Helpful(row["value"])] += row["count"]
        hours[row["rated_at"]] += row["count"]
    if not hours:
        return Readers(counts)
    judged = Version.objects.filter(pk=version.pk).values_list(
        "judgement__reception", "contested_review__closed_at"
    )
    reception, looked_at = judged[0]
    found = Reception(reception or Reception.TOO_FEW)
    return Readers(counts, found, _burst(version, hours), looked_at)


def reasons(version: Version) -> list[tuple[RatingReason, int]]:
    """The reasons that were ticked, the most frequent first."""
    tags = RatingTag.objects.filter(rating__version=version).order_by()
    counted = tags.values("tag").annotate(count=Count("id")).order_by("-count", "tag")
    return [(RatingReason(row["tag"]), row["count"]) for row in counted]


def _burst(version: Version, hours: Counter[datetime]) -> Burst | None:
    """The fullest hour, when it has BURST ratings or more and TIMES_THE_USUAL what an hour with any
    has at this site (the median over every page's other hours of the last four weeks).
    """
    ((hour, count),) = hours.most_common(1)
    if count < BURST:
        return None
    others = Rating.objects.filter(rated_at__gte=now() - LOOKED_BACK).order_by()
    others = others.exclude(version=version, rated_at=hour)
    each = others.values("version", "rated_at").annotate(count=Count("id"))
    usual = median([row["count"] for row in each] or [1])
    return Burst(count, float(usual)) if count >= TIMES_THE_USUAL * usual else None


def to_review(desks: Collection[Desk]) -> QuerySet[ContestedReview]:
    """What is contested and nobody has looked at again, oldest first; not what has been replaced
    since, nor what is being rewritten.
    """
    waiting = ContestedReview.objects.filter(
        closed_at=None,
        version__fact_check__desk__in=desks,
        version=F("version__fact_check__current"),
    )
    rewritten = Draft.objects.filter(is_open=True, rumour=OuterRef("version__fact_check__rumour"))
    related = waiting.select_related("version__fact_check__desk")
    return related.exclude(Exists(rewritten))
