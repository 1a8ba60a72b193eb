"""The inbox by keyboard alone: walk, decide, take it back."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def checker(visit: Visit) -> Visitor:
    """Somebody at the inbox."""
    one = visit()
    steps.walk_in(one, "checker")
    return one


def focused(page: Page) -> str:
    """Where the row in focus leads."""
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


def test_j_and_k_walk_and_enter_opens(checker: Visitor) -> None:
    page = checker.go("/desk/tin-den/")
    rows = [str(row.get_attribute("href")) for row in page.locator("[data-row] a").all()]
    walked = []
    for key in "jjk":
        checker.press(key)
        walked.append(focused(page))
    assert walked == [rows[1], rows[2], rows[1]]
    checker.press("Enter")
    expect(page.locator("[aria-current=true] a")).to_have_attribute("href", rows[1])
    checker.picture("inbox")


@pytest.mark.parametrize(
    ("at", "keys", "said"),
    [
        (0, "x", "Đã cất: không có gì để kiểm chứng."),
        (1, "n", "Đã mở tin đồn mới."),
    ],
)
def test_a_decision_is_one_key_and_z_takes_it_back(
    checker: Visitor, site: Site, at: int, keys: str, said: str
) -> None:
    message = f"/desk/tin-den/{site.told['waiting'][at]}/"
    page = checker.go(message)
    checker.press(keys)
    expect(page.locator("#flashes")).to_contain_text(said)
    expect(page.locator("#flashes").get_by_role("button", name="Hoàn tác")).to_be_visible()
    checker.press("z")
    expect(page.locator("#flashes")).to_contain_text("Đã hoàn tác")
    expect(page).to_have_url(checker.address + message)
    text = page.locator("blockquote").inner_text()
    expect(page.locator("[data-key=n]").last).to_be_visible()
    checker.go("/desk/bang/")
    expect(page.get_by_role("link", name=text)).to_have_count(0)


@pytest.mark.in_browser
def test_v_opens_the_reasons_and_m_the_list(checker: Visitor, site: Site) -> None:
    page = checker.go(f"/desk/tin-den/{site.told['waiting'][2]}/")
    checker.press("v")
    expect(page.get_by_label("Vì sao")).to_be_visible()
    checker.press("m")
    expect(page.locator("#other")).to_be_focused()


@pytest.mark.in_browser
def test_the_question_mark_shows_the_keys_of_the_page(checker: Visitor, site: Site) -> None:
    page = checker.go(f"/desk/tin-den/{site.told['waiting'][2]}/")
    checker.press("?")
    keys = page.get_by_role("dialog")
    expect(keys).to_contain_text("Tin mới")
    expect(keys).to_contain_text("Không có gì để kiểm chứng")
    checker.picture("keys")
