"""The ledger tells the truth, commune by commune, and late ones stand first."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kiemtin.desk.flow import broadcasting
from kiemtin.desk.models import Account, Broadcast, Communicator, Desk, Sending, Version
from kiemtin.desk.moment import at, now
from kiemtin.desk.queries import spread
from kiemtin.desk.queries.spread import Commune, Spread
from kiemtin.desk.words_reach import Done, Priority, SendingState
from tests.desk import steps
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA, Y_TY, communicator, said

MINUTE = timedelta(minutes=1)
THREE = [BAC_HA, BAT_XAT, Y_TY]


@pytest.fixture
def two(desk: Desk, author: Account) -> list[Communicator]:
    """Bắc Hà by two ways, Bát Xát by one; nobody in Y Tý."""
    return [
        communicator(desk, author, BAC_HA, "Bắc Hà", ["sms", "zalo_oa"]),
        communicator(desk, author, BAT_XAT, "Bát Xát", ["sms"]),
    ]


@pytest.fixture
def broadcast(published: Version, author: Account, two: list[Communicator]) -> Broadcast:
    """Ordered at noon with first priority."""
    return broadcasting.order(author, published, Priority.FIRST, THREE)


def mark(broadcast: Broadcast, state: SendingState, **which: object) -> None:
    rows = Sending.objects.filter(broadcast=broadcast, **which)
    rows.update(state=state, sent_at=now())


def row(ledger: Spread, place: str) -> Commune:
    return next(one for one in ledger.communes if one.place == place)


def states(broadcast: Broadcast) -> dict[str, str]:
    return {one.place: one.state for one in spread.spread(broadcast).communes}


def test_each_commune_stands_where_it_stands(broadcast: Broadcast, two: list[Communicator]) -> None:
    assert states(broadcast) == {BAC_HA: "waiting", BAT_XAT: "waiting", Y_TY: "nobody"}
    mark(broadcast, SendingState.FAILED, communicator=two[0])
    mark(broadcast, SendingState.SENT, communicator=two[1])
    assert states(broadcast) == {BAC_HA: "failed", BAT_XAT: "sent", Y_TY: "nobody"}
    mark(broadcast, SendingState.UNCERTAIN, communicator=two[0], channel="zalo_oa")
    assert states(broadcast)[BAC_HA] == "sent"
    said(two[0], broadcast)
    said(two[1], broadcast, Done.POSTED)
    assert states(broadcast) == {BAC_HA: "received", BAT_XAT: "read", Y_TY: "nobody"}


def test_the_row_of_a_commune_says_by_what_when_and_in_which_language(
    broadcast: Broadcast, two: list[Communicator]
) -> None:
    mark(broadcast, SendingState.SENT, communicator=two[0], channel="sms")
    mark(broadcast, SendingState.UNCERTAIN, communicator=two[0], channel="zalo_oa")
    mark(broadcast, SendingState.FAILED, communicator=two[1])
    said(two[0], broadcast, at=steps.NOON + 3 * MINUTE)
    read = said(two[0], broadcast, Done.READ_ALOUD, at=steps.NOON + 5 * MINUTE)
    read.language = "hmn"
    read.save()
    ledger = spread.spread(broadcast)
    bac_ha = row(ledger, BAC_HA)
    assert bac_ha.by_channel == {"sms": 1, "zalo_oa": 1}
    assert (bac_ha.gone_out, bac_ha.uncertain, bac_ha.failed) == (2, 1, 0)
    assert (bac_ha.received, bac_ha.read, bac_ha.posted) == (1, 1, 0)
    assert bac_ha.first_at == steps.NOON + 3 * MINUTE
    assert bac_ha.languages == ["Mông"]
    assert bac_ha.silent == []
    assert (row(ledger, BAT_XAT).failed, row(ledger, BAT_XAT).by_channel) == (1, {})
    assert [one.communicator for one in row(ledger, BAT_XAT).silent] == [two[1]]
    assert (ledger.reachable, ledger.nobody, ledger.sent) == (2, 1, 1)
    assert (ledger.received, ledger.read, ledger.late) == (1, 1, 0)


def test_what_goes_by_no_channel_is_on_the_phone_page_alone(
    broadcast: Broadcast, two: list[Communicator]
) -> None:
    assert not spread.spread(broadcast).by_page_alone
    mark(broadcast, SendingState.STOPPED)
    assert spread.spread(broadcast).by_page_alone
    mark(broadcast, SendingState.SENT, communicator=two[0])
    assert not spread.spread(broadcast).by_page_alone
    Sending.objects.filter(broadcast=broadcast).delete()
    assert spread.spread(broadcast).by_page_alone


def test_late_communes_stand_first_and_those_without_anyone_last(
    broadcast: Broadcast, two: list[Communicator]
) -> None:
    said(two[0], broadcast)
    order = [one.place for one in spread.spread(broadcast).communes]
    assert order == [BAT_XAT, BAC_HA, Y_TY]  # by district
    said(two[1], broadcast)
    broadcast.acknowledgements.filter(communicator=two[0]).delete()
    with at(steps.NOON + timedelta(hours=2)):
        ledger = spread.spread(broadcast)
    assert [one.place for one in ledger.communes] == [BAC_HA, BAT_XAT, Y_TY]
    assert ledger.late == 1


@pytest.mark.parametrize(
    ("priority", "ordered", "late"),
    [
        (Priority.URGENT, "12:00", "2025-10-01 12:15"),
        (Priority.URGENT, "23:00", "2025-10-01 23:15"),
        (Priority.FIRST, "12:00", "2025-10-01 14:00"),
        (Priority.FIRST, "23:00", "2025-10-02 07:30"),
        (Priority.NORMAL, "12:00", "2025-10-02 12:00"),
        (Priority.NORMAL, "23:00", "2025-10-03 12:00"),
    ],
)
def test_late_counts_from_when_it_may_be_sent(
    published: Version,
    author: Account,
    two: list[Communicator],
    priority: Priority,
    ordered: str,
    late: str,
) -> None:
    with at(datetime.fromisoformat(f"2025-10-01 {ordered}+07:00")):
        broadcast = broadcasting.order(author, published, priority, [BAC_HA])
    moment = datetime.fromisoformat(f"{late}+07:00").astimezone(UTC)
    with at(moment - MINUTE):
        assert spread.spread(broadcast).late == 0
    with at(moment):
        assert spread.spread(broadcast).late == 1


def test_a_commune_that_came_later_is_late_later(
    published: Version, author: Account, two: list[Communicator]
) -> None:
    broadcast = broadcasting.order(author, published, Priority.FIRST, [BAC_HA])
    with at(steps.NOON + timedelta(hours=3)):
        broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
        late = [one.place for one in spread.spread(broadcast).communes if one.late]
    assert late == [BAC_HA]
    with at(steps.NOON + timedelta(hours=5)):
        assert spread.spread(broadcast).late == 2


def test_what_becomes_urgent_is_late_from_then_on(
    published: Version, author: Account, two: list[Communicator]
) -> None:
    broadcasting.order(author, published, Priority.NORMAL, [BAC_HA])
    with at(steps.NOON + timedelta(hours=1)):
        broadcast = broadcasting.order(author, published, Priority.URGENT, [BAC_HA])
        assert spread.spread(broadcast).late == 0
    with at(steps.NOON + timedelta(hours=1, minutes=15)):
        assert spread.spread(broadcast).late == 1


def test_what_goes_on_after_a_stop_is_late_from_then_on(
    broadcast: Broadcast, author: Account, published: Version
) -> None:
    broadcasting.stop(author, broadcast)
    with at(steps.NOON + timedelta(hours=3)):
        again = broadcasting.order(author, published, Priority.FIRST, THREE)
        assert spread.spread(again).late == 0


def test_what_was_stopped_is_not_late(broadcast: Broadcast, author: Account) -> None:
    stopped = broadcasting.stop(author, broadcast)
    with at(steps.NOON + timedelta(days=2)):
        assert spread.spread(stopped).late == 0


def test_who_left_is_not_waited_for_and_who_moved_is_not_forgotten(
    broadcast: Broadcast, two: list[Communicator]
) -> None:
    Communicator.objects.filter(pk=two[0].pk).update(ended_at=now())
    Communicator.objects.filter(pk=two[1].pk).update(place=SON_LA)
    with at(steps.NOON + timedelta(hours=3)):
        ledger = spread.spread(broadcast)
    assert row(ledger, BAC_HA).silent == []
    assert [one.place for one in ledger.communes if one.late] == [SON_LA]


def test_a_whole_province_is_told_in_few_statements(
    published: Version, desk: Desk, author: Account
) -> None:
    for place in THREE * 4:
        communicator(desk, author, place)
    broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
    with CaptureQueriesContext(connection) as made:
        ledger = spread.spread(broadcast)
        assert [one.state for one in ledger.communes].count("waiting") == 3
    assert len(ledger.communes) == 99
    assert len(made) < 15


def test_broadcasts_are_those_of_the_desks(
    broadcast: Broadcast, desk: Desk, other_desk: Desk
) -> None:
    assert list(spread.broadcasts([desk])) == [broadcast]
    assert list(spread.broadcasts([other_desk])) == []
