"""Draw an archived page with a Chromium that reaches nothing; without one there is no picture."""

import math
from base64 import b64decode
from pathlib import Path

from kiemtin.media.archive.chrome import Chrome, ChromeFailed
from kiemtin.media.archive.shown import Replay
from kiemtin.media.magic import kind_of

WIDTH, HIGHEST = 1200, 12_000
"""Pixels: a desk's screen, and ten screens of it."""

MOST = 16 * 1024 * 1024
SECONDS = 40.0
_LOAD = 15.0


def screenshot(shown: Replay, chromium: str | None, seconds: float = SECONDS) -> bytes | None:
    """Return a PNG of the whole page up to HIGHEST pixels, at most MOST bytes; None where there is
    no Chromium at the path, or it makes none in time."""
    if not chromium or not Path(chromium).is_file() or not shown.html:
        return None
    try:
        with Chrome(chromium, seconds, MOST * 2) as chrome:
            drawn = _draw(chrome, shown.html)
    except ChromeFailed:
        return None
    return drawn if len(drawn) <= MOST and kind_of(drawn) == "png" else None


def _draw(chrome: Chrome, html: bytes) -> bytes:
    page = chrome.folder / "page.html"
    page.write_bytes(html)
    page.chmod(0o644)
    target = chrome.ask("Target.createTarget", url="about:blank")["targetId"]
    session = chrome.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    chrome.ask("Page.enable", session)
    chrome.ask("Emulation.setScriptExecutionDisabled", session, value=True)
    metrics = {"width": WIDTH, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    chrome.ask("Emulation.setDeviceMetricsOverride", session, **metrics)
    chrome.events.clear()
    chrome.ask("Page.navigate", session, url=page.as_uri())
    chrome.wait_for("Page.loadEventFired", _LOAD)
    size = chrome.ask("Page.getLayoutMetrics", session)["cssContentSize"]
    height = min(HIGHEST, max(1, math.ceil(float(size["height"]))))
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
    shot = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    try:
        return b64decode(str(chrome.ask("Page.captureScreenshot", session, **shot)["data"]))
    except (KeyError, ValueError):
        raise ChromeFailed from None
