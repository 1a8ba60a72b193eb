"""The drill's desks and accounts; passwords and second factors come from the drill's own secret."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings

from kiemtin.desk.demo import stories
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.permissions import SECOND_FACTOR
from kiemtin.desk.words import Role


@dataclass(frozen=True)
class DemoAccount:
    """What is printed of a demo account."""

    name: str
    email: str
    password: str
    roles: str


def _secret(purpose: str, email: str) -> bytes:
    key = f"demo-{purpose}\0{settings.SECRET_KEY}".encode()
    return hmac.new(key, email.encode(), hashlib.sha256).digest()


def password(email: str) -> str:
    """The password of a demo account: 80 bits of the drill's secret, in four groups."""
    letters = base64.b32encode(_secret("password", email)[:10]).decode().lower()
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def totp_secret(email: str) -> str:
    """The TOTP secret of a demo account, base32."""
    return base64.b32encode(_secret("totp", email)[:20]).decode()


def make() -> dict[str, Account]:
    """Create the desks and accounts of people.json; accounts by e-mail."""
    told = stories.people()
    desks: dict[str, Desk] = {}
    for one in told["desks"]:
        desks[one["slug"]] = Desk.objects.create(
            slug=one["slug"],
            name=one["name"],
            place=one["place"],
            contact=one["contact"],
            funding=one.get("funding", ""),
            governance=one.get("governance", ""),
            parent=desks.get(one["parent"]),
            is_drill=True,
        )
    return {one["email"]: _account(one, desks) for one in told["accounts"]}


def _account(told: dict[str, Any], desks: dict[str, Desk]) -> Account:
    email = told["email"]
    account = Account.objects.create_user(email, password(email), told["name"])
    account.is_demo = True
    account.save(update_fields=["is_demo"])
    for one in told["memberships"]:
        Membership.objects.create(account=account, desk=desks[one["desk"]], role=one["role"])
    if {one["role"] for one in told["memberships"]} & SECOND_FACTOR:
        TOTP.activate(account, totp_secret(email))
    return account


def listed() -> list[DemoAccount]:
    """The demo accounts with what is needed to sign in."""
    found = Account.objects.filter(is_demo=True).prefetch_related("memberships")
    return [
        DemoAccount(
            one.name,
            one.email,
            password(one.email),
            ", ".join(sorted({str(Role(held.role).label) for held in one.memberships.all()})),
        )
        for one in found
    ]
