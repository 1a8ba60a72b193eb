"""Accounts and roles are in the hands of a desk's administrators, for their desk and below only."""

import pytest
from django.core.exceptions import ValidationError

from kiemtin.desk import permissions
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import people
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.words import Role
from tests.desk.conftest import PASSWORD, Maker

NEW = people.Person("moi@example.vn", "Người Mới", PASSWORD)


@pytest.fixture
def admin(person: Maker, desk: Desk) -> Account:
    """The administrator of the provincial desk."""
    return person("admin", desk, Role.ADMINISTRATOR)


@pytest.fixture
def commune(admin: Account, desk: Desk) -> Desk:
    """A desk below it, still without people of its own."""
    return people.add_desk(admin, desk, name="Bắc Hà", slug="bac-ha", place="15")


def test_new_person_signs_in_and_has_no_role_yet(admin: Account, desk: Desk) -> None:
    account = people.add_person(admin, desk, NEW)
    assert account.check_password(PASSWORD)
    assert not permissions.roles(account)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_an_administrator_makes_people(person: Maker, desk: Desk, role: Role) -> None:
    with pytest.raises(NotAllowed):
        people.add_person(person("one", desk, role), desk, NEW)
    assert not Account.objects.filter(email=NEW.email).exists()


def test_weak_password_is_refused(admin: Account, desk: Desk) -> None:
    with pytest.raises(ValidationError):
        people.add_person(admin, desk, people.Person("moi@example.vn", "Người Mới", "12345678"))
    assert not Account.objects.filter(email="moi@example.vn").exists()


def test_address_is_taken_once_however_it_is_written(admin: Account, desk: Desk) -> None:
    people.add_person(admin, desk, NEW)
    with pytest.raises(FlowError) as refused:
        people.add_person(admin, desk, people.Person("Moi@Example.VN", "Người Khác", PASSWORD))
    assert refused.value.code == "email_taken"


def test_roles_are_exactly_those_given(admin: Account, desk: Desk) -> None:
    account = people.add_person(admin, desk, NEW)
    people.set_roles(admin, desk, account, {Role.CHECKER, Role.REVIEWER})
    people.set_roles(admin, desk, account, {Role.REVIEWER, Role.TRANSLATOR})
    assert permissions.roles(account, desk) == {Role.REVIEWER, Role.TRANSLATOR}


def test_last_administrator_stays(admin: Account, desk: Desk) -> None:
    with pytest.raises(FlowError) as refused:
        people.set_roles(admin, desk, admin, {Role.CHECKER})
    assert refused.value.code == "last_administrator"
    assert permissions.roles(admin, desk) == {Role.ADMINISTRATOR}


def test_desk_below_is_staffed_by_the_administrator_above(admin: Account, commune: Desk) -> None:
    account = people.add_person(admin, commune, NEW)
    people.set_roles(admin, commune, account, {Role.COMMUNICATOR})
    assert permissions.roles(account, commune) == {Role.COMMUNICATOR}


def test_closed_account_keeps_its_roles_and_may_do_nothing(
    admin: Account, colleague: Account, desk: Desk
) -> None:
    people.close_account(admin, desk, colleague, active=False)
    colleague.refresh_from_db()
    with pytest.raises(NotAllowed):
        permissions.require(colleague, desk, Role.REVIEWER)
    people.close_account(admin, desk, colleague, active=True)
    colleague.refresh_from_db()
    permissions.require(colleague, desk, Role.REVIEWER)


def test_nobody_closes_their_own_account(admin: Account, desk: Desk) -> None:
    with pytest.raises(FlowError) as refused:
        people.close_account(admin, desk, admin, active=False)
    assert refused.value.code == "own_account"


def test_account_of_a_desk_above_or_beside_is_not_closed_from_here(
    person: Maker, colleague: Account, stranger: Account, commune: Desk
) -> None:
    below = person("below", commune, Role.ADMINISTRATOR)
    for account in (colleague, stranger):
        with pytest.raises(NotAllowed):
            people.close_account(below, commune, account, active=False)
        account.refresh_from_db()
        assert account.is_active


def test_desk_below_is_a_drill_when_the_one_above_is(admin: Account, desk: Desk) -> None:
    Desk.objects.filter(pk=desk.pk).update(is_drill=True)
    desk.refresh_from_db()
    assert people.add_desk(admin, desk, name="Sa Pa", slug="sa-pa", place="15").is_drill


def test_short_name_of_a_desk_is_taken_once(admin: Account, desk: Desk, commune: Desk) -> None:
    with pytest.raises(FlowError) as refused:
        people.add_desk(admin, desk, name="Bắc Hà 2", slug=commune.slug, place="15")
    assert refused.value.code == "slug_taken"


def test_stranger_makes_no_desk_here(stranger: Account, desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        people.add_desk(stranger, desk, name="X", slug="x", place="")
