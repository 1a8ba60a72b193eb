"""What every test gets: no network but loopback, no clock on generated examples, and a desk of its
own when it asks for one.
"""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import encoded, forked
from tests.support.left_out import LeftOut
from tests.support.live import Home, Homes, drop
from tests.support.loopback import LoopbackSocket, local_only
from tests.support.once import Run
from tests.support.tables import prepare

# No deadline: a slow machine is no failure. Slow data is none either, for the same reason.
settings.register_profile(
    "kiemtin", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kiemtin")


def pytest_configure(config: pytest.Config) -> None:
    """Names of other machines are not looked up and connections stay here."""
    patch = pytest.MonkeyPatch()
    patch.setattr(socket, "socket", LoopbackSocket)
    patch.setattr(socket, "getaddrinfo", local_only(socket.getaddrinfo))
    if config.pluginmanager.has_plugin("django"):  # the model itself is told without it
        encoded.remember(patch)
    config.add_cleanup(patch.undo)
    config.pluginmanager.register(LeftOut(), "left_out")
    config.pluginmanager.register(Run(config, drop), "run")


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is imported and collected stays: going through it for garbage again and again would take
    a fifth of the time.

    The desk's tests make much garbage and little of it is large; those of recordings hold megabytes
    in theirs, and measure how large processes grow that begin as large as this one.
    """
    gc.collect()
    gc.freeze()
    if session.config.pluginmanager.has_plugin("django"):
        gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish() -> None:
    """No process of ours stays behind."""
    forked.close()


@pytest.fixture(scope="session")
def shared(pytestconfig: pytest.Config) -> Path:
    """The folder of the whole run, for what is made once."""
    run = pytestconfig.pluginmanager.get_plugin("run")
    assert isinstance(run, Run)
    return run.folder


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Homes]:
    """Makes desks for this process; their databases are dropped at the end."""
    made: list[str] = []
    yield Homes(tmp_path_factory.mktemp("homes"), shared, made.append)
    drop(made)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, homes: Homes
) -> None:
    """The test database begins as a copy of one that was migrated once for the whole run."""
    prepare(homes.tables())


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Take the copied SQLite file as it is; a PostgreSQL database is made from its pattern."""
    return "DATABASE_URL" not in os.environ


@pytest.fixture
def home(homes: Homes) -> Home:
    """A migrated desk for commands and a server of its own: `home.run(...)`, `home.serving()`."""
    return homes.migrated()


@pytest.fixture
def blank_home(homes: Homes) -> Home:
    """A desk's folder that is not there yet, with an empty database."""
    return homes.blank()
