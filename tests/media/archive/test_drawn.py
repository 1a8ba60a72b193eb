"""Chromium draws an archived page, makes no request for it, and runs nothing of it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiemtin.media.archive import Replay, replay, screenshot
from tests.media.archive.made import archive
from tests.media.archive.test_shown import ENCODED, TRICKS, read
from tests.support.peers.http import Peer

CHROMIUM = os.environ.get("KIEMTIN_TEST_CHROMIUM", "/usr/bin/chromium")
WATCH = """document.addEventListener('securitypolicyviolation', event => {
  (window.violations ??= []).push(event.blockedURI)})"""


def test_without_a_browser_there_is_no_picture(tmp_path: Path) -> None:
    shown = Replay(b"<p>x")
    assert screenshot(shown, None) is None
    assert screenshot(shown, str(tmp_path / "none")) is None


@pytest.mark.parametrize(
    "does", ["exit 0", "exec sleep 60", "exec cat /dev/zero >&4", "kill -9 $$"]
)
def test_a_browser_that_fails_makes_no_picture(tmp_path: Path, does: str) -> None:
    fake = Path("/tmp") / f"kiemtin-test-{os.getpid()}.sh"  # where nobody may read it
    fake.write_text(f"#!/bin/sh\n{does}\n")
    fake.chmod(0o755)
    try:
        assert screenshot(Replay(b"<p>x"), str(fake), seconds=1) is None
    finally:
        fake.unlink()


@pytest.mark.browser
def test_the_whole_page_is_drawn_up_to_a_height() -> None:
    short = screenshot(replay(archive("<h1>Hồ Suối Bạc</h1>")), CHROMIUM)
    long = screenshot(replay(archive("<div style='height:99999px'>x</div>")), CHROMIUM)
    assert short is not None
    assert long is not None
    assert int.from_bytes(short[20:24], "big") < 1000
    assert int.from_bytes(long[20:24], "big") == 12_000


@pytest.fixture(scope="module")
def site() -> Iterator[Peer]:
    with Peer() as peer:
        yield peer


@pytest.mark.browser
def test_nothing_is_requested_and_nothing_runs(site: Peer, tmp_path: Path) -> None:
    """Every trick on one page, shown by a browser that has its network and its scripts."""
    from playwright.sync_api import sync_playwright

    whole = "".join(f"<div>{trick}</div>" for trick in TRICKS)
    whole = whole.replace("http://bao.example", site.address)
    whole = whole.replace("bad()", "window.bad=1;fetch('/')")
    pages = [f"<p>Còn</p>{trick}".encode() for trick in [whole, *TRICKS]] + ENCODED
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context()
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("request", lambda one: asked.append(one.url))
        for number, body in enumerate(pages):
            document = tmp_path / f"{number}.html"
            document.write_bytes(read(body).replace(b"https://bao.example", site.address.encode()))
            page.goto(document.as_uri())
            assert page.evaluate("window.bad") is None
            # The document needs its policy for nothing: it asks for nothing that would be stopped.
            blocked = page.evaluate("window.violations ?? []")
            assert [one for one in blocked if one != "inline"] == [], json.dumps(blocked)
            assert page.url == document.as_uri()
        page.wait_for_load_state("networkidle")
        browser.close()
    assert [one for one in asked if not one.startswith(("file://", "data:"))] == []
    assert site.asked == []


@pytest.mark.browser
def test_the_browser_that_draws_reaches_nothing(site: Peer) -> None:
    """Even a page that nobody made harmless."""
    page = f"<img src='{site.address}/a'><script>fetch('{site.address}/b')</script>x"
    assert screenshot(Replay(page.encode()), CHROMIUM) is not None
    assert site.asked == []
