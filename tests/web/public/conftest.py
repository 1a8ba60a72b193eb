"""A reader of the public pages, and a desk that has published something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.desk.flow import index, keys, prints, seal
from kiemtin.desk.models import Account, Desk, Version
from kiemtin.desk.queries import search
from kiemtin.record.keys import SignerKey
from tests.desk.conftest import author, colleague, desk, other_desk, person, stranger
from tests.support.publishing import Staff

LOG_KEY = SignerKey("desk.example/log", b"\x01" * 32)
__all__ = ["author", "colleague", "desk", "other_desk", "person", "stranger"]


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What a process keeps in memory belongs to one database, and each test has its own."""
    index.forget()
    prints.forget()
    search.forget()
    yield
    index.forget()
    prints.forget()
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


@pytest.fixture
def signed(dam: Version, settings: Settings, tmp_path: Path) -> Version:
    """The published fact-check, with its entry under a signature of LOG_KEY."""
    settings.LOG_FOLDER, settings.LOG_KEYS = tmp_path / "log", [LOG_KEY.secret_text()]
    keys.begin(LOG_KEY)
    seal.catch_up()
    return dam
