"""A reader of the public pages, and a desk that has published something."""

from collections.abc import Iterator

import pytest
from django.test import Client

from kiemtin.desk.flow import index
from kiemtin.desk.models import Account, Desk, Version
from kiemtin.desk.queries import search
from tests.desk.conftest import author, colleague, desk, other_desk, person, stranger
from tests.support.publishing import Staff

__all__ = ["author", "colleague", "desk", "other_desk", "person", "stranger"]


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What a process keeps in memory belongs to one database, and each test has its own."""
    index.forget()
    search.forget()
    yield
    index.forget()
    search.forget()


@pytest.fixture
def reader(desk: Desk) -> Client:
    """Somebody without account, whose browser insists on the forms' tokens."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """The people who take a claim to publication."""
    return Staff(desk, author, colleague)


@pytest.fixture
def dam(staff: Staff) -> Version:
    """A published fact-check about a dam."""
    return staff.publish()
