"""Accounts sign in by e-mail and hold roles at desks; there is no superuser."""

import pytest
from django.db import IntegrityError, transaction

from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from tests.desk.conftest import PASSWORD


def test_email_is_kept_in_one_spelling_and_once(db: None) -> None:
    account = Account.objects.create_user("Mai@Example.VN", PASSWORD, "Mai")
    assert account.email == "mai@example.vn"
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create_user("MAI@example.vn", PASSWORD, "Mai khác")


def test_password_is_hashed_and_the_name_is_the_one_shown(db: None) -> None:
    account = Account.objects.create_user("mai@example.vn", PASSWORD, "Mai")
    assert PASSWORD not in account.password
    assert account.check_password(PASSWORD)
    assert str(account) == account.get_full_name() == "Mai"


def test_new_account_has_no_rights(db: None) -> None:
    account = Account.objects.create_user("mai@example.vn", PASSWORD, "Mai")
    assert not account.memberships.exists()
    assert not hasattr(account, "is_superuser")
    assert not hasattr(Account.objects, "create_superuser")


def test_a_role_is_held_once_at_a_desk(colleague: Account, desk: Desk, other_desk: Desk) -> None:
    Membership.objects.create(account=colleague, desk=other_desk, role=Role.REVIEWER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(account=colleague, desk=desk, role=Role.REVIEWER)


def test_a_desk_is_not_above_itself(desk: Desk) -> None:
    with pytest.raises(IntegrityError, match="own_parent"), transaction.atomic():
        Desk.objects.filter(pk=desk.pk).update(parent=desk)


def test_who_works_at_a_desk_is_not_deleted(colleague: Account, desk: Desk) -> None:
    for one in (colleague, desk):
        with pytest.raises(IntegrityError), transaction.atomic():
            one.delete()
    assert colleague.memberships.filter(desk=desk).count() == 2
