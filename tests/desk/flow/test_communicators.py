"""Each invitation opens one phone; either side ends it, and then nothing of the address is left."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kiemtin.desk import addresses, sealing
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, AuditEntry, Communicator, Desk, Device, Way
from kiemtin.desk.moment import at
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.support.communicators import COMMUNE, joined

pytestmark = pytest.mark.usefixtures("noon")
NAMES = ("name", "place", "languages")
WHO = ("Vàng A Páo", COMMUNE, ["hmn", "vie"])


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("number").values_list("act", flat=True))


def test_an_invitation_opens_one_phone(colleague: Account, desk: Desk) -> None:
    person, code = communicators.invite(colleague, desk, *WHO)
    found, token = communicators.take_up(code.lower().replace("-", " "))
    assert found == person
    assert found.joined_at is not None
    assert communicators.of_device(token) == person
    with pytest.raises(FlowError) as refused:
        communicators.take_up(code)
    assert refused.value.code == "invitation_not_good"
    assert acts() == ["communicator.invited", "communicator.joined"]


def test_neither_code_nor_token_is_in_the_database(colleague: Account, desk: Desk) -> None:
    person, code = communicators.invite(colleague, desk, *WHO)
    assert code not in str(vars(person))
    assert code.replace("-", "") not in str(vars(person))
    _found, token = communicators.take_up(code)
    assert token not in str(vars(Device.objects.get()))


def test_an_invitation_is_good_for_fourteen_days(
    colleague: Account, desk: Desk, noon: datetime
) -> None:
    _person, code = communicators.invite(colleague, desk, *WHO)
    with at(noon + communicators.GOOD_FOR), pytest.raises(FlowError):
        communicators.take_up(code)
    with at(noon + communicators.GOOD_FOR - timedelta(seconds=1)):
        communicators.take_up(code)


def test_invited_again_a_second_phone_opens_and_an_unused_code_ends(
    colleague: Account, desk: Desk
) -> None:
    person, first = communicators.invite(colleague, desk, *WHO)
    second = communicators.invite_again(colleague, person)
    with pytest.raises(FlowError):
        communicators.take_up(first)
    tokens = [communicators.take_up(second)[1]]
    tokens.append(communicators.take_up(communicators.invite_again(colleague, person))[1])
    assert [communicators.of_device(token) for token in tokens] == [person, person]
    assert Communicator.objects.count() == 1


@pytest.mark.parametrize("role", [Role.CHECKER, Role.TRANSLATOR, Role.COMMUNICATOR])
def test_other_roles_invite_nobody(person: Maker, desk: Desk, role: Role) -> None:
    with pytest.raises(NotAllowed):
        communicators.invite(person("one", desk, role), desk, *WHO)


def test_a_stranger_changes_nobody(stranger: Account, colleague: Account, desk: Desk) -> None:
    who, _token = joined(colleague, desk)
    for step in (communicators.invite_again, communicators.end):
        with pytest.raises(NotAllowed):
            step(stranger, who)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "  "}, "no_name"),
        ({"place": ""}, "no_place"),
        ({"place": "14"}, "place_elsewhere"),
        ({"languages": []}, "no_language"),
        ({"languages": ["xxx"]}, "no_language"),
    ],
)
def test_what_does_not_fit_is_refused(
    colleague: Account, desk: Desk, changed: dict[str, Any], code: str
) -> None:
    given: dict[str, Any] = dict(zip(NAMES, WHO, strict=True)) | changed
    with pytest.raises(FlowError) as refused:
        communicators.invite(colleague, desk, **given)
    assert refused.value.code == code
    assert not Communicator.objects.exists()


@pytest.mark.parametrize("by_desk", [True, False])
def test_ended_by_either_side_phones_and_addresses_are_gone(
    colleague: Account, desk: Desk, by_desk: bool
) -> None:
    who, token = joined(colleague, desk)
    communicators.add_way(who, "sms", "+84900000001")
    code = communicators.invite_again(colleague, who)
    if by_desk:
        communicators.end(colleague, who)
    else:
        communicators.leave(who)
    assert communicators.of_device(token) is None
    assert not Device.objects.exists()
    assert not Way.objects.exists()
    with pytest.raises(FlowError):
        communicators.take_up(code)
    for step in (
        lambda: communicators.invite_again(colleague, who),
        lambda: communicators.add_way(who, "sms", "+84900000001"),
    ):
        with pytest.raises(FlowError) as refused:
            step()
        assert refused.value.code == "communicator_ended"
    assert acts()[-1] == ("communicator.ended" if by_desk else "communicator.left")


def test_ended_twice_is_one_act(colleague: Account, desk: Desk) -> None:
    who, _token = joined(colleague, desk)
    communicators.end(colleague, who)
    ended = who.ended_at
    communicators.end(colleague, who)
    communicators.leave(who)
    assert who.ended_at == ended
    assert acts().count("communicator.ended") == 1
    assert "communicator.left" not in acts()


def test_an_address_is_sealed_found_again_and_removed(colleague: Account, desk: Desk) -> None:
    who, _token = joined(colleague, desk)
    communicators.add_way(who, "sms", "+84900000001")
    way = communicators.add_way(who, "sms", "+84900000002")
    assert Way.objects.get() == way
    assert sealing.unseal(bytes(way.sealed)) == "+84900000002"
    assert way.lookup == addresses.lookup("sms", "+84900000002")
    assert not communicators.remove_way(who, "email")
    assert communicators.remove_way(who, "sms")
    assert not Way.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "ù"])
def test_a_token_that_was_never_given_opens_nothing(db: None, token: str) -> None:
    assert communicators.of_device(token) is None
