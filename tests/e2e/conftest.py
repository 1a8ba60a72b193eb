"""A served drill for the run, a Chromium for each file, visitors whose pages must stay quiet."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.system_packages import PARTS
from tests.e2e import visitor
from tests.e2e.site import Site, serving
from tests.e2e.visitor import Visitor
from tests.support.live import Homes

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def site(homes: Homes) -> Iterator[Site]:
    """The drill, served while this process has tests that visit it."""
    with serving(homes) as served:
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; closed after the file, since its loop would bar the database."""
    path = next(part.found() for part in PARTS if part.mark == "browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Visit]:
    """Makes visitors; at the end none may have seen a complaint or a foreign request."""
    came: list[Visitor] = []

    def make(**options: Any) -> Visitor:
        came.append(visitor.arrive(chromium, site.address, **options))
        return came[-1]

    yield make
    for one in came:
        one.context.close()
    assert [complaint for one in came for complaint in one.wrong] == []
