"""A reader rates, changes and takes back without JavaScript; reading a page carries no token."""

import pytest
from playwright.sync_api import Request, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE

pytestmark = pytest.mark.browser


def test_a_reader_rates_without_javascript_and_reads_without_a_token(
    visit: Visit, site: Site
) -> None:
    reader = visit(width=PHONE, javascript=False)
    sent: list[tuple[str, str]] = []

    def note(request: Request) -> None:
        sent.append((request.url, request.all_headers().get("cookie", "")))

    reader.page.on("request", note)
    address = f"/kiem-chung/{site.told['slug']}/"
    page = reader.go(address)
    page.get_by_role("button", name="Có ích", exact=True).click()
    expect(page.get_by_label("Có ích", exact=True)).to_be_checked()
    assert reader.fits()
    assert not reader.context.cookies()
    page.get_by_label("Dễ hiểu").check()
    page.get_by_role("button", name="Gửi đánh giá").click()
    expect(page.get_by_role("heading", name="Cảm ơn bạn đã đánh giá")).to_be_visible()
    assert reader.fits()

    (cookie,) = reader.context.cookies()
    assert (cookie.get("path"), cookie.get("httpOnly")) == ("/danh-gia/", True)
    assert cookie.get("sameSite") == "Strict"
    reader.go(address)
    reader.go("/kiem-chung/")
    told = {url.removeprefix(site.address) for url, carried in sent if carried}
    assert told
    assert all(path.startswith("/danh-gia/") for path in told)

    page = reader.go(address)
    page.get_by_role("button", name="Không có ích").click()
    page.get_by_role("button", name="Gửi đánh giá").click()
    expect(page.get_by_role("heading", name="Đã thay đánh giá trước của bạn")).to_be_visible()
    page.get_by_role("button", name="Rút lại đánh giá").click()
    expect(page.get_by_role("heading", name="Đã rút lại đánh giá")).to_be_visible()
