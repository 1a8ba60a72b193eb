"""Nothing is sent at night and loudspeakers keep their slots; urgent waits for neither."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import hours
from kiemtin.desk.flow.hours import VIETNAM, TimeTable
from kiemtin.desk.models import Account, Desk, Hours
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Priority
from tests.desk.conftest import Maker
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA

MINUTE = timedelta(minutes=1)
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(
    min_value=datetime(2024, 1, 1), max_value=datetime(2027, 1, 1), timezones=st.just(UTC)
)
NOON_TO_ONE = TimeTable(time(12), time(13), ())


def at(clock: str, day: int = 1) -> datetime:
    """A moment in Vietnam."""
    return datetime.combine(datetime(2025, 10, day), time.fromisoformat(clock), tzinfo=VIETNAM)


def slots_of(pairs: list[tuple[time, time]]) -> tuple[hours.Slot, ...]:
    return tuple((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])


SLOTS = st.lists(st.tuples(CLOCKS, CLOCKS), max_size=2).map(slots_of)
TABLES = st.builds(TimeTable, CLOCKS, CLOCKS, SLOTS)


@given(TABLES, MOMENTS)
@example(TimeTable(time(21), time(5, 30), ()), at("23:59"))
@example(TimeTable(time(21), time(5, 30), ()), at("00:00"))
@example(TimeTable(time(0), time(0), ()), at("00:00"))
@example(TimeTable(time(0), time(23, 59), ()), at("12:00"))
def test_free_is_the_first_moment_that_is_not_quiet(table: TimeTable, moment: datetime) -> None:
    free = table.free(moment)
    assert moment <= free < moment + hours.DAY
    assert not table.quiet(free.astimezone(VIETNAM).time())
    if free > moment:
        assert table.quiet(moment.astimezone(VIETNAM).time())
        assert free.astimezone(VIETNAM).time() == table.quiet_until
        before = (free - timedelta(microseconds=1)).astimezone(VIETNAM).time()
        assert table.quiet(before)


@given(TABLES, MOMENTS)
@example(hours.DEFAULT, at("05:30"))
@example(hours.DEFAULT, at("06:00"))
@example(hours.DEFAULT, at("17:30"))
def test_a_slot_is_the_next_one_and_never_missed(table: TimeTable, moment: datetime) -> None:
    slot = table.next_slot(moment)
    assert moment <= slot <= moment + hours.DAY
    if not table.slots:
        assert slot == table.free(moment)
        return
    clock = slot.astimezone(VIETNAM).time()
    assert any(begin <= clock < end for begin, end in table.slots)
    if slot > moment:
        days = [moment.astimezone(VIETNAM) + ahead for ahead in (0 * hours.DAY, hours.DAY)]
        starts = [
            at(f"{begin:%H:%M}").replace(year=day.year, month=day.month, day=day.day)
            for begin, _end in table.slots
            for day in days
        ]
        assert slot in starts
        assert not [start for start in starts if moment <= start < slot]


@pytest.mark.parametrize(
    ("moment", "free", "slot"),
    [
        (at("20:59"), at("20:59"), at("05:30", 2)),
        (at("21:00"), at("05:30", 2), at("05:30", 2)),
        (at("00:00"), at("05:30"), at("05:30")),
        (at("05:29"), at("05:30"), at("05:30")),
        (at("05:30"), at("05:30"), at("05:30")),
        (at("06:00"), at("06:00"), at("17:00")),
        (at("17:29"), at("17:29"), at("17:29")),
        (at("17:30"), at("17:30"), at("05:30", 2)),
    ],
)
def test_the_night_and_the_slots_where_nothing_is_set(
    desk: Desk, moment: datetime, free: datetime, slot: datetime
) -> None:
    assert hours.free(desk, BAC_HA, moment, Priority.FIRST) == free
    assert hours.next_slot(desk, BAC_HA, moment, Priority.NORMAL) == slot


@given(MOMENTS)
def test_urgent_waits_for_nothing(moment: datetime) -> None:
    somewhere = Desk(pk=1, place="15")
    assert hours.free(somewhere, BAC_HA, moment, Priority.URGENT) == moment
    assert hours.next_slot(somewhere, BAC_HA, moment, Priority.URGENT) == moment


@pytest.fixture
def own_hours(desk: Desk, author: Account) -> None:
    """The desk, its province and one commune have their own."""
    for place, begin in (("", 18), ("15", 19), (BAC_HA, 20)):
        table = TimeTable(time(begin), time(4), ((time(5), time(5, 15)),))
        hours.set_hours(author, desk, place, table)


@pytest.mark.parametrize(("place", "begin"), [(BAC_HA, 20), (BAT_XAT, 19), ("15", 19), ("", 18)])
def test_the_nearest_hours_hold(desk: Desk, own_hours: None, place: str, begin: int) -> None:
    moment = at(f"{begin}:00")
    assert hours.free(desk, place, moment - MINUTE, Priority.FIRST) == moment - MINUTE
    assert hours.free(desk, place, moment, Priority.FIRST) == at("04:00", 2)
    assert hours.next_slot(desk, place, moment, Priority.FIRST) == at("05:00", 2)


def test_a_desk_below_goes_by_the_hours_above_until_it_has_its_own(
    desk: Desk, author: Account
) -> None:
    below = Desk.objects.create(slug="bac-ha", name="Bàn Bắc Hà", place=BAC_HA, parent=desk)
    hours.set_hours(author, desk, "", NOON_TO_ONE)
    assert hours.free(below, BAC_HA, at("12:00"), Priority.FIRST) == at("13:00")
    hours.set_hours(author, below, "", TimeTable(time(9), time(10), ()))
    assert hours.free(below, BAC_HA, at("12:00"), Priority.FIRST) == at("12:00")


def test_hours_are_set_again_and_given_up(desk: Desk, author: Account) -> None:
    hours.set_hours(author, desk, BAC_HA, NOON_TO_ONE)
    row = hours.set_hours(author, desk, BAC_HA, TimeTable(time(9), time(10), ()))
    assert Hours.objects.count() == 1
    assert hours.free(desk, BAC_HA, at("09:00"), Priority.FIRST) == at("10:00")
    hours.unset_hours(author, row)
    assert hours.free(desk, BAC_HA, at("09:00"), Priority.FIRST) == at("09:00")


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        (((time(6), time(5)),), "bad_slot"),
        (((time(6), time(6)),), "bad_slot"),
        (((time(5), time(7)), (time(6), time(8))), "bad_slot"),
        (((time(5), time(6)), (time(7), time(8)), (time(9), time(10))), "too_many_slots"),
    ],
)
def test_slots_that_cannot_be_are_refused(
    desk: Desk, author: Account, slots: tuple[hours.Slot, ...], code: str
) -> None:
    with pytest.raises(FlowError) as refused:
        hours.set_hours(author, desk, "", TimeTable(time(21), time(5), slots))
    assert refused.value.code == code


@pytest.mark.parametrize("place", [SON_LA, "99999", "x"])
def test_a_place_elsewhere_is_refused(desk: Desk, author: Account, place: str) -> None:
    with pytest.raises(FlowError):
        hours.set_hours(author, desk, place, NOON_TO_ONE)
    assert not Hours.objects.exists()


def test_a_checker_sets_no_hours(desk: Desk, person: Maker) -> None:
    with pytest.raises(NotAllowed):
        hours.set_hours(person("checker", desk, Role.CHECKER), desk, "", NOON_TO_ONE)
