"""How many people subscribed, as counts that show no small group; never an address."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kiemtin.desk.few import Shown, Tally, tally
from kiemtin.desk.models import Subscription
from kiemtin.text.places import UnknownPlace, gazetteer


@dataclass(frozen=True)
class Table:
    """One way to count the same wishes; `tally` has a cell for each code that occurs."""

    code: str
    tally: Tally

    @property
    def rows(self) -> list[tuple[str, Shown]]:
        """The cells, the largest first, those that are not shown last."""
        return sorted(self.tally.cells.items(), key=lambda one: (-(one[1].value or 0), one[0]))


def tables() -> list[Table]:
    """Confirmed wishes by channel, by province ("" the whole country) and by subject ("" all)."""
    wishes = Subscription.objects.filter(confirmed_at__isnull=False)
    rows = list(wishes.values_list("channel", "place", "subject", "fact_check_id"))
    general = [one for one in rows if one[3] is None]
    return [
        _table("channel", (one[0] for one in rows)),
        _table("place", (_province(one[1]) for one in general)),
        _table("subject", (one[2] for one in general)),
    ]


def _table(code: str, found: Iterable[str]) -> Table:
    return Table(code, tally(Counter(found)))


def _province(place: str) -> str:
    try:
        return (gazetteer().get(place).parent or place) if place else ""
    except UnknownPlace:
        return place
