"""A role holds at its desk and below it, never beside or above; a closed account has none."""

import pytest

from kiemtin.desk import permissions
from kiemtin.desk.errors import NotAllowed
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker


@pytest.fixture
def commune(desk: Desk) -> Desk:
    """A desk below the provincial one."""
    return Desk.objects.create(slug="bac-ha", name="Bàn kiểm tin Bắc Hà", place="", parent=desk)


def test_role_holds_at_its_desk_and_below(person: Maker, desk: Desk, commune: Desk) -> None:
    checker = person("checker", desk, Role.CHECKER)
    permissions.require(checker, desk, Role.CHECKER)
    permissions.require(checker, commune, Role.CHECKER, Role.REVIEWER)


def test_role_does_not_hold_above_or_beside(
    person: Maker, desk: Desk, commune: Desk, other_desk: Desk
) -> None:
    checker = person("checker", commune, *Role)
    for elsewhere in (desk, other_desk):
        assert not permissions.roles(checker, elsewhere)
        with pytest.raises(NotAllowed):
            permissions.require(checker, elsewhere, *Role)


def test_another_role_is_not_enough_and_the_wanted_one_is_named(person: Maker, desk: Desk) -> None:
    checker = person("checker", desk, Role.CHECKER)
    with pytest.raises(NotAllowed, match="người duyệt, người phát ngôn"):
        permissions.require(checker, desk, Role.REVIEWER, Role.SPOKESPERSON)


def test_closed_account_may_do_nothing(desk: Desk, colleague: Account) -> None:
    colleague.is_active = False
    with pytest.raises(NotAllowed):
        permissions.require(colleague, desk, Role.REVIEWER)


def test_desks_of_an_account_are_its_own_and_those_below(
    person: Maker, desk: Desk, commune: Desk, other_desk: Desk
) -> None:
    assert set(permissions.desks(person("above", desk, Role.CHECKER))) == {desk, commune}
    assert permissions.desks(person("below", commune, Role.CHECKER)) == [commune]
    assert permissions.desks(person("nobody", other_desk)) == []


def test_a_ring_of_desks_ends(desk: Desk, commune: Desk) -> None:
    Desk.objects.filter(pk=desk.pk).update(parent=commune)
    commune.refresh_from_db()
    assert sorted(permissions.up(commune)) == sorted([desk.pk, commune.pk])


@pytest.mark.parametrize("role", list(Role))
def test_who_signs_or_administers_needs_a_second_factor(
    person: Maker, desk: Desk, role: Role
) -> None:
    signs = role in (Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
    assert permissions.needs_second_factor(person("one", desk, role)) is signs
