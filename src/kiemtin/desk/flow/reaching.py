"""Reaching: which communicators a broadcast is for; each gets it by every way of theirs, once."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import holding, hours
from kiemtin.desk.models import Broadcast, Communicator, Desk, Sending, Way
from kiemtin.desk.permissions import up
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.words_reach import Priority, SendingKind
from kiemtin.text.places import gazetteer

A_BATCH = 500
Pair = tuple[Communicator, str]
"""A communicator and one of their channels."""


def tidy(desk: Desk, places: Iterable[str]) -> list[str]:
    """The places in the order of their codes, without a commune whose province is among them.

    Raises FlowError for none, and for one that is not of the desk.
    """
    given = set(places)
    if not given or not all(one and lies_in(desk.place, one) for one in given):
        raise refuse("no_places", _("Hãy chọn ít nhất một nơi thuộc địa bàn của bàn."))
    return sorted(one for one in given if gazetteer().get(one).parent not in given)


def of_desk(desk: Desk) -> list[int]:
    """The ids of the desks whose communicators it may order: itself, those above and below it; a
    drill only those of the drill.
    """
    above = up(desk)
    every = Desk.objects.select_related("parent").filter(is_drill=desk.is_drill)
    return [one.pk for one in every if one.pk in above or desk.pk in up(one)]


def active(desk: Desk, places: Iterable[str]) -> QuerySet[Communicator]:
    """The communicators of the places who took up their invitation and have not ended."""
    wanted = Q()
    for place in places:
        inside = [place, *(one.code for one in gazetteer().children(place))]
        wanted |= Q(place__in=inside)
    rows = Communicator.objects.filter(joined_at__isnull=False, ended_at=None)
    return rows.filter(wanted, desk__in=of_desk(desk)) if wanted else rows.none()


def desk_of(broadcast: Broadcast) -> Desk:
    """The desk that gave the order."""
    if broadcast.version is not None:
        return broadcast.version.fact_check.desk
    assert broadcast.holding_line is not None
    return broadcast.holding_line.rumour.desk


def superseded(broadcast: Broadcast) -> bool:
    """True when the desk says something newer: another version, or nothing of the line any more."""
    if broadcast.version is not None:
        return broadcast.version.fact_check.current_id != broadcast.version_id
    assert broadcast.holding_line is not None
    return holding.in_force(broadcast.holding_line.rumour) != broadcast.holding_line


def reached(broadcast: Broadcast) -> QuerySet[Communicator]:
    """The active communicators of the broadcast's places."""
    return active(desk_of(broadcast), broadcast.places)


def ways(communicators: Iterable[Communicator]) -> list[Pair]:
    """Each communicator with each channel by which they want bulletins."""
    by_id = {one.pk: one for one in communicators}
    rows = Way.objects.filter(communicator__in=list(by_id)).order_by("communicator_id", "channel")
    return [(by_id[key], channel) for key, channel in rows.values_list("communicator", "channel")]


def queue(
    broadcast: Broadcast,
    pairs: Iterable[Pair],
    moment: datetime,
    kind: SendingKind = SendingKind.BROADCAST,
) -> None:
    """One sending to each pair unless it is there, due at `moment` or when the place is free next;
    a reminder beside what it reminds of.
    """
    desk = desk_of(broadcast)
    tables = hours.TimeTables(desk)
    tail = ":r" if kind == SendingKind.REMINDER else ""
    rows = [
        Sending(
            kind=kind,
            channel=channel,
            key=f"b{broadcast.pk}:c{one.pk}:{channel}{tail}",
            version_id=broadcast.version_id,
            holding_line_id=broadcast.holding_line_id,
            broadcast=broadcast,
            communicator=one,
            run_at=hours.free(desk, one.place, moment, broadcast.priority, tables),
            urgent=broadcast.priority == Priority.URGENT,
        )
        for one, channel in pairs
    ]
    Sending.objects.bulk_create(rows, batch_size=A_BATCH, ignore_conflicts=True)
