"""A browser answers over two pipes in time, or fails; it is never root and leaves nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiemtin.media.archive.chrome import Chrome, ChromeFailed

CHROMIUM = os.environ.get("KIEMTIN_TEST_CHROMIUM", "/usr/bin/chromium")
MANY = 2**20


def test_a_browser_that_is_not_there_fails_and_leaves_nothing() -> None:
    with Chrome("/nothing/here", 20, MANY) as chrome, pytest.raises(ChromeFailed):
        chrome.ask("Browser.getVersion")
    assert not chrome.folder.exists()


@pytest.fixture(scope="module")
def chrome() -> Iterator[Chrome]:
    with Chrome(CHROMIUM, 60, MANY) as one:
        yield one


@pytest.mark.browser
def test_a_question_has_its_answer_and_events_are_kept(chrome: Chrome) -> None:
    chrome.ask("Target.setDiscoverTargets", discover=True)
    target = chrome.ask("Target.createTarget", url="about:blank")["targetId"]
    assert chrome.wait_for("Target.targetCreated", 10)
    made = [event["params"]["targetInfo"]["targetId"] for event in chrome.events
            if event.get("method") == "Target.targetCreated"]  # fmt: skip
    assert target in made


@pytest.mark.browser
def test_an_event_that_does_not_come_is_not_waited_for(chrome: Chrome) -> None:
    assert not chrome.wait_for("No.such", 0.1)
    assert "Chrome" in chrome.ask("Browser.getVersion")["product"]


@pytest.mark.browser
def test_an_unknown_question_fails(chrome: Chrome) -> None:
    with pytest.raises(ChromeFailed):
        chrome.ask("No.such")


@pytest.mark.browser
def test_the_browser_is_never_root_and_leaves_nothing() -> None:
    with Chrome(CHROMIUM, 30, MANY) as chrome:
        chrome.ask("Browser.getVersion")
        status = Path(f"/proc/{chrome._process.pid}/status").read_text()
        assert "Uid:\t0" not in status
    assert not chrome.folder.exists()


@pytest.mark.browser
@pytest.mark.parametrize(("seconds", "most"), [(0.0, MANY), (30, 10)])
def test_too_long_and_too_much_fail(seconds: float, most: int) -> None:
    with Chrome(CHROMIUM, seconds, most) as chrome, pytest.raises(ChromeFailed):
        chrome.ask("Browser.getVersion")
