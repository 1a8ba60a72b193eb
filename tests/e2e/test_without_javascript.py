"""The public loop works where JavaScript does not run: ask, receipt, fact-check, objection."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE

pytestmark = pytest.mark.browser


def test_a_reader_asks_reads_and_objects(visit: Visit, site: Site) -> None:
    reader = visit(width=PHONE, javascript=False, allowed=(422,))
    page = reader.go("/")
    page.get_by_label("Bạn nghe được điều gì?").fill("Thư viện xã mở cả chủ nhật phải không")
    page.get_by_role("button", name="Xem đúng hay sai").click()
    page.get_by_role("button", name="Gửi cho bàn kiểm tin").click()
    expect(page.get_by_role("heading", name="Biên nhận của bạn")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Thư viện xã mở cả chủ nhật phải không")
    assert reader.fits()

    page = reader.go("/kiem-chung/")
    page.locator(f"a[href='/kiem-chung/{site.told['slug']}/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.told["fact"])
    page.get_by_role("link", name="Bài này sai hoặc thiếu?").click()
    page.get_by_label("Điều gì sai, còn thiếu, hoặc bạn biết thêm gì?").fill("Bài chưa nói giờ.")
    page.get_by_role("button", name="Gửi phản hồi").click()
    expect(page.get_by_role("heading", name="Đã nhận phản hồi của bạn")).to_be_visible()


def test_a_name_that_several_places_bear_is_asked_back(visit: Visit) -> None:
    reader = visit(width=PHONE, javascript=False, allowed=(422,))
    page = reader.go("/hoi/")
    page.get_by_label("Bạn nghe được điều gì?").fill("Nghe nói chợ xã dời chỗ")
    page.get_by_label("Chuyện ở đâu?").fill("tan lap")
    page.get_by_role("button", name="Gửi cho bàn kiểm tin").click()
    offered = page.get_by_role("group", name="Ý bạn là nơi nào?").get_by_role("radio")
    assert offered.count() > 1
    expect(page.get_by_label("Bạn nghe được điều gì?")).to_have_value("Nghe nói chợ xã dời chỗ")
    offered.first.check()
    page.get_by_role("button", name="Gửi cho bàn kiểm tin").click()
    expect(page.get_by_role("heading", name="Biên nhận của bạn")).to_be_visible()
