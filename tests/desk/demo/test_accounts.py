"""The drill's accounts sign in with what the drill's own secret gives, and hold their roles."""

import base64
import re

from allauth.mfa.models import Authenticator
from django.conf import LazySettings

from kiemtin.desk import permissions
from kiemtin.desk.demo import accounts, stories
from kiemtin.desk.models import Account, Desk
from tests.desk.conftest import PASSWORD

ONE, OTHER = "checker@example.vn", "reviewer@example.vn"


def test_password_follows_from_the_secret_and_the_person(settings: LazySettings) -> None:
    first = accounts.password(ONE)
    assert re.fullmatch(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}", first)
    assert accounts.password(ONE) == first
    assert accounts.password(OTHER) != first
    settings.SECRET_KEY = "another-" + "x" * 50
    assert accounts.password(ONE) != first


def test_second_factor_is_another_secret() -> None:
    secret = base64.b32decode(accounts.totp_secret(OTHER))
    assert len(secret) == 20
    password = base64.b32decode(accounts.password(OTHER).replace("-", "").upper())
    assert not secret.startswith(password)


def test_everyone_signs_in_with_the_roles_told(db: None) -> None:
    made = accounts.make()
    for told in stories.people()["accounts"]:
        account = made[told["email"]]
        assert account.is_demo
        assert account.check_password(accounts.password(told["email"]))
        held = set(account.memberships.values_list("desk__slug", "role"))
        assert held == {(one["desk"], one["role"]) for one in told["memberships"]}


def test_who_signs_has_a_second_factor_and_nobody_else(db: None) -> None:
    made = accounts.make()
    armed = set(Authenticator.objects.values_list("user__email", flat=True))
    assert armed == {email for email, one in made.items() if permissions.needs_second_factor(one)}
    assert OTHER in armed
    assert ONE not in armed


def test_desks_are_marked_as_a_drill_under_one_root(db: None) -> None:
    accounts.make()
    root = Desk.objects.get(parent=None)
    assert all(one.is_drill for one in Desk.objects.all())
    assert set(Desk.objects.exclude(pk=root.pk)) == set(root.children.all())


def test_only_demo_accounts_are_listed(db: None) -> None:
    Account.objects.create_user("mai@example.vn", PASSWORD, "Mai")
    made = accounts.make()
    listed = {one.email: one for one in accounts.listed()}
    assert set(listed) == set(made)
    assert Account.objects.count() == len(made) + 1
    assert listed[OTHER].password == accounts.password(OTHER)
    assert listed[OTHER].roles == "người duyệt, người kiểm chứng"
