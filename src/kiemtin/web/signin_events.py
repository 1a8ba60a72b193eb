"""Sign-ins enter the desk's own book: whose account and when, never from where or with what."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import Signal

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account

EVENTS: tuple[tuple[Signal, Act], ...] = (
    (user_logged_in, Act.SIGNED_IN),
    (user_logged_out, Act.SIGNED_OUT),
    (authentication_failed, Act.SECOND_FACTOR_FAILED),
    (authenticator_added, Act.SECOND_FACTOR_ADDED),
    (authenticator_removed, Act.SECOND_FACTOR_REMOVED),
    (password_changed, Act.PASSWORD_CHANGED),
    (password_reset, Act.PASSWORD_CHANGED),
)


def _listen(signal: Signal, act: Act) -> None:
    def enter(*, user: Account | None, **_rest: Any) -> None:
        if user is not None:  # signing out without having signed in is nobody's act
            with transaction.atomic():
                audit.about_oneself(user, act)

    signal.connect(enter, weak=False, dispatch_uid=f"audit.{act}")


for _signal, _act in EVENTS:
    _listen(_signal, _act)
