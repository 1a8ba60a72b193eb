"""Who is reached: communicators of the places, of the desk's own tree, by each of their ways."""

import pytest

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import broadcasting, reaching
from kiemtin.desk.models import Account, Communicator, Desk, Version
from kiemtin.desk.moment import now
from kiemtin.desk.words_reach import Priority, SendingKind
from tests.desk import steps
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA, Y_TY, communicator


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        ([BAC_HA, BAT_XAT, BAC_HA], [BAT_XAT, BAC_HA]),
        (["15", BAC_HA], ["15"]),
    ],
)
def test_places_are_named_once_and_in_order(desk: Desk, given: list[str], tidy: list[str]) -> None:
    assert reaching.tidy(desk, given) == tidy


def test_a_desk_of_the_country_names_any_place_but_not_none(desk: Desk) -> None:
    country = Desk(place="")
    assert reaching.tidy(country, [SON_LA, BAC_HA]) == [BAC_HA, SON_LA]
    for given in ([], [""], ["99999"]):
        with pytest.raises(FlowError):
            reaching.tidy(country, given)


def test_a_province_holds_its_communes_and_itself(desk: Desk, author: Account) -> None:
    there = [communicator(desk, author, place) for place in (BAC_HA, "15", Y_TY)]
    communicator(desk, author, SON_LA)
    assert set(reaching.active(desk, ["15"])) == set(there)
    assert list(reaching.active(desk, [BAC_HA])) == there[:1]
    assert list(reaching.active(desk, [])) == []


def test_a_communes_desk_reaches_its_provinces_communicators_there(
    desk: Desk, author: Account
) -> None:
    below = Desk.objects.create(slug="bac-ha", name="Bắc Hà", place=BAC_HA, parent=desk)
    beside = Desk.objects.create(slug="y-ty", name="Y Tý", place=Y_TY, parent=desk)
    assert set(reaching.of_desk(below)) == {below.pk, desk.pk}
    assert set(reaching.of_desk(desk)) == {below.pk, beside.pk, desk.pk}
    who = communicator(desk, author, BAC_HA)
    assert list(reaching.active(below, [BAC_HA])) == [who]


def test_each_way_is_one_pair(desk: Desk, author: Account) -> None:
    who = communicator(desk, author, BAC_HA, channels=["zalo_oa", "sms_gate"])
    communicator(desk, author, BAC_HA, channels=[])
    pairs = reaching.ways(Communicator.objects.all())
    assert pairs == [(who, "sms_gate"), (who, "zalo_oa")]


def test_what_is_queued_twice_is_there_once_and_a_reminder_beside_it(
    published: Version, author: Account, desk: Desk
) -> None:
    communicator(desk, author, BAC_HA)
    broadcast = broadcasting.order(author, published, Priority.NORMAL, [BAC_HA])
    pairs = reaching.ways(reaching.reached(broadcast))
    reaching.queue(broadcast, pairs, now())
    reaching.queue(broadcast, pairs, now(), SendingKind.REMINDER)
    kinds = broadcast.sendings.values_list("kind", flat=True)
    assert sorted(kinds) == ["broadcast", "reminder"]


def test_what_has_been_followed_is_superseded(
    published: Version, author: Account, colleague: Account
) -> None:
    broadcast = broadcasting.order(author, published, Priority.NORMAL, ["15"])
    assert not reaching.superseded(broadcast)
    steps.correct(author, colleague, published.fact_check)
    published.fact_check.refresh_from_db()
    assert reaching.superseded(broadcast)
