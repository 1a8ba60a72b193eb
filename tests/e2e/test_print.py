"""A fact-check leaves the printer on one sheet, with the code that leads back to its page."""

import re

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.site import Site

pytestmark = pytest.mark.browser


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
