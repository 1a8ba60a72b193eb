"""A place is a province or a commune, never finer; a coded column holds one of its codes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.models.fields import place_field


@pytest.mark.parametrize("code", ["15", "02728"])
def test_province_and_commune_are_places(code: str) -> None:
    assert place_field().clean(code, None) == code


def test_no_place_is_the_whole_country() -> None:
    field = place_field()
    assert field.get_default() == ""
    assert field.clean("", None) == ""


@pytest.mark.parametrize("code", ["1", "123", "1234", "027281", "xã", "15 ", "1a"])
def test_anything_else_is_no_place(code: str) -> None:
    with pytest.raises(ValidationError):
        place_field().clean(code, None)


def test_unknown_code_is_refused_past_all_forms(colleague: Account) -> None:
    held = Membership.objects.filter(account=colleague)
    with pytest.raises(IntegrityError, match="membership_role_known"), transaction.atomic():
        held.update(role="king")


def test_length_is_asked_of_the_database(desk: Desk) -> None:
    letters = len(desk.name)
    assert Desk.objects.filter(name__length=letters).get() == desk
    assert not Desk.objects.filter(name__length__gt=letters).exists()
