"""A fact-check leaves the printer on one sheet, with the code that leads back to its page."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests.e2e.conftest import Visit
from tests.e2e.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.in_browser]


def test_a_fact_check_prints_on_one_sheet(visit: Visit, site: Site) -> None:
    page = visit().go(f"/kiem-chung/{site.told['slug']}/")
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", sheets)) == 1


def test_paper_carries_the_code_and_the_address_and_no_buttons(visit: Visit, site: Site) -> None:
    page = visit().go(f"/kiem-chung/{site.told['slug']}/")
    assert not page.locator(".qr").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".qr").is_visible()
    assert page.get_by_text(f"/kiem-chung/{site.told['slug']}/").is_visible()
    assert page.locator("button:visible, form:visible").count() == 0


@pytest.mark.parametrize("dots", [150, 300])
def test_the_code_on_paper_is_read_at_the_size_it_is_printed(
    chromium: Browser, site: Site, dots: int
) -> None:
    """At 150 dots an inch a square of 0.42 mm has two and a half: less than a phone sees."""
    context = chromium.new_context(device_scale_factor=dots / 96)
    page = context.new_page()
    page.goto(f"{site.address}/kiem-chung/{site.told['slug']}/")
    signed = page.get_by_role("link", name="Xem chữ ký của bàn dưới bài này").get_attribute("href")
    page.emulate_media(media="print")
    drawing = page.locator(".qr img")
    box = drawing.bounding_box()
    read = zxingcpp.read_barcodes(Image.open(BytesIO(drawing.screenshot())))
    context.close()
    assert signed
    assert [one.text for one in read] == [signed]
    assert box
    assert 25 <= box["width"] / 96 * 25.4 <= 36
