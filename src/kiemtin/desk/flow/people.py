"""People of a desk: accounts are made and given roles by an administrator; nobody signs up."""

import logging
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.permissions import require, up
from kiemtin.desk.words import Role

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Person:
    """Somebody to be given an account."""

    email: str
    name: str
    password: str


def add_person(actor: Account, desk: Desk, person: Person) -> Account:
    """A new account at the desk, without roles yet; the password is a first one, to be changed."""
    require(actor, desk, Role.ADMINISTRATOR)
    validate_password(person.password, Account(email=person.email, name=person.name))
    try:
        with transaction.atomic():
            account = Account.objects.create_user(person.email, person.password, person.name)
            audit.note(actor, desk, Act.PERSON_ADDED, account)
    except IntegrityError:
        raise refuse("email_taken", _("Đã có tài khoản với thư điện tử này.")) from None
    log.info("person.added id=%s by=%s", account.pk, actor.pk)
    return account


def set_roles(actor: Account, desk: Desk, account: Account, roles: set[Role]) -> None:
    """Give the account exactly these roles at the desk; somebody there or above it administers
    it after as before.
    """
    require(actor, desk, Role.ADMINISTRATOR)
    with transaction.atomic():
        held = Membership.objects.filter(account=account, desk=desk)
        held.exclude(role__in=roles).delete()
        for role in roles - set(held.values_list("role", flat=True)):
            Membership.objects.create(account=account, desk=desk, role=role)
        if not Membership.objects.filter(
            desk__in=up(desk), role=Role.ADMINISTRATOR, account__is_active=True
        ).exists():
            raise refuse("last_administrator", _("Bàn phải còn ít nhất một quản trị."))
        audit.note(actor, desk, Act.PERSON_ROLES, account, roles=sorted(roles))
    log.info("person.roles id=%s desk=%s by=%s", account.pk, desk.pk, actor.pk)


def close_account(actor: Account, desk: Desk, account: Account, *, active: bool) -> None:
    """Close or reopen an account; what it signed stays signed. An account that works at other
    desks too is closed only by who administers all of them; raises NotAllowed otherwise.
    """
    works_at = Desk.objects.filter(memberships__account=account).distinct()
    for one in (desk, *works_at):
        require(actor, one, Role.ADMINISTRATOR)
    if account.pk == actor.pk:
        raise refuse("own_account", _("Bạn không tự đóng tài khoản của mình được."))
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=active)
        act = Act.PERSON_REOPENED if active else Act.PERSON_CLOSED
        audit.note(actor, desk, act, account)
    log.info("person.active id=%s active=%s by=%s", account.pk, active, actor.pk)


def add_desk(actor: Account, parent: Desk, *, name: str, slug: str, place: str) -> Desk:
    """A desk below another, such as a commune's below its province's."""
    require(actor, parent, Role.ADMINISTRATOR)
    try:
        with transaction.atomic():
            below = Desk.objects.create(
                name=name, slug=slug, place=place, parent=parent, is_drill=parent.is_drill
            )
            audit.note(actor, parent, Act.DESK_FOUNDED, below)
            return below
    except IntegrityError:
        raise refuse("slug_taken", _("Đã có bàn mang tên ngắn này.")) from None


def describe(actor: Account, desk: Desk, *, funding: str, governance: str) -> None:
    """Say who pays for the desk and how it is governed, for everyone on the page of figures."""
    require(actor, desk, Role.ADMINISTRATOR)
    with transaction.atomic():
        said = {"funding": funding.strip(), "governance": governance.strip()}
        Desk.objects.filter(pk=desk.pk).update(**said)
        audit.note(actor, desk, Act.DESK_DESCRIBED, desk)
    log.info("desk.described id=%s by=%s", desk.pk, actor.pk)
