"""Two colleagues write the same draft at once: the second sees both texts and loses none."""

import pytest
from playwright.sync_api import expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site

pytestmark = pytest.mark.browser
HERS, HIS = "Quán còn nguyên, chỉ sửa mái.", "Quán còn nguyên và vẫn bán hàng."


def test_the_second_to_save_sees_both_texts(visit: Visit, site: Site) -> None:
    her, him = visit(), visit(allowed=(409,))
    steps.walk_in(her, "checker")
    steps.walk_in(him, "checker-b")
    address = f"/desk/tin-don/{site.told['shared']}/ban-thao/"
    for one in (her, him):
        one.go(address)
    for one, text in ((her, HERS), (him, HIS)):
        one.page.locator("[name=fact]").fill(text)
        one.page.get_by_role("button", name="Lưu", exact=False).first.click()
    expect(her.page.locator("#flashes")).to_contain_text("Đã lưu")

    both = him.page.locator(".card", has_text="Hai bản khác nhau")
    expect(both).to_contain_text(HERS)
    expect(both).to_contain_text(HIS)
    expect(him.page.locator("[name=fact]")).to_have_value(HIS)
    him.picture("stale-edit")

    him.page.get_by_role("button", name="Lưu", exact=False).first.click()
    expect(him.page.locator("#flashes")).to_contain_text("Đã lưu")
    her.go(address)
    expect(her.page.locator("[name=fact]")).to_have_value(HIS)
