"""Who takes part in the desk's tests: two desks, an author, a colleague, a stranger."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.desk.flow import foreign, index, prints, shelf
from kiemtin.desk.models import Account, Desk, Membership, Rumour, Version
from kiemtin.desk.moment import at
from kiemtin.desk.queries import search
from kiemtin.desk.words import Role, RumourState
from tests.desk import steps

PASSWORD = "cầu-mây-thác-bạc-9"
Maker = Callable[..., Account]


@pytest.fixture(autouse=True)
def copies(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """Where files go in this test; what a process remembers is made anew, as the database is."""
    settings.MEDIA_ROOT = tmp_path / "copies"
    settings.LOG_FOLDER = tmp_path / "log"
    settings.PASSAGES_FOLDER = tmp_path / "passages"
    for one in (index, search, prints, shelf, foreign):
        one.forget()
    yield tmp_path / "copies"
    for one in (index, search, prints, shelf, foreign):
        one.forget()


@pytest.fixture
def noon() -> Iterator[datetime]:
    """It is noon on 1 October 2025 until the test ends."""
    with at(steps.NOON):
        yield steps.NOON


@pytest.fixture
def desk(db: None) -> Desk:
    """The provincial desk of Lào Cai."""
    return Desk.objects.create(slug="lao-cai", name="Bàn kiểm tin Lào Cai", place="15")


@pytest.fixture
def other_desk(db: None) -> Desk:
    """A desk in another province."""
    return Desk.objects.create(slug="son-la", name="Bàn kiểm tin Sơn La", place="14")


@pytest.fixture
def person(db: None) -> Maker:
    """Makes an account with roles at a desk."""

    def make(name: str, desk: Desk, *roles: Role) -> Account:
        account = Account(email=f"{name}@example.vn", name=name)
        account.set_unusable_password()
        account.save()
        for role in roles:
            Membership.objects.create(account=account, desk=desk, role=role)
        return account

    return make


@pytest.fixture
def author(person: Maker, desk: Desk) -> Account:
    """A checker, who writes; holds every signing role too, which must not help."""
    return person("author", desk, Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON)


@pytest.fixture
def colleague(person: Maker, desk: Desk) -> Account:
    """Reviewer and spokesperson of the same desk."""
    return person("colleague", desk, Role.REVIEWER, Role.SPOKESPERSON)


@pytest.fixture
def stranger(person: Maker, other_desk: Desk) -> Account:
    """Every role, at another desk."""
    return person("stranger", other_desk, *Role)


@pytest.fixture
def rumour(desk: Desk) -> Rumour:
    """A checkable rumour being checked."""
    return Rumour.objects.create(
        desk=desk,
        claim="Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024",
        place="15",
        state=RumourState.CHECKING,
        checkable=True,
        harm=3,
        opened_at=datetime(2024, 9, 9, 12, tzinfo=UTC),
    )


@pytest.fixture
def published(noon: datetime, rumour: Rumour, author: Account, colleague: Account) -> Version:
    """The rumour's first version, published at noon, nobody told yet."""
    return steps.release(author, colleague, rumour)
