"""What the order form offers, and what an order would do, before it is given."""

from datetime import UTC, datetime

import pytest

from kiemtin.desk.models import Account, Desk, Version
from kiemtin.desk.moment import at
from kiemtin.desk.words_reach import Priority
from kiemtin.web.desk import orders
from tests.support.publishing import Staff
from tests.support.spread import BAC_HA, BAT_XAT, Y_TY, communicator

NOON = datetime(2025, 10, 1, 5, tzinfo=UTC)
NIGHT = datetime(2025, 10, 1, 15, tzinfo=UTC)  # 22:00 in Vietnam


@pytest.fixture
def version(staff: Staff) -> Version:
    """A published fact-check of the whole province."""
    return staff.publish()


def test_places_are_those_where_it_holds(staff: Staff, version: Version) -> None:
    codes = orders.codes_of(version)
    assert (codes[0], len(codes)) == ("15", 100)
    assert orders.codes_of(staff.publish(claim="Cầu sập", place=BAC_HA)) == [BAC_HA]


def test_a_desk_of_the_country_ticks_provinces(staff: Staff, desk: Desk) -> None:
    desk.place = ""
    desk.save()
    version = staff.publish(place="")
    assert len(orders.codes_of(version)) == 34


def test_an_order_says_whom_it_reaches_and_when(
    version: Version, desk: Desk, author: Account
) -> None:
    communicator(desk, author, BAC_HA, channels=["sms_gate", "zalo_oa"])
    communicator(desk, author, BAT_XAT, channels=[])
    with at(NOON):
        said = orders.effect(version, Priority.NORMAL, [BAC_HA, BAT_XAT, Y_TY])
    assert (said.people, said.sendings, said.without_way, said.empty) == (2, 2, 1, 1)
    assert (said.when, said.later) == ("gửi ngay", [])
    assert version.fact in said.text
    with at(NIGHT):
        said = orders.effect(version, Priority.NORMAL, [BAC_HA])
        assert said.when == "sẽ gửi lúc 05:30"
        assert said.later == [("02/10/2025 05:30", 1)]
        assert orders.effect(version, Priority.URGENT, [BAC_HA]).when == "gửi ngay"


def test_many_places_are_named_by_the_first_few(version: Version) -> None:
    codes = orders.codes_of(version)
    assert orders.effect(version, Priority.NORMAL, codes).where == "Tỉnh Lào Cai"
    some = orders.effect(version, Priority.NORMAL, codes[1:13]).where
    assert some.count(";") == 8
    assert some.endswith("và 4 nơi nữa")
