"""The first desk is founded once, with an administrator who chose a password of their own."""

import pytest
from django.core.exceptions import ValidationError

from kiemtin.desk import permissions
from kiemtin.desk.flow import founding
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.words import Role
from tests.desk.conftest import PASSWORD

pytestmark = pytest.mark.django_db
FOUNDER = {"person": "Người Lập", "email": "Lap@Example.VN", "password": PASSWORD}


def test_first_account_administers_the_first_desk() -> None:
    desk = founding.found(name="Bàn Đồng Văn", place="02", **FOUNDER)
    account = Account.objects.get(email="lap@example.vn")
    assert desk.slug == "ban-dong-van"
    assert permissions.roles(account, desk) == {Role.ADMINISTRATOR}
    assert account.check_password(PASSWORD)


def test_second_desk_is_refused_in_both_languages(desk: Desk) -> None:
    with pytest.raises(founding.CannotFound) as refused:
        founding.found(name="Bàn khác", place="", **FOUNDER)
    assert desk.name in refused.value.vi()
    assert desk.name in refused.value.en()
    assert not Account.objects.exists()


def test_weak_password_founds_nothing() -> None:
    with pytest.raises(ValidationError):
        founding.found(name="Bàn", place="", **(FOUNDER | {"password": "password"}))
    assert not Desk.objects.exists()
