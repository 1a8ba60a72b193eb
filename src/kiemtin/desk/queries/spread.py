"""How far a broadcast has come, commune by commune: sent, received, read aloud, and who has not.

Of communicators, who enrolled for it; nothing of those who ask or read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import QuerySet

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import hours, reaching
from kiemtin.desk.models import (
    Acknowledgement,
    AuditEntry,
    Broadcast,
    Communicator,
    Desk,
    Sending,
)
from kiemtin.desk.moment import now
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.words_reach import Done, Priority, SendingKind, SendingState
from kiemtin.text.places import gazetteer

LATE = {Priority.URGENT: timedelta(minutes=15), Priority.FIRST: timedelta(hours=2)}
"""From the first moment at which it may be sent until a commune that has said nothing is late.
Urgent: the time in which a holding line is due (field practice, "Risk matrix and clocks"); first:
half of what an amber rumour leaves for its answer. Normal: the noon after, past a morning slot.
"""
NOON = 12


@dataclass
class Person:
    """A communicator in the ledger: by which channel and in what state, and what they said."""

    communicator: Communicator
    sendings: dict[str, Sending] = field(default_factory=dict)
    reminders: int = 0
    said: dict[str, Acknowledgement] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        """True when they said anything: who read it aloud has received it."""
        return bool(self.said)


@dataclass
class Commune:
    """One place of the broadcast; `late` when nobody there has said anything in time."""

    place: str
    district: str
    people: list[Person]
    late: bool = False

    @property
    def state(self) -> str:
        """Where it stands, by the furthest: posted and read count the same to who listens.

        nobody, read, received, late, failed, sent, waiting: exactly one.
        """
        if not self.people:
            return "nobody"
        if self.did(Done.READ_ALOUD) or self.did(Done.POSTED):
            return "read"
        if any(one.answered for one in self.people):
            return "received"
        if self.late:
            return "late"
        if self.gone_out:
            return "sent"
        return "failed" if self.count(SendingState.FAILED) else "waiting"

    @property
    def received(self) -> int:
        """How many of its communicators said anything."""
        return sum(one.answered for one in self.people)

    @property
    def read(self) -> int:
        """How many read it aloud."""
        return self.did(Done.READ_ALOUD)

    @property
    def posted(self) -> int:
        """How many put it up."""
        return self.did(Done.POSTED)

    def did(self, done: Done) -> int:
        """How many said that they did this."""
        return sum(done in one.said for one in self.people)

    def count(self, *states: SendingState) -> int:
        """How many sendings are in one of the states."""
        return sum(one.state in states for one in self._sendings)

    @property
    def gone_out(self) -> int:
        """How many sendings left the desk, those with an uncertain end among them."""
        return self.count(SendingState.SENT, SendingState.UNCERTAIN)

    @property
    def uncertain(self) -> int:
        """How many left and may not have come."""
        return self.count(SendingState.UNCERTAIN)

    @property
    def failed(self) -> int:
        """How many could not be sent."""
        return self.count(SendingState.FAILED)

    @property
    def by_channel(self) -> dict[str, int]:
        """How many were sent by each channel."""
        gone = (SendingState.SENT, SendingState.UNCERTAIN)
        sent = Counter(one.channel for one in self._sendings if one.state in gone)
        return dict(sorted(sent.items()))

    @property
    def languages(self) -> list[str]:
        """In which languages it was read aloud, by their names."""
        read = [one.said[Done.READ_ALOUD] for one in self.people if Done.READ_ALOUD in one.said]
        return sorted({str(one.get_language_display()) for one in read if one.language})

    @property
    def first_at(self) -> datetime | None:
        """When the first of them said anything."""
        every = [said.happened_at for one in self.people for said in one.said.values()]
        return min(every, default=None)

    @property
    def silent(self) -> list[Person]:
        """Who has said nothing yet and still is a communicator."""
        active = [one for one in self.people if one.communicator.ended_at is None]
        return [one for one in active if not one.answered]

    @property
    def _sendings(self) -> list[Sending]:
        return [sending for one in self.people for sending in one.sendings.values()]


@dataclass(frozen=True)
class Spread:
    """The ledger of a broadcast, late communes first; the rest by district and name."""

    broadcast: Broadcast
    communes: list[Commune]

    def of(self, *states: str) -> int:
        """How many communes are in one of the states."""
        return sum(one.state in states for one in self.communes)

    @property
    def reachable(self) -> int:
        """How many communes have a communicator."""
        return sum(bool(one.people) for one in self.communes)

    @property
    def nobody(self) -> int:
        """How many have none."""
        return len(self.communes) - self.reachable

    @property
    def received(self) -> int:
        """How many communes said that it came."""
        return self.of("received", "read")

    @property
    def read(self) -> int:
        """How many communes read it aloud or put it up."""
        return self.of("read")

    @property
    def late(self) -> int:
        """How many are late."""
        return self.of("late")

    @property
    def sent(self) -> int:
        """How many communes something has left for."""
        return sum(bool(one.gone_out) for one in self.communes)

    @property
    def by_page_alone(self) -> bool:
        """True when nothing was or is to be sent by a channel: all find it on their phone page."""
        people = [one for commune in self.communes for one in commune.people]
        states = {sending.state for one in people for sending in one.sendings.values()}
        return not states - {SendingState.STOPPED}


def spread(broadcast: Broadcast) -> Spread:
    """The ledger of one broadcast, in few statements however many communes it is for."""
    desk, people = reaching.desk_of(broadcast), _people(broadcast)
    by_place = defaultdict(list)
    for one in people:
        by_place[one.communicator.place].append(one)
    tables, moment, orders = hours.TimeTables(desk), now(), _orders(broadcast)
    rows = []
    for place in sorted({*communes_of(broadcast.places), *by_place}):
        row = Commune(place, gazetteer().former_district(place), by_place[place])
        ordered = min((at for at, places in orders if _covers(places, place)), default=None)
        given = ordered or broadcast.ordered_at
        first = hours.free(desk, place, given, broadcast.priority, tables)
        over = broadcast.stopped_at is None and late_at(broadcast.priority, first) <= moment
        row.late = over and bool(row.silent) and not row.received
        rows.append(row)
    return Spread(broadcast, sorted(rows, key=_place_in_the_list))


def _orders(broadcast: Broadcast) -> list[tuple[datetime, list[str]]]:
    """When it was ordered for which places, as the desk's book has it: with the priority that it
    has now, and since it was last stopped. Places that came later are late later.
    """
    orders: list[tuple[datetime, list[str]]] = []
    entries = AuditEntry.objects.filter(kind="broadcast", object=broadcast.pk).order_by("number")
    for entry in entries:
        if entry.act == Act.BROADCAST_STOPPED:
            orders = []
        elif entry.details.get("priority") == broadcast.priority:
            orders.append((entry.made_at, entry.details["places"]))
    return orders


def _covers(places: list[str], place: str) -> bool:
    return any(lies_in(one, place) for one in places)


def _place_in_the_list(row: Commune) -> tuple[bool, bool, str, str]:
    return not row.late, not row.people, row.district, gazetteer().get(row.place).name


def communes_of(places: Iterable[str]) -> list[str]:
    """The communes of the places: a commune is its own."""
    inside = [(place, gazetteer().children(place)) for place in places]
    return [code for one, below in inside for code in [each.code for each in below] or [one]]


def late_at(priority: str, first: datetime) -> datetime:
    """When a commune that was free for it at `first` and has said nothing is late."""
    if priority in LATE:
        return first + LATE[Priority(priority)]
    noon = first.astimezone(hours.VIETNAM) + hours.DAY
    return noon.replace(hour=NOON, minute=0, second=0, microsecond=0)


def _people(broadcast: Broadcast) -> list[Person]:
    """The active communicators of its places, and whoever else it was sent to or who told of it."""
    sendings = Sending.objects.filter(broadcast=broadcast).order_by("pk")
    said = Acknowledgement.objects.filter(broadcast=broadcast)
    known = {one.communicator_id for one in said}
    known |= {one.communicator_id for one in sendings if one.communicator_id}
    rows = Communicator.objects.filter(pk__in=known) | reaching.reached(broadcast)
    people = {one.pk: Person(one) for one in rows.order_by("name", "pk")}
    for one in sendings:
        if one.communicator_id is None:
            continue
        person = people[one.communicator_id]
        if one.kind == SendingKind.REMINDER:
            person.reminders += 1
        else:
            person.sendings[one.channel] = one
    for each in said:
        people[each.communicator_id].said[each.done] = each
    return list(people.values())


def broadcasts(desks: list[Desk]) -> QuerySet[Broadcast]:
    """The broadcasts of the desks, newest first."""
    rows = Broadcast.objects.filter(version__fact_check__desk__in=desks)
    rows = rows | Broadcast.objects.filter(holding_line__rumour__desk__in=desks)
    about = ("version__fact_check__desk", "holding_line__rumour__desk", "ordered_by")
    return rows.select_related(*about)
