"""A person with a browser, who watches that no page complains or asks another host."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.support.tree import ROOT

PHONE, DESK = 360, 1280
PICTURES = ROOT / "build/e2e"


@dataclass
class Visitor:
    """One browser of its own, at the address of a site."""

    context: BrowserContext
    page: Page
    address: str
    allowed: Collection[int] = ()
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.address + path)
        return self.page

    def press(self, key: str) -> None:
        """Press a key once the page's scripts listen."""
        self.page.wait_for_load_state()
        self.page.keyboard.press(key)

    def picture(self, name: str) -> None:
        """Keep what is seen under build/e2e."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("window.scrollTo(0, 0)")
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def fits(self) -> bool:
        """Whether nothing stands out to the side of the screen."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))

    def complains(self, said: ConsoleMessage) -> None:
        """Note an error of the console, refusals that the test expects aside."""
        expected = any(f"status of {status} " in said.text for status in self.allowed)
        if said.type == "error" and not expected:
            self.wrong.append(f"{self.page.url}: {said.text}")

    def asks(self, request: Request) -> None:
        """Note a request to anyone but the site."""
        asked = urlsplit(request.url)
        if asked.scheme not in ("data", "blob") and asked.netloc != urlsplit(self.address).netloc:
            self.wrong.append(f"{self.page.url} asks {request.url}")


def arrive(
    browser: Browser,
    address: str,
    *,
    width: int = DESK,
    scheme: str = "light",
    javascript: bool = True,
    allowed: Collection[int] = (),
) -> Visitor:
    """A new browser without cookies; `allowed` are statuses that the test is about."""
    context = browser.new_context(
        viewport={"width": width, "height": 740 if width == PHONE else 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=javascript,
        has_touch=width == PHONE,
        is_mobile=width == PHONE,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    visitor = Visitor(context, page, address, allowed)
    page.on("console", visitor.complains)
    page.on("pageerror", lambda error: visitor.wrong.append(f"{page.url}: {error}"))
    context.on("request", visitor.asks)
    return visitor
