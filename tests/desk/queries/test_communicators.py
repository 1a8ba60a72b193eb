"""Each commune stands with its people; where nobody joined, it is named."""

from datetime import datetime, timedelta

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.moment import at
from kiemtin.desk.queries.communicators import people
from tests.support.communicators import COMMUNE, joined


def standing(desk: Desk) -> dict[str, str]:
    found = people(desk, [desk])
    listed = [*found.ended, *(one for place in found.places for one in place.people)]
    return {one.communicator.name: one.standing for one in listed}


def test_everyone_stands_somewhere(colleague: Account, desk: Desk, noon: datetime) -> None:
    joined(colleague, desk, "Đã vào")
    ended, _token = joined(colleague, desk, "Đã nghỉ")
    communicators.leave(ended)
    communicators.invite(colleague, desk, "Quá hạn", "02680", ["vie"])
    with at(noon + communicators.GOOD_FOR + timedelta(days=1)):
        communicators.invite(colleague, desk, "Đang chờ", "02680", ["vie"])
        assert standing(desk) == {
            "Đã vào": "joined",
            "Đã nghỉ": "ended",
            "Quá hạn": "late",
            "Đang chờ": "invited",
        }


def test_a_commune_without_anyone_is_named(colleague: Account, desk: Desk) -> None:
    communicators.invite(colleague, desk, "Đang chờ", "02680", ["vie"])
    joined(colleague, desk)
    without = people(desk, [desk]).without
    assert COMMUNE not in without
    assert "02680" in without
    assert len(without) == 98


def test_phones_are_counted(colleague: Account, desk: Desk) -> None:
    who, _token = joined(colleague, desk)
    communicators.take_up(communicators.invite_again(colleague, who))
    (place,) = people(desk, [desk]).places
    assert [one.phones for one in place.people] == [2]


def test_a_desk_of_one_commune_and_one_of_none(desk: Desk) -> None:
    commune = Desk.objects.create(slug="xa", name="Xã", place=COMMUNE, parent=desk)
    country = Desk.objects.create(slug="nuoc", name="Nước", place="")
    assert people(commune, [commune]).without == [COMMUNE]
    assert people(country, [country]).without == []


def test_another_desks_people_are_not_listed(
    colleague: Account, desk: Desk, other_desk: Desk
) -> None:
    joined(colleague, desk)
    assert people(other_desk, [other_desk]).places == []
