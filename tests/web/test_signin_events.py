"""Signing in and out, second factors and passwords leave an entry each: the account, and nothing
of its computer.
"""

import json

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from kiemtin.desk.acts import Act
from kiemtin.desk.models import Account, AuditEntry, Desk
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker, desk, person

__all__ = ["desk", "person"]
SECRET = "JBSWY3DPEHPK3PXP"
WORDS = "cầu-mây-thác-bạc-9"


@pytest.fixture
def account(desk: Desk, person: Maker) -> Account:
    """A reviewer with password and second factor."""
    made = person("an", desk, Role.REVIEWER)
    made.set_password(WORDS)
    made.save()
    TOTP.activate(made, SECRET)
    return made


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("number").values_list("act", flat=True))


def sign_in(client: Client, account: Account, code: str) -> None:
    client.post(reverse("account_login"), {"login": account.email, "password": WORDS})
    client.post(reverse("mfa_authenticate"), {"code": code})


def code() -> str:
    return str(format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time()))))


def test_signing_in_with_a_wrong_then_a_right_code_and_out(account: Account) -> None:
    client = Client(HTTP_USER_AGENT="Trình duyệt X", REMOTE_ADDR="203.0.113.9")
    sign_in(client, account, "000000")
    assert acts() == [Act.SECOND_FACTOR_FAILED]
    client.post(reverse("mfa_authenticate"), {"code": code()})
    client.post(reverse("account_logout"))
    assert acts() == [Act.SECOND_FACTOR_FAILED, Act.SIGNED_IN, Act.SIGNED_OUT]
    rows = list(AuditEntry.objects.values())
    assert {row["actor_id"] for row in rows} == {account.pk}
    assert "203.0.113" not in json.dumps(rows, default=str)
    assert all(row["details"] == {} for row in rows)


def test_a_wrong_password_is_nobodys_act(account: Account) -> None:
    said = {"login": account.email, "password": "không-phải-mật-khẩu"}
    Client().post(reverse("account_login"), said)
    assert acts() == []


def test_signing_out_twice_is_one_act(account: Account) -> None:
    client = Client()
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    client.post(reverse("account_logout"))
    client.post(reverse("account_logout"))
    assert acts() == [Act.SIGNED_IN, Act.SIGNED_OUT]


def test_a_changed_password_is_noted(account: Account) -> None:
    client = Client()
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    new = "ruộng-bậc-thang-7-mùa"
    said = {"oldpassword": WORDS, "password1": new, "password2": new}
    client.post(reverse("account_change_password"), said)
    assert Act.PASSWORD_CHANGED in acts()
