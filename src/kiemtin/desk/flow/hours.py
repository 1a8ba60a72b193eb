"""Hours: when a place is left in peace, and when its loudspeakers may speak; urgent waits for
neither.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account, Desk, Hours
from kiemtin.desk.permissions import require, up
from kiemtin.desk.place_names import lies_in
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Priority
from kiemtin.text.places import UnknownPlace, gazetteer

log = logging.getLogger(__name__)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
SETTING = (Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
MOST_SLOTS = 2
DAY = timedelta(days=1)
Slot = tuple[time, time]


@dataclass(frozen=True)
class TimeTable:
    """A day in Vietnam: quiet from `quiet_from` until before `quiet_until`, over midnight where the
    first is later, never where they are equal; each slot from its first minute until before its
    last.
    """

    quiet_from: time
    quiet_until: time
    slots: tuple[Slot, ...]

    def quiet(self, clock: time) -> bool:
        """True when nothing is sent at this time of the day."""
        begin, end = self.quiet_from, self.quiet_until
        if begin <= end:
            return begin <= clock < end
        return clock >= begin or clock < end

    def free(self, moment: datetime) -> datetime:
        """The earliest moment at or after `moment` that is not quiet."""
        local = moment.astimezone(VIETNAM)
        if not self.quiet(local.time()):
            return moment
        end = _at(local, self.quiet_until)
        return end if end > local else end + DAY

    def next_slot(self, moment: datetime) -> datetime:
        """The earliest moment at or after `moment` within a slot; without slots, not quiet."""
        if not self.slots:
            return self.free(moment)
        local = moment.astimezone(VIETNAM)
        if any(begin <= local.time() < end for begin, end in self.slots):
            return moment
        starts = [
            _at(local + ahead, begin) for begin, _end in self.slots for ahead in (0 * DAY, DAY)
        ]
        return min(start for start in starts if start >= local)


def _at(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, tzinfo=VIETNAM)


DEFAULT = TimeTable(time(21), time(5, 30), ((time(5, 30), time(6)), (time(17), time(17, 30))))
"""Where a desk has set nothing: the night, and one broadcast each morning and evening, at most two
a day (Hanoi allows its wards 2; field practice, "Loudspeakers").
"""


class TimeTables:
    """The time tables that hold at the places of a desk, read once; nearest desk, nearest place."""

    def __init__(self, desk: Desk) -> None:
        order = up(desk)
        rows = Hours.objects.filter(desk__in=order)
        nearest = sorted(rows, key=lambda one: -order.index(one.desk_id))
        self._at: dict[tuple[int, str], TimeTable] = {
            (one.desk_id, one.place): _table(one) for one in nearest
        }
        self._desks = order

    def at(self, place: str) -> TimeTable:
        """Of the commune, else of its province, else of the desk; then of the desk above it."""
        for desk in self._desks:
            for near in (place, _province(place), ""):
                if (desk, near) in self._at:
                    return self._at[desk, near]
        return DEFAULT


def _province(place: str) -> str:
    try:
        return gazetteer().get(place).parent or ""
    except UnknownPlace:
        return ""


def _table(row: Hours) -> TimeTable:
    slots = tuple((time.fromisoformat(begin), time.fromisoformat(end)) for begin, end in row.slots)
    return TimeTable(row.quiet_from, row.quiet_until, slots)


def free(
    desk: Desk, place: str, moment: datetime, priority: str, tables: TimeTables | None = None
) -> datetime:
    """The earliest moment at or after `moment` at which something may be sent to a communicator of
    the place; urgent at once. `tables` saves reading them for each of many.
    """
    if priority == Priority.URGENT:
        return moment
    return (tables or TimeTables(desk)).at(place).free(moment)


def next_slot(
    desk: Desk, place: str, moment: datetime, priority: str, tables: TimeTables | None = None
) -> datetime:
    """The earliest moment at which the place's loudspeakers may read it; urgent at once."""
    if priority == Priority.URGENT:
        return moment
    return (tables or TimeTables(desk)).at(place).next_slot(moment)


def set_hours(actor: Account, desk: Desk, place: str, table: TimeTable) -> Hours:
    """Set the time table of a place of the desk ("" for all of it); raises FlowError for slots that
    end before they begin, overlap, or are more than two, and for a place elsewhere.
    """
    require(actor, desk, *SETTING)
    _inside(desk, place)
    said = {
        "quiet_from": table.quiet_from,
        "quiet_until": table.quiet_until,
        "slots": [[f"{begin:%H:%M}", f"{end:%H:%M}"] for begin, end in _checked(table.slots)],
    }
    with transaction.atomic():
        row, _new = Hours.objects.update_or_create(desk=desk, place=place, defaults=said)
        audit.note(actor, desk, Act.HOURS_SET, row, place=place)
    log.info("hours.set id=%s by=%s", row.pk, actor.pk)
    return row


def _inside(desk: Desk, place: str) -> None:
    if place and not lies_in(desk.place, place):
        raise refuse("place_elsewhere", _("Nơi này không thuộc địa bàn của bàn."))


def _checked(slots: Iterable[Slot]) -> list[Slot]:
    ordered = sorted(slots)
    if len(ordered) > MOST_SLOTS:
        raise refuse("too_many_slots", _("Loa chỉ phát nhiều nhất hai lần một ngày."))
    ends = [end for _begin, end in ordered]
    after = [begin for begin, _end in ordered[1:]]
    backwards = any(begin >= end for begin, end in ordered)
    if backwards or any(end > begin for end, begin in zip(ends, after, strict=False)):
        raise refuse("bad_slot", _("Giờ phát phải bắt đầu trước khi hết, và không chồng lên nhau."))
    return ordered


def unset_hours(actor: Account, row: Hours) -> None:
    """Let a place go back to the hours of the next wider one."""
    require(actor, row.desk, *SETTING)
    with transaction.atomic():
        gone, _of = Hours.objects.filter(pk=row.pk).delete()
        if gone:
            audit.note(actor, row.desk, Act.HOURS_UNSET, row, place=row.place)
    log.info("hours.unset id=%s by=%s", row.pk, actor.pk)
