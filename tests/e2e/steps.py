"""What people do in the browser, as they would: the public form, sign-in, both signatures."""

import time
from collections.abc import Mapping

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.e2e.visitor import Visitor

LOOKS = 60  # times a page is opened again until what is awaited stands there


def ask(visitor: Visitor, text: str, place: str = "") -> str:
    """Report through the public form; the path of the receipt page."""
    page = visitor.go("/hoi/")
    page.get_by_label("Bạn nghe được điều gì?").fill(text)
    if place:
        page.get_by_role("combobox", name="Chuyện ở đâu?").press_sequentially(place)
        page.locator("[role=listbox] [role=option]").first.click()
    page.get_by_role("button", name="Gửi cho bàn kiểm tin").click()
    expect(page.get_by_role("heading", name="Biên nhận của bạn")).to_be_visible()
    return path_of(page)


def path_of(page: Page) -> str:
    """Where the page stands, without the host."""
    return "/" + page.url.split("/", 3)[3]


def awaits(visitor: Visitor, path: str, words: str) -> Page:
    """Open the page again until the words stand on it: the outbox works in its own time."""
    for _ in range(LOOKS):
        page = visitor.go(path)
        if page.get_by_text(words).count():
            return page
        page.wait_for_timeout(250)
    raise AssertionError(f"{path} never said: {words}\n{visitor.page.inner_text('main')}")


def walk_in(visitor: Visitor, name: str) -> Page:
    """Enter the drill by its door, as the demo account of that name."""
    page = visitor.go("/vao/login/")
    page.get_by_role("link", name="Đang diễn tập").click()
    page.locator(f"form:has([value='{name}@example.vn']) button").click()
    expect(page.get_by_role("navigation", name="Bàn kiểm tin")).to_be_visible()
    return page


def sign_in(visitor: Visitor, account: Mapping[str, str]) -> Page:
    """Sign in with the password, then the code where one is asked for."""
    page = visitor.go("/vao/login/")
    page.get_by_label("Thư điện tử").fill(account["email"])
    page.get_by_label("Mật khẩu").fill(account["password"])
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    if account.get("secret"):
        expect(page.get_by_role("heading", name="Bước thứ hai")).to_be_visible()
        give_code(page, account["secret"], "Đăng nhập")
        expect(page.get_by_role("navigation", name="Bàn kiểm tin")).to_be_visible()
    return page


def give_code(page: Page, secret: str, button: str) -> None:
    """Type the code of this moment; once more when it ran out on the way."""
    for _ in range(2):
        before = page.url
        page.locator("[name=code]").fill(code(secret))
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_load_state()
        if page.url != before:
            return


def code(secret: str) -> str:
    """What the authenticator on the person's phone shows now."""
    counter = int(time.time()) // app_settings.TOTP_PERIOD
    return str(format_hotp_value(hotp_value(secret, counter)))


def fill(page: Page, texts: Mapping[str, str]) -> None:
    """Write each text into the field of that name in the page's main form."""
    for name, text in texts.items():
        page.locator(f"main [name={name}]").fill(text)


def sign(visitor: Visitor, draft: str, key: str, said: str) -> None:
    """Read the draft to its end and sign by key: the first press leads there, the second signs."""
    page = visitor.go(draft)
    visitor.press(key)
    expect(page.locator(f"[data-key={key}]")).to_be_focused()
    visitor.press(key)
    expect(page.locator("#flashes")).to_contain_text(said)
