"""Fact-checks of other desks beside a claim or a message: suggested, with what differs."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kiemtin.desk import wording
from kiemtin.desk.flow import encoding, foreign
from kiemtin.desk.models import ForeignCheck, LeftAside, Message, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.reasons import in_words
from kiemtin.matching.encoder import Matrix
from kiemtin.matching.types import Comparison, Query, Reason

LIKE = 0.10
"""Odds below which a foreign fact-check is not shown: nobody reads on by habit."""

FRESH = timedelta(days=730)


@dataclass(frozen=True)
class Suggested:
    """A foreign fact-check, how likely it is about the same, and what agrees and differs."""

    check: ForeignCheck
    probability: float
    comparison: Comparison
    reasons: tuple[Reason, ...]

    @property
    def percent(self) -> int:
        """The probability in whole percent."""
        return round(self.probability * 100)

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons in words."""
        return in_words([foreign_reason(one) for one in self.reasons])


def foreign_reason(reason: Reason) -> dict[str, object]:
    """A reason as it is put into words."""
    return {"code": reason.code, "params": dict(reason.params)}


def beside(rumour: Rumour) -> list[Suggested]:
    """What others found about the rumour's claim, the likeliest first."""
    day = timezone.localdate(rumour.opened_at)
    aside = LeftAside.objects.filter(rumour=rumour).exclude(check_of=None)
    left = set(aside.values_list("check_of_id", flat=True))
    asked = encoding.asked(rumour.claim)
    found = _suggested(Query(rumour.claim, day, rumour.place or None), asked)
    return [one for one in found if one.check.pk not in left]


def beside_message(message: Message) -> list[Suggested]:
    """What others found about what a message says, the likeliest first."""
    return _suggested(wording.asked(message))


def _suggested(query: Query, vector: Matrix | None = None) -> list[Suggested]:
    found = [one for one in foreign.candidates(query, vector) if one.probability >= LIKE]
    rows = ForeignCheck.objects.select_related("source").defer("vector", "earlier")
    fresh = rows.filter(came_at__gte=now() - FRESH)
    known = fresh.in_bulk([int(one.id) for one in found])
    return [
        Suggested(known[int(one.id)], one.probability, one.comparison, one.reasons)
        for one in found
        if int(one.id) in known
    ]
