"""Subscribing in a browser: permission is asked on a tap only; what is pushed is shown."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kiemtin.channels.web_push.settings import new_keys
from tests.e2e import visitor as visitors
from tests.e2e.test_every_page import faults
from tests.e2e.visitor import PHONE, Visitor
from tests.support.live import Homes
from tests.support.peers.web_push import PushPeer

pytestmark = pytest.mark.browser
PAGE = "/dang-ky/"
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.getRegistration("/dang-ky/");
  const shown = await worker.getNotifications();
  return shown.map((one) => ({title: one.title, body: one.body, tag: one.tag, url: one.data}));
}"""
# Chromium's own push service cannot be reached from a test: what it hands out is stood in for.
STAND_IN = """
window.asked = 0;
const ask = Notification.requestPermission;
Notification.requestPermission = () => { window.asked += 1; return ask.call(Notification); };
const one = {
  toJSON: () => (%s),
  unsubscribe: async () => { localStorage.removeItem("held"); return true; },
};
PushManager.prototype.getSubscription = async () => (localStorage.getItem("held") ? one : null);
PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
  if (!userVisibleOnly || applicationServerKey.length !== 87) throw new Error("refused");
  localStorage.setItem("held", "yes");
  return one;
};
"""


@pytest.fixture(scope="module")
def address(homes: Homes) -> Iterator[str]:
    """A desk that can send notices."""
    contact = {"KIEMTIN_WEB_PUSH_CONTACT": "mailto:ban@tin.example"}
    home = homes.migrated(KIEMTIN_WEB_PUSH_KEY=new_keys()[0], **contact)
    with home.serving() as address:
        yield address


@pytest.fixture
def reader(chromium: Browser, address: str) -> Iterator[Visitor]:
    """Somebody with a telephone, whose browser can be pushed to."""
    came = visitors.arrive(chromium, address, width=PHONE)
    with PushPeer() as peer:
        given = json.loads(peer.subscription) | {"endpoint": "https://push.example/1"}
    came.context.add_init_script(STAND_IN % json.dumps(given))
    yield came
    came.context.close()
    assert came.wrong == []


def push(reader: Visitor, page: Page, data: str) -> None:
    """A push service hands something to the worker of /dang-ky/."""
    session = reader.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(told["registrations"])
    )
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(200)
    known = {one["scopeURL"]: one["registrationId"] for one in found if not one["isDeleted"]}
    number = known[f"{reader.address}{PAGE}"]
    given = {"origin": reader.address, "registrationId": number, "data": data}
    session.send("ServiceWorker.deliverPushMessage", given)
    page.wait_for_timeout(200)


def test_a_browser_subscribes_is_told_and_leaves(reader: Visitor) -> None:
    reader.context.grant_permissions(["notifications"], origin=reader.address)
    page = reader.go(PAGE)
    join = page.get_by_role("button", name="Báo trên máy này")
    join.wait_for()
    assert page.evaluate("window.asked") == 0
    reader.picture("subscribe-360")
    join.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã đăng ký trên máy này")

    page = reader.go(PAGE)
    said = {"title": "Đập không vỡ", "body": "Ở yên.", "url": reader.address, "tag": "v1"}
    for _again in range(2):
        push(reader, page, json.dumps(said))
    assert page.evaluate(SHOWN) == [said]
    push(reader, page, "no json")
    assert {one["title"] for one in page.evaluate(SHOWN)} == {"Đập không vỡ", "Kiểm Tin"}

    page.get_by_role("button", name="Thôi nhận trên máy này").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thôi nhận")
    page = reader.go(PAGE)
    join.wait_for()
    expect(page.get_by_role("button", name="Thôi nhận trên máy này")).to_be_hidden()


def test_who_refuses_is_told_what_else_there_is(reader: Visitor) -> None:
    page = reader.go(PAGE)
    page.get_by_role("button", name="Báo trên máy này").click()
    expect(page.get_by_text("Máy chưa cho phép hiện thông báo")).to_be_visible()
    expect(page.get_by_role("button", name="Lấy đường dẫn nguồn tin")).to_be_visible()


def test_without_javascript_the_page_says_what_else_there_is(
    chromium: Browser, address: str
) -> None:
    plain = visitors.arrive(chromium, address, width=PHONE, javascript=False)
    page = plain.go(PAGE)
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    page.get_by_role("button", name="Lấy đường dẫn nguồn tin").click()
    expect(page.locator('a[href$="/feed.atom"]').first).to_be_visible()
    plain.context.close()


def test_the_pages_have_no_faults(reader: Visitor) -> None:
    for path in (PAGE, "/dang-ky/xong/email/", "/dang-ky/bo/x/", "/dang-ky/xac-nhan/x/"):
        assert faults(reader.go(path)) == []
