"""Colleagues and strangers with a browser each."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import is_mfa_enabled
from django.test import Client

from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import foreign, index, match, prints, receive, shelf
from kiemtin.desk.models import Account, Desk, Message
from kiemtin.desk.queries import search
from tests.desk.conftest import author, colleague, desk, other_desk, person, rumour, stranger
from tests.support.publishing import Staff

__all__ = ["author", "colleague", "desk", "other_desk", "person", "rumour", "stranger"]
Browser = Callable[[Account], Client]
Arrives = Callable[..., Message]


@pytest.fixture
def browser() -> Browser:
    """Signs an account in, with a second factor set up."""

    def sign_in(account: Account) -> Client:
        if not is_mfa_enabled(account):
            TOTP.activate(account, "JBSWY3DPEHPK3PXP")
        client = Client()
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def arrives(desk: Desk) -> Arrives:
    """A message that came in and was matched."""

    def arrive(text: str, external_id: str = "1", **changes: Any) -> Message:
        said: dict[str, Any] = {
            "channel": "web",
            "received_at": datetime(2024, 9, 9, 13, tzinfo=UTC),
            "wants_answer": True,
        }
        inbound = Inbound(text=text, external_id=external_id, **(said | changes))
        message = receive.receive(inbound, desk).message
        match.match_message(message)
        message.refresh_from_db()
        return message

    return arrive


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """The people who take a claim to publication."""
    return Staff(desk, author, colleague)


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What a process keeps in memory belongs to one database, and each test has its own."""
    for one in (index, search, prints, shelf, foreign):
        one.forget()
    yield
    for one in (index, search, prints, shelf, foreign):
        one.forget()
