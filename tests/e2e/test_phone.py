"""A communicator's phone: the network comes and goes, and everything arrives once."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_every_page import faults
from tests.e2e.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
HOME = "/tuyen-truyen/"
VIEWS = ("", "#tra-cuu", "#doc", "#bao", "#gui", "#may")
OFFLINE = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
MOST_BYTES = 250_000
WORK = """async (id) => {
  const told = await (await fetch("/tuyen-truyen/viec.json")).json();
  return told.items.find((item) => item.id === id).done;
}"""
QUEUE = """async () => {
  const db = await new Promise((done) => {
    const asked = indexedDB.open("kiemtin-phone");
    asked.onsuccess = () => done(asked.result);
  });
  const read = db.transaction("queue").objectStore("queue").getAll();
  const all = await new Promise((done) => (read.onsuccess = () => done(read.result)));
  db.close();
  return all.map((item) => item.kind);
}"""
BEHIND = "const real = Date.now; Date.now = () => real() - 400 * 86_400_000;"
FULL = """
// A browser says so by this error; how full a disk is cannot be set from here.
const put = IDBObjectStore.prototype.put;
const drop = CacheStorage.prototype.delete;
CacheStorage.prototype.delete = function (name) {
  if (typeof window.room === "string") window.room = 0;
  return drop.call(this, name);
};
IDBObjectStore.prototype.put = function (...given) {
  if (window.room && this.name === "queue") throw new DOMException("", "QuotaExceededError");
  return put.apply(this, given);
};
"""
SOUNDS = "async () => (await (await caches.open('kiemtin-phone-sounds')).keys()).length > 0"
MICROPHONE = """
navigator.mediaDevices.getUserMedia = async () => new MediaStream();
window.MediaRecorder = class {
  static isTypeSupported() { return true; }
  mimeType = "audio/webm;codecs=opus";
  state = "inactive";
  start() { this.state = "recording"; }
  stop() {
    this.state = "inactive";
    const bytes = new Uint8Array(600).fill(1);
    bytes.set([  // what Chromium writes first
      26, 69, 223, 163, 159, 66, 134, 129, 1, 66, 247, 129, 1, 66, 242, 129, 4, 66, 243, 129,
      8, 66, 130, 132, 119, 101, 98, 109, 66, 135, 129, 4, 66, 133, 129, 2, 24, 83, 128, 103
    ]);
    this.ondataavailable({ data: new Blob([bytes]) });
    this.onstop();
  }
};
"""


@pytest.fixture
def codes(site: Site) -> Iterator[str]:
    """Invitations, each for one phone; one that was given is not given again."""
    return iter(site.told["phones"].pop, None)


@pytest.fixture
def phone(visit: Visit, codes: Iterator[str]) -> Iterator[Visitor]:
    """A phone that has joined and kept everything; what the network lacked is no complaint."""
    visitor = visit(width=PHONE)
    yield join(visitor, next(codes))
    visitor.wrong[:] = [one for one in visitor.wrong if not any(what in one for what in OFFLINE)]


def join(visitor: Visitor, code: str) -> Visitor:
    """Open the link of an invitation and take it up."""
    page = visitor.go(f"{HOME}vao/#{code}")
    page.get_by_role("button", name="Dùng trên máy này").click()
    settled(page)
    page.locator("[data-phone][data-saved=true]").wait_for()
    return visitor


def settled(page: Page) -> None:
    """Everything fetched."""
    page.locator("[data-phone][data-fresh=fresh]").wait_for()


def view(visitor: Visitor, name: str) -> Page:
    """One of the page's views, without loading anew."""
    visitor.page.evaluate("(hash) => { location.hash = hash }", name)
    visitor.page.locator(f"[data-phone][data-ready='{name.lstrip('#').split('-1')[0]}']").wait_for()
    return visitor.page


def report(visitor: Visitor, text: str) -> None:
    """Tell the desk what is being asked."""
    page = view(visitor, "#bao")
    page.get_by_label("Bà con hỏi gì").fill(text)
    page.get_by_role("button", name="Cất vào máy và gửi").click()
    expect(page.locator("[data-told]")).not_to_be_empty()


def bulletin(visitor: Visitor, site: Site) -> Page:
    """Open the bulletin that is to be read out."""
    page = view(visitor, "#doc")
    page.locator(f"[data-bulletin='{site.told['broadcast']}'] a").click()
    page.locator("[data-done]").first.wait_for()
    return page


def done(visitor: Visitor, site: Site, name: str) -> None:
    """Say what was done with it."""
    page = bulletin(visitor, site)
    page.get_by_role("button", name=name).click()
    expect(page.locator("[aria-pressed=true][data-done]").first).to_be_visible()


def all_sent(page: Page) -> None:
    """Nothing waits any more; a phone whose try failed pauses twice as long each time (app.js)."""
    expect(page.locator("[data-band]")).to_have_attribute("data-state", "empty", timeout=120_000)


def heard(visit: Visit, text: str) -> int:
    """How often the desk has it: in the inbox, or as sightings of a rumour on the board."""
    checker = visit()
    page = steps.walk_in(checker, "checker")
    page = checker.go("/desk/tin-den/")
    found = page.locator("[data-row]", has_text=text).count()
    page = checker.go("/desk/bang/")
    said = page.locator("[data-row]", has_text=text).all_inner_texts()
    return found + sum(int(one) for row in said for one in re.findall(r"(\d+) lượt nghe", row))


def test_what_is_made_without_a_network_arrives_once(
    phone: Visitor, visit: Visit, site: Site
) -> None:
    text = "Chợ Mường Hum tuần này không họp phải không bàn"
    phone.context.set_offline(True)
    phone.page.reload()
    done(phone, site, "Đã nhận")
    phone.page.get_by_role("button", name="Đã đọc").click()
    report(phone, text)
    band = phone.page.locator("[data-band]")
    expect(band).to_contain_text("Không có mạng · còn 3 mục chưa gửi")
    assert phone.fits()
    phone.picture("phone-offline")
    phone.context.set_offline(False)
    all_sent(phone.page)
    view(phone, "#gui")
    expect(phone.page.locator("[data-sent=asked] .receipt")).to_be_visible()
    phone.picture("phone-sent")
    told = phone.page.evaluate(WORK, site.told["broadcast"])
    assert set(told) == {"received", "read_aloud"}
    assert heard(visit, text) == 1


def test_an_answer_that_is_lost_on_the_way_doubles_nothing(phone: Visitor, visit: Visit) -> None:
    text = "Cầu treo Pa Cheo đóng đến hết tuần phải không"
    lost: list[str] = []

    def lose(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(str(route.fetch().status))
        return route.abort()

    phone.context.route("**/tuyen-truyen/gui", lose)
    report(phone, text)
    all_sent(phone.page)
    assert lost == ["200"]
    assert heard(visit, text) == 1


def test_two_tabs_send_each_thing_once(phone: Visitor) -> None:
    sent: list[str] = []

    def note(request: Any) -> None:
        if request.url.endswith("/gui"):
            sent.extend(item["id"] for item in json.loads(request.post_data)["items"])

    second = phone.context.new_page()
    second.goto(phone.address + HOME)
    settled(second)
    phone.context.set_offline(True)
    other = Visitor(phone.context, second, phone.address)
    report(phone, "Nước suối đục là vỡ kè à")
    report(other, "Trạm y tế phát thuốc miễn phí à")
    expect(phone.page.locator("[data-band]")).to_contain_text("còn 2 mục")
    phone.context.on("requestfinished", note)
    phone.context.set_offline(False)
    for page in (phone.page, second):
        all_sent(page)
    assert len(sent) == len(set(sent)) == 2


def test_a_wrong_clock_is_set_right(visit: Visit, codes: Iterator[str], site: Site) -> None:
    visitor = visit(width=PHONE)
    visitor.page.add_init_script(BEHIND)
    join(visitor, next(codes))
    done(visitor, site, "Đã dán")
    all_sent(visitor.page)
    at = datetime.fromisoformat(visitor.page.evaluate(WORK, site.told["broadcast"])["posted"])
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=5)


@pytest.mark.in_browser
def test_what_is_pressed_by_mistake_is_taken_back_before_it_is_sent(
    phone: Visitor, site: Site
) -> None:
    done(phone, site, "Đã đọc")
    phone.page.get_by_role("button", name="bấm để bỏ").click()
    expect(phone.page.locator("[data-done=read_aloud]")).to_have_attribute("aria-pressed", "false")
    assert phone.page.evaluate(QUEUE) == []


@pytest.mark.in_browser
def test_a_full_phone_says_so_and_loses_nothing(
    visit: Visit, codes: Iterator[str], site: Site
) -> None:
    visitor = visit(width=PHONE)
    visitor.page.add_init_script(FULL)
    page = join(visitor, next(codes)).page
    keeps_sounds(visitor, site)
    page.evaluate("window.room = 1")
    text = "Chợ phiên dời ngày phải không"
    report(visitor, text)
    expect(page.locator("[data-band]")).to_have_attribute("data-state", "full")
    assert page.get_by_label("Bà con hỏi gì").input_value() == text
    visitor.picture("phone-full")
    page.evaluate("window.room = 0")
    page.get_by_role("button", name="Cất vào máy và gửi").click()
    all_sent(page)
    expect(page.get_by_label("Bà con hỏi gì")).to_be_empty()


@pytest.mark.in_browser
def test_kept_recordings_make_room_for_what_was_not_sent(
    visit: Visit, codes: Iterator[str], site: Site
) -> None:
    visitor = visit(width=PHONE)
    visitor.page.add_init_script(FULL)
    page = join(visitor, next(codes)).page
    keeps_sounds(visitor, site)
    visitor.context.route("**/tuyen-truyen/gui", lambda route: route.fulfill(status=503))
    visitor.allowed = (503,)
    page.evaluate("window.room = 'until the recordings are gone'")
    report(visitor, "Bao giờ thông đường tỉnh 155")
    assert page.evaluate(QUEUE) == ["asked"]
    assert page.evaluate("caches.has('kiemtin-phone-sounds')") is False


@pytest.mark.in_browser
def test_a_new_worker_keeps_what_waits(phone: Visitor) -> None:
    page = phone.page
    phone.context.route("**/tuyen-truyen/gui", lambda route: route.abort())
    report(phone, "Đường lên bản còn đi được không")
    page.evaluate(
        "async () => { const one = await navigator.serviceWorker.getRegistration();"
        " await one.unregister();"
        " for (const name of await caches.keys()) await caches.delete(name); }"
    )
    page.reload()
    settled(page)
    assert page.evaluate(QUEUE) == ["asked"]
    phone.context.unroute("**/tuyen-truyen/gui")
    page.reload()
    all_sent(page)


@pytest.mark.in_browser
def test_a_newer_app_in_another_tab_is_said(phone: Visitor) -> None:
    phone.page.evaluate("() => void indexedDB.open('kiemtin-phone', 99)")
    expect(phone.page.get_by_text("Trang đã có bản mới")).to_be_visible()


def test_who_leaves_can_copy_out_what_was_not_sent(phone: Visitor) -> None:
    page = phone.page
    phone.context.route("**/tuyen-truyen/gui", lambda route: route.fulfill(status=503))
    phone.allowed = (503, 410, 401)
    report(phone, "Bà con hỏi bao giờ có điện")
    view(phone, "#may")
    page.get_by_text("Tôi muốn nghỉ").click()
    page.get_by_role("button", name="Tôi nghỉ").click()
    expect(page.locator("[data-ended]")).to_be_visible()
    phone.context.unroute("**/tuyen-truyen/gui")
    page.reload()
    view(phone, "#gui")
    waiting = page.locator("[data-item=asked]")
    expect(waiting).to_contain_text("Bà con hỏi bao giờ có điện")
    expect(waiting.get_by_role("button", name="Chép")).to_be_visible()
    phone.picture("phone-ended")
    page.locator("[data-ready=gui]").wait_for()
    waiting.get_by_role("button", name="Bỏ mục này").click()
    expect(waiting).to_have_count(0)


def test_what_the_desk_refuses_comes_back_to_be_mended(phone: Visitor) -> None:
    page = phone.page
    report(phone, "\u200b\u200b\u200b")
    view(phone, "#gui")
    waiting = page.locator("[data-item=asked][data-state=refused]")
    expect(waiting).to_contain_text("Bàn chưa nhận")
    phone.picture("phone-refused")
    waiting.get_by_role("button", name="Sửa").click()
    page.locator("[data-ready=bao]").wait_for()
    page.get_by_label("Bà con hỏi gì").fill("Sông Chảy lên báo động ba à")
    page.get_by_role("button", name="Cất vào máy và gửi").click()
    all_sent(page)


@pytest.mark.in_browser
def test_looking_up_needs_no_network_and_no_marks(phone: Visitor, site: Site) -> None:
    phone.context.set_offline(True)
    phone.page.reload()
    page = view(phone, "#tra-cuu")
    page.get_by_label("Bà con nói gì").fill(site.told["fact"].lower())
    first = page.locator("[data-fact]").first
    expect(first).to_contain_text(site.told["fact"])
    expect(first.locator(".verdict")).to_be_visible()
    expect(page.get_by_role("heading", name="Gần nhất trong các bài")).to_be_visible()
    phone.picture("phone-look-up")
    page.get_by_label("Bà con nói gì").fill("zzz qqq")
    expect(page.get_by_role("heading", name="Chưa có bài nào gần")).to_be_visible()
    page.get_by_role("link", name="Hỏi bàn điều này").click()
    assert page.get_by_label("Bà con hỏi gì").input_value() == "zzz qqq"


def keeps_sounds(visitor: Visitor, site: Site) -> None:
    """Open a bulletin, and wait until its sound is kept."""
    bulletin(visitor, site)
    visitor.page.wait_for_function(SOUNDS)


@pytest.mark.in_browser
def test_a_voice_plays_without_a_network(phone: Visitor, site: Site) -> None:
    page = phone.page
    keeps_sounds(phone, site)
    phone.context.set_offline(True)
    page.reload()
    bulletin(phone, site)
    page.locator("audio").first.wait_for()
    page.evaluate("document.querySelector('audio').play()")
    page.wait_for_function("document.querySelector('audio').duration > 0.9")
    phone.picture("phone-read-out")


def test_a_recording_is_kept_and_sent(visit: Visit, codes: Iterator[str], site: Site) -> None:
    visitor = visit(width=PHONE)
    visitor.page.add_init_script(MICROPHONE)
    join(visitor, next(codes))
    page = bulletin(visitor, site)
    page.get_by_role("button", name="Mông", exact=True).click()
    page.get_by_role("button", name="Thu lời tôi đọc").click()
    page.get_by_role("button", name="Dừng và cất").click()
    all_sent(page)
    view(visitor, "#gui")
    expect(page.locator("[data-sent=recording]")).to_contain_text("Mông")


@pytest.mark.in_browser
def test_every_view_can_be_read_by_everyone(phone: Visitor, site: Site) -> None:
    found = []
    for name in VIEWS:
        view(phone, name or "#dau")
        found += faults(phone.page)
    bulletin(phone, site)
    found += faults(phone.page)
    assert found == []


@pytest.mark.in_browser
def test_joining_can_be_done_by_everyone(visit: Visit) -> None:
    visitor = visit(allowed=(422,))
    page = visitor.go(f"{HOME}vao/")
    assert faults(page) == []
    page.get_by_label("Mã mời").fill("SAI-MA")
    page.get_by_role("button", name="Dùng trên máy này").click()
    expect(page.get_by_role("alert")).to_contain_text("Mã mời này không dùng được")
    assert faults(page) == []


@pytest.mark.in_browser
def test_the_first_visit_is_light_and_the_next_needs_nothing(
    visit: Visit, codes: Iterator[str]
) -> None:
    visitor = visit(width=PHONE)
    tools = visitor.context.new_cdp_session(visitor.page)
    tools.send("Network.enable")
    weights: list[float] = []
    tools.on("Network.loadingFinished", lambda one: weights.append(one["encodedDataLength"]))
    page = join(visitor, next(codes)).page
    assert 10_000 < sum(weights) <= MOST_BYTES
    assert not page.evaluate(SOUNDS), "no sound on the first visit"
    page.goto("about:blank")
    weights.clear()
    visitor.go(HOME)
    settled(page)
    assert sum(weights) <= 30_000
    page.wait_for_function(SOUNDS)
