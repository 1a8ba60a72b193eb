"""Beside a rumour: a suggestion is read, laid aside, taken back, and cited by a person."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.visitor import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser
CLAIM = "Cả thôn Tân An 2, xã Bảo Hà phải dời đi"
LOUDSPEAKER = "Đài truyền thanh xã Bảo Hà"
QUOTE = (
    "Chỉ mười hộ ở thôn Tân An 2, xã Bảo Hà phải dời đi vì quả đồi sau thôn đang nứt và trượt, "
    "không phải cả thôn."
)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def checker(visit: Visit, request: pytest.FixtureRequest) -> Visitor:
    """Somebody who checks rumours."""
    one = visit(width=request.param)
    steps.walk_in(one, "checker")
    return one


def opened(checker: Visitor) -> Page:
    """The rumour's page with what the library holds loaded into it."""
    page = checker.go("/desk/bang/")
    page.get_by_role("link", name=CLAIM).first.click()
    expect(page.locator("#library .card").first).to_be_visible()
    return page


def test_a_guess_stands_with_its_reasons_and_how_often_it_was_right(checker: Visitor) -> None:
    page = opened(checker)
    refuting = page.locator("#library .card", has_text=LOUDSPEAKER)
    expect(refuting).to_contain_text("có vẻ bác bỏ")
    expect(refuting).to_contain_text("trong 10 lần kiểu này")
    expect(refuting).to_contain_text("nguồn phủ định điều tin đồn nói")
    expect(refuting.locator("blockquote mark").first).to_be_visible()
    expect(page.locator("#library .card", has_text="có vẻ ủng hộ")).to_have_count(1)
    assert checker.fits()
    checker.picture(f"library-{page.evaluate('window.innerWidth')}")


def test_what_has_nothing_to_do_with_it_goes_and_comes_back(checker: Visitor) -> None:
    page = opened(checker)
    card = page.locator("#library .card", has_text=LOUDSPEAKER)
    card.get_by_role("button", name="Không liên quan").click()
    expect(page.locator("#flashes")).to_contain_text("Đã xếp là không liên quan.")
    expect(card).to_have_count(0)
    page.locator("#flashes").get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_text("Đã đưa trở lại.")).to_be_visible()
    page = opened(checker)
    expect(page.locator("#library .card", has_text=LOUDSPEAKER)).to_have_count(1)


def test_citing_fills_the_form_and_leaves_the_judgement_to_the_person(checker: Visitor) -> None:
    page = opened(checker)
    card = page.locator("#library .card", has_text=LOUDSPEAKER)
    card.get_by_role("link", name="Dẫn làm bằng chứng").click()
    form = page.locator("form:has([name=quote])")
    expect(form.locator("[name=source]")).to_have_value(f"{LOUDSPEAKER} (thí dụ)")
    expect(form.locator("[name=url]")).to_have_value("https://dai.example/2025/tan-an-2")
    expect(form.locator("[name=quote]")).to_have_value(QUOTE)
    assert chosen(page) == ""
    assert checker.fits()


def chosen(page: Page) -> str:
    """What the form says of the rumour: nothing until a person chose."""
    told = page.evaluate(
        "new FormData(document.querySelector('form:has([name=quote])')).get('stance')"
    )
    return str(told or "")
