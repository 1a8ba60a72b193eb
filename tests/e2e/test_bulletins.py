"""A bulletin's code is checked on the phone: installed once, then with the network off."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from kiemtin.record.keys import SignerKey
from kiemtin.record.known_list import KnownList, sign_list
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_every_page import faults
from tests.e2e.told import drawing
from tests.e2e.visitor import PHONE, Visitor
from tests.record.test_judge import VECTORS
from tests.support.bulletins import at

pytestmark = pytest.mark.browser
TITLES = {
    "vi": {
        "holds": "Đúng là của bàn, còn hiệu lực",
        "superseded": "Đã có bản mới hơn",
        "expired": "Đã hết hạn",
        "altered": "Đã bị sửa",
        "unknown_key": "Giả, hoặc của bàn khác",
        "malformed": "Không đọc được mã",
    },
    "en": {
        "holds": "The desk's own, and still in force",
        "superseded": "There is a newer version",
        "expired": "Expired",
        "altered": "Altered",
        "unknown_key": "Forged, or another desk's",
        "malformed": "The code cannot be read",
    },
}
LAST_DAY = {"vi": "01/01/2025", "en": "1 Jan 2025"}
JUDGED = """async (vectors) => {
  const page = document.querySelector("[data-bulletin]");
  const { judge, openList } = await import(page.dataset.judge);
  const known = await openList(vectors.list, vectors.pinned);
  const cases = [];
  for (const { code } of vectors.cases) {
    const found = await judge(code, known.keys, known, vectors.today);
    cases.push([found.state, found.refused?.code ?? ""]);
  }
  const lists = [];
  for (const { note, pinned } of vectors.lists) {
    lists.push(await openList(note, pinned).then(() => "opened", (refused) => refused.code));
  }
  return { cases, lists };
}"""


def installed(visitor: Visitor, language: str = "vi") -> Page:
    """The page after a visit with a network."""
    visitor.context.add_cookies([{"name": "lang", "value": language, "url": visitor.address}])
    page = visitor.go("/ma/")
    page.locator("[data-bulletin][data-ready=true]").wait_for()
    return page


def opened(visitor: Visitor, code: str) -> Page:
    """The page as a camera opens it: anew, with the code behind the #."""
    visitor.page.goto("about:blank")
    return visitor.go(f"/ma/#{code}")


@pytest.mark.in_browser
def test_the_script_judges_as_the_library_does(visit: Visit) -> None:
    found: dict[str, Any] = installed(visit()).evaluate(JUDGED, VECTORS)
    expected = [
        [case["state"], case.get("reason", "") if case["state"] == "malformed" else ""]
        for case in VECTORS["cases"]
    ]
    assert found["cases"] == expected
    assert found["lists"] == [case["says"] for case in VECTORS["lists"]]


@pytest.mark.in_browser
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_tells_them_apart_with_the_network_off(visit: Visit, site: Site, language: str) -> None:
    phone = visit(width=PHONE)
    installed(phone, language)
    phone.context.set_offline(True)
    wrong = []
    for state, title in TITLES[language].items():
        page = opened(phone, site.told["bulletins"][state])
        expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
        assert page.locator(".told").get_attribute("data-state") == state
        shown = page.locator("[data-slot=statement]").is_visible()
        assert shown == (state in ("holds", "superseded", "expired"))
        if state == "expired":
            expect(page.locator("[data-slot=text]")).to_contain_text(LAST_DAY[language])
        assert phone.fits()
        page.locator("[data-fact=saved]:visible").wait_for()
        phone.picture(f"bulletin-{state}-{language}")
        # What cannot be fetched is no fault here: the list stays that of before.
        wrong += [one for one in phone.wrong if "ERR_INTERNET_DISCONNECTED" not in one]
    phone.wrong.clear()
    assert wrong == []


def test_what_is_shown_is_the_desks_word(visit: Visit, site: Site) -> None:
    page = opened(visit(width=PHONE), site.told["bulletins"]["holds"])
    told = page.locator(".told[data-state=holds]")
    expect(told).to_contain_text("Bàn kiểm tin")
    expect(told.locator(".verdict")).to_be_visible()
    link = told.get_by_role("link")
    link.click()
    expect(page).to_have_url(f"{site.address}/kiem-chung/{site.told['slug']}/")


@pytest.mark.in_browser
def test_the_code_reaches_no_server(visit: Visit, site: Site) -> None:
    phone = visit()
    code = site.told["bulletins"]["holds"]
    asked: list[str] = []
    phone.context.on("request", lambda one: asked.append(f"{one.url} {one.post_data}"))
    page = opened(phone, code)
    page.locator("[data-fact=saved]:visible").wait_for()
    # A browser's own tools show the part behind the #, though it is never sent.
    assert not [one for one in asked if code in one.split("#")[0] or code in one.split(" ")[-1]]
    page.get_by_label("Mã hoặc đường dẫn").fill(code)
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.locator(".told[data-state=holds]")).to_be_visible()
    assert not [one for one in asked if "kiem-tra" in one]


@pytest.mark.in_browser
def test_an_address_of_another_site_is_named(visit: Visit, site: Site) -> None:
    page = installed(visit())
    code = site.told["bulletins"]["holds"]
    page.get_by_label("Mã hoặc đường dẫn").fill(f"https://other.example/ma/#{code}")
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.get_by_text("mở trang other.example, không phải trang của bàn")).to_be_visible()


@pytest.mark.in_browser
def test_a_key_that_nobody_vouched_for_is_not_taken_by_itself(visit: Visit, site: Site) -> None:
    phone = visit()
    page = installed(phone)
    stranger = SignerKey(site.told["log"], b"\x09" * 32)
    history = known_key(stranger)
    note = sign_list(KnownList(stranger.name, at(12, 31), (history,)), stranger)

    def other(route: Route) -> None:
        route.fulfill(body=note, content_type="text/plain; charset=utf-8")

    phone.context.route("**/ma/danh-sach", other)
    page.reload()
    warning = page.get_by_role("heading", name="Khoá của bàn đã đổi mà khoá cũ không ký nhận")
    expect(warning).to_be_visible()
    opened(phone, site.told["bulletins"]["holds"])
    expect(page.locator(".told[data-state=holds]")).to_be_visible()
    page.get_by_role("button", name="Tôi đã so với bàn").click()
    expect(page.locator(".told[data-state=unknown_key]")).to_be_visible()


def known_key(key: SignerKey) -> Any:
    """A first key."""
    from kiemtin.record.handover import KnownKey

    return KnownKey(key.verifier, at(1, 1))


def test_without_ed25519_the_page_says_so_and_the_desk_checks(visit: Visit, site: Site) -> None:
    phone = visit(width=PHONE)
    phone.page.add_init_script(
        "if (crypto.subtle) crypto.subtle.importKey = async () => { throw new Error(); }"
    )
    page = opened(phone, site.told["bulletins"]["altered"])
    expect(page.get_by_role("heading", name="Chưa kiểm tra được")).to_be_visible()
    page.get_by_role("button", name="Nhờ máy của bàn kiểm tra").click()
    expect(page.get_by_role("heading", name="Đã bị sửa")).to_be_visible()


def test_without_javascript_the_desk_checks(visit: Visit, site: Site) -> None:
    reader = visit(width=PHONE, javascript=False)
    page = reader.go("/ma/")
    expect(page.get_by_text("Chưa thấy kết quả?")).to_be_visible()
    page.get_by_label("Mã hoặc đường dẫn").fill(
        f"http://x.example/ma/#{site.told['bulletins']['holds']}"
    )
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.get_by_role("heading", name="Đúng là của bàn, còn hiệu lực")).to_be_visible()
    assert reader.fits()


@pytest.mark.in_browser
def test_a_picture_is_read_where_the_browser_can(visit: Visit, site: Site) -> None:
    phone = visit()
    code = json.dumps(site.told["bulletins"]["holds"])
    phone.page.add_init_script(
        "window.BarcodeDetector = class {"
        "static async getSupportedFormats() { return ['qr_code']; }"
        f"async detect() {{ return [{{ rawValue: {code} }}]; }} }};"
    )
    page = installed(phone)
    page.get_by_label("Hoặc chọn ảnh chụp mã").set_input_files(
        files={"name": "ma.png", "mimeType": "image/png", "buffer": drawing()}
    )
    expect(page.locator(".told[data-state=holds]")).to_be_visible()


@pytest.mark.in_browser
def test_every_state_can_be_read_by_everyone(visit: Visit, site: Site) -> None:
    visitor = visit()
    found = []
    for state in ("holds", "malformed"):
        page = opened(visitor, site.told["bulletins"][state])
        page.locator(f".told[data-state={state}]").wait_for()
        found += faults(page)
    assert found == []
