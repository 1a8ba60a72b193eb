"""A communicator's phone, and something to look up and read out on it."""

import pytest
from django.test import Client

from kiemtin.desk.models import Account, Broadcast, Communicator, Desk, Version
from kiemtin.desk.moment import now
from kiemtin.web.phone import device
from tests.desk.conftest import author, colleague, desk, other_desk, person, stranger
from tests.support.communicators import joined, ordered
from tests.web.public.conftest import LOG_KEY, dam, nothing_remembered, signed, staff

__all__ = ["LOG_KEY", "author", "colleague", "dam", "desk", "nothing_remembered", "other_desk"]
__all__ += ["person", "signed", "staff", "stranger"]
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def who(colleague: Account, desk: Desk) -> tuple[Communicator, str]:
    """A communicator and the token of the phone."""
    return joined(colleague, desk)


@pytest.fixture
def phone(who: tuple[Communicator, str]) -> Client:
    """The phone's browser, which insists on the forms' tokens where there are some."""
    client = Client(enforce_csrf_checks=True)
    client.cookies[device.COOKIE] = who[1]
    return client


@pytest.fixture
def broadcast(dam: Version, colleague: Account) -> Broadcast:
    """The dam's fact-check, ordered a moment ago."""
    return ordered(colleague, dam, now())
