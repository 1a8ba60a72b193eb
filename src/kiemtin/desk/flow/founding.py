"""Founding: the first desk with its first account, which administers it; there is no default
password.
"""

import logging
from typing import ClassVar

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.text import slugify

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from kiemtin.refusal import Refusal, Say
from kiemtin.text.fold import fold

log = logging.getLogger(__name__)


class CannotFound(Refusal):
    """A desk cannot be founded here."""

    sentences: ClassVar = {
        "second": Say(
            "Đã có bàn “{name}” trong cơ sở dữ liệu này. Thêm người ở trang Mọi người, "
            "hoặc chọn KIEMTIN_HOME khác để lập bàn khác.",
            "The desk “{name}” is in this database already. Add people on its People page, "
            "or choose another KIEMTIN_HOME for another desk.",
        )
    }


def refuse_second() -> None:
    """Raise CannotFound when a desk stands already."""
    first = Desk.objects.first()
    if first is not None:
        raise CannotFound("second", {"name": first.name})


def found(*, name: str, place: str, person: str, email: str, password: str) -> Desk:
    """Found the desk; raises CannotFound, or ValidationError for a weak password."""
    refuse_second()
    validate_password(password, Account(email=email, name=person))
    with transaction.atomic():
        desk = Desk.objects.create(name=name, slug=slugify(fold(name))[:50], place=place)
        account = Account.objects.create_user(email, password, person)
        Membership.objects.create(account=account, desk=desk, role=Role.ADMINISTRATOR)
        audit.note(account, desk, Act.DESK_FOUNDED, desk)
    log.info("desk.founded id=%s", desk.pk)
    return desk
