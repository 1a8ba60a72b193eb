"""What every test gets: no network but loopback, no clock on generated examples, and a desk of its
own when it asks for one.
"""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.support.left_out import LeftOut
from tests.support.live import Home, Homes
from tests.support.loopback import LoopbackSocket, local_only

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
    config.add_cleanup(patch.undo)
    config.pluginmanager.register(LeftOut(), "left_out")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    """Makes desks for this process; their databases are dropped at the end."""
    made = Homes(tmp_path_factory.mktemp("homes"))
    yield made
    made.drop()


@pytest.fixture
def home(homes: Homes) -> Home:
    """A migrated desk for commands and a server of its own: `home.run(...)`, `home.serving()`."""
    return homes.migrated()


@pytest.fixture
def blank_home(homes: Homes) -> Home:
    """A desk's folder that is not there yet, with an empty database."""
    return homes.blank()
