"""Who passes bulletins on where: the people of a desk by place, and the communes without anyone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from django.db.models import Count, Q

from kiemtin.desk.models import Communicator, Desk
from kiemtin.desk.moment import now
from kiemtin.text.places import UnknownPlace, gazetteer

Standing = Literal["invited", "late", "joined", "ended"]


@dataclass(frozen=True)
class Person:
    """One communicator: invited, invited in vain ("late"), joined with phones, or ended; `open`
    while a code waits to be taken up.
    """

    communicator: Communicator
    standing: Standing
    phones: int
    open: bool


@dataclass(frozen=True)
class Place:
    """A province or commune with its people, by name."""

    code: str
    people: list[Person] = field(default_factory=list)

    @property
    def active(self) -> bool:
        """True when somebody there can be reached."""
        return any(one.standing == "joined" for one in self.people)


@dataclass(frozen=True)
class People:
    """All that the page shows."""

    places: list[Place]
    ended: list[Person]
    without: list[str]
    """Codes of the desk's communes where nobody has joined."""


def people(desk: Desk, desks: Iterable[Desk]) -> People:
    """The communicators of `desks`, and the communes of `desk` that have none."""
    mine = Count("devices", filter=Q(devices__ended_at=None))
    rows = Communicator.objects.filter(desk__in=list(desks)).select_related("desk")
    found = [_person(one) for one in rows.annotate(phones=mine).order_by("place", "name", "id")]
    places: dict[str, Place] = {}
    for one in found:
        if one.standing != "ended":
            code = one.communicator.place
            places.setdefault(code, Place(code)).people.append(one)
    reached = {code for code, place in places.items() if place.active}
    return People(
        places=list(places.values()),
        ended=[one for one in found if one.standing == "ended"],
        without=[code for code in _communes(desk) if code not in reached],
    )


def _person(one: Communicator) -> Person:
    waits = bool(one.invite) and one.invite_until > now()
    phones: int = getattr(one, "phones", 0)
    return Person(one, _standing(one, waits), phones, waits)


def _standing(one: Communicator, waits: bool) -> Standing:
    if one.ended_at is not None:
        return "ended"
    if one.joined_at is not None:
        return "joined"
    return "invited" if waits else "late"


def _communes(desk: Desk) -> list[str]:
    try:
        inside = [child.code for child in gazetteer().children(desk.place)] if desk.place else []
    except UnknownPlace:
        return []
    return inside or ([desk.place] if len(desk.place) == 5 else [])
