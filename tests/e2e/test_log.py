"""The public log on the real site: checked in the reader's browser, and by command."""

import pytest
from playwright.sync_api import expect

from kiemtin.cli.main import main
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_every_page import faults
from tests.e2e.visitor import PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/log/", "/log/3/"])
def test_a_reader_checks_the_log_in_the_browser(visit: Visit, path: str) -> None:
    reader = visit(width=PHONE)
    page = reader.go(path)
    page.locator("#log-check button").click()
    room = page.locator("#log-check")
    expect(room.locator("[data-code=holds]")).to_be_visible()
    expect(room.locator("[data-tone=bad]")).to_have_count(0)
    expect(room.locator("[data-code=kept_first]")).to_be_visible()
    assert faults(page) == []
    assert reader.fits()
    page.reload()
    page.locator("#log-check button").click()
    expect(room.locator("[data-code=unchanged]")).to_be_visible()


def test_anyone_checks_the_whole_log_by_command(
    visit: Visit, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    keys = visit().context.request.get(f"{site.address}/log/khoa").text()
    key = keys.splitlines()[0]
    assert main(["verify", f"{site.address}/log/", "--key", key]) == 0
    assert "every entry and every file fits" in capsys.readouterr().out
