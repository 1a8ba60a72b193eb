"""Broadcasting: the order that communicators of named places pass one published text on.

Nothing goes to anyone who did not enrol, nor anything that is not in force. A changed text follows
to whoever got or was to get the one before, on the same channel, once.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import answer, audit, holding, hours, reaching, reminding, sightings
from kiemtin.desk.models import (
    Account,
    Broadcast,
    Communicator,
    HoldingLine,
    Rumour,
    Sending,
    Version,
)
from kiemtin.desk.moment import now, today
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Priority, SendingKind, SendingState

log = logging.getLogger(__name__)
RANK = {priority.value: rank for rank, priority in enumerate(Priority)}
Subject = Version | HoldingLine


def order(actor: Account, subject: Subject, priority: Priority, places: Iterable[str]) -> Broadcast:
    """Pass a current version or a holding line in force on to the communicators of the places.

    Ordered again it reaches more places or rises in priority, never the other way; what was
    stopped goes on. Urgent needs a spokesperson. Raises FlowError where it may not go out.
    """
    rumour = rumour_of(subject)
    wanted = DESK_WORK if priority != Priority.URGENT else {Role.SPOKESPERSON}
    require(actor, rumour.desk, *wanted)
    codes = reaching.tidy(rumour.desk, places)
    with transaction.atomic():
        sightings.hold(rumour)
        problem = not_now(subject, codes)
        if problem:
            raise problem
        broadcast = _entered(actor, subject, priority, codes)
        _queue(broadcast)
        about = {"rumour": rumour.pk, "priority": broadcast.priority, "places": broadcast.places}
        audit.note(actor, rumour.desk, Act.BROADCAST_ORDERED, broadcast, **about)
    log.info("broadcast.ordered id=%s by=%s", broadcast.pk, actor.pk)
    return broadcast


def rumour_of(subject: Subject) -> Rumour:
    """The rumour of which a version or holding line speaks."""
    return subject.fact_check.rumour if isinstance(subject, Version) else subject.rumour


def not_now(subject: Subject, places: Iterable[str] = ()) -> FlowError | None:
    """Why the subject may not go out now to these places, None when it may."""
    if isinstance(subject, HoldingLine):
        if holding.in_force(subject.rumour) == subject:
            return None
        return refuse("line_over", _("Thông báo tạm thời này không còn hiệu lực."))
    subject.fact_check.refresh_from_db(fields=["current"])
    if subject.fact_check.current_id != subject.pk:
        return refuse("not_current", _("Đã có bản mới hơn. Hãy chuyển bản mới nhất."))
    if not answer.valid_for(subject, "", today()):
        return refuse("not_valid", _("Bài này đã rút lại, hoặc hôm nay không có hiệu lực."))
    if not all(lies_in(subject.place, one) for one in places):
        return refuse("not_valid_there", _("Có nơi mà bài này không áp dụng. Hãy bỏ nơi đó."))
    return None


def _entered(actor: Account, subject: Subject, priority: Priority, places: list[str]) -> Broadcast:
    """The one broadcast of the subject, with these places and at least this priority."""
    field = "version" if isinstance(subject, Version) else "holding_line"
    said = {"priority": priority, "places": places, "ordered_by": actor, "ordered_at": now()}
    broadcast, new = Broadcast.objects.get_or_create(**{field: subject}, defaults=said)
    if not new:
        _widen(broadcast, priority, places)
    return broadcast


def _widen(broadcast: Broadcast, priority: str, places: Iterable[str]) -> None:
    """More places, a higher priority, and on with what was stopped."""
    desk = reaching.desk_of(broadcast)
    broadcast.places = reaching.tidy(desk, [*broadcast.places, *places])
    broadcast.priority = max(broadcast.priority, priority, key=RANK.__getitem__)
    broadcast.stopped_at = None
    broadcast.save(update_fields=["places", "priority", "stopped_at"])


def _queue(broadcast: Broadcast, more: Iterable[reaching.Pair] = ()) -> None:
    """Sendings to the active communicators of the places and to `more`; what already waits takes
    the broadcast's priority and hours.
    """
    moment = now()
    pairs = [*reaching.ways(reaching.reached(broadcast)), *more]
    _again(broadcast)
    reaching.queue(broadcast, pairs, moment)
    reminding.plan(broadcast, moment)


def _again(broadcast: Broadcast) -> None:
    """What waits or was stopped is due as if it were ordered now."""
    desk, moment = reaching.desk_of(broadcast), now()
    tables, urgent = hours.TimeTables(desk), broadcast.priority == Priority.URGENT
    waiting = broadcast.sendings.filter(state__in=[SendingState.QUEUED, SendingState.STOPPED])
    for place in set(waiting.values_list("communicator__place", flat=True)):
        due = hours.free(desk, place, moment, broadcast.priority, tables)
        of_place = waiting.filter(communicator__place=place, communicator__ended_at=None)
        of_place.update(state=SendingState.QUEUED, run_at=due, urgent=urgent)


def stop(actor: Account, broadcast: Broadcast) -> Broadcast:
    """Send no more of it; what has gone out stays in the ledger, what waits is stopped."""
    desk = reaching.desk_of(broadcast)
    require(actor, desk, *DESK_WORK)
    with transaction.atomic():
        rows = Broadcast.objects.filter(pk=broadcast.pk, stopped_at=None)
        if not rows.update(stopped_at=now()):
            raise refuse("stopped", _("Việc chuyển này đã dừng rồi."))
        _halt([broadcast.pk])
        audit.note(actor, desk, Act.BROADCAST_STOPPED, broadcast)
    broadcast.refresh_from_db()
    log.info("broadcast.stopped id=%s by=%s", broadcast.pk, actor.pk)
    return broadcast


def _halt(broadcasts: list[int]) -> None:
    waiting = Sending.objects.filter(broadcast__in=broadcasts, state=SendingState.QUEUED)
    waiting.update(state=SendingState.STOPPED)


def follow(version: Version) -> list[Broadcast]:
    """After a new version: pass it on as what came before was, and send nothing more of that.

    To everyone who got or was to get an earlier version or holding line, on the same channel, and
    to the active communicators of the places unless the desk had stopped it. The one broadcast
    made, or none: where nothing was passed on before, where the version is no longer current, and
    when it is done a second time.
    """
    with transaction.atomic():
        sightings.hold(version.fact_check.rumour)
        version.fact_check.refresh_from_db(fields=["current"])
        earlier = _earlier(version)
        known = Broadcast.objects.filter(version=version).exclude(follows=None)
        if version.fact_check.current_id != version.pk or not earlier or known.exists():
            return []
        told = _told(earlier)
        _halt([one.pk for one in earlier])
        before = [one for one in _heads(earlier) if one.stopped_at is None]
        if not told and not before:
            return []
        broadcast = _following(version, earlier[0], before or _heads(earlier))
        if before:
            _queue(broadcast, told)
        else:
            reaching.queue(broadcast, told, now())
    log.info("broadcast.followed id=%s sendings=%s", broadcast.pk, broadcast.sendings.count())
    return [broadcast]


def _earlier(version: Version) -> list[Broadcast]:
    """Newest first: of earlier versions, then of holding lines of the rumour and of those that were
    merged into it.
    """
    rumour, rows = version.fact_check.rumour, Broadcast.objects.order_by("-ordered_at", "-pk")
    versions = version.fact_check.versions.filter(number__lt=version.number)
    lines = Q(holding_line__rumour__in=sightings.with_merged(rumour))
    of_versions = rows.filter(version__in=versions).order_by("-version__number")
    return [*of_versions, *rows.filter(lines)]


def _heads(earlier: list[Broadcast]) -> list[Broadcast]:
    """The newest version's broadcast, which took in what was before; else every holding line's."""
    return earlier[:1] if earlier[0].version_id else earlier


def _told(earlier: list[Broadcast]) -> list[reaching.Pair]:
    """Whoever got or was to get one of them, and still is a communicator with that channel."""
    rows = Sending.objects.filter(broadcast__in=earlier, kind=SendingKind.BROADCAST)
    rows = rows.exclude(state=SendingState.STOPPED)
    pairs = set(rows.values_list("communicator", "channel"))
    still = Communicator.objects.filter(ended_at=None, pk__in={key for key, _channel in pairs})
    return [(one, channel) for one, channel in reaching.ways(still) if (one.pk, channel) in pairs]


def _following(version: Version, newest: Broadcast, before: list[Broadcast]) -> Broadcast:
    """The version's broadcast: made in place of those before it, or ordered by hand already."""
    desk = version.fact_check.desk
    places = [place for one in before for place in one.places]
    said: dict[str, Any] = {
        "places": reaching.tidy(desk, places),
        "priority": max((one.priority for one in before), key=RANK.__getitem__),
        "ordered_by": newest.ordered_by,
        "ordered_at": now(),
        "follows": newest,
    }
    broadcast, new = Broadcast.objects.get_or_create(version=version, defaults=said)
    if not new:
        _widen(broadcast, said["priority"], places)
        Broadcast.objects.filter(pk=broadcast.pk).update(follows=newest)
    return broadcast
