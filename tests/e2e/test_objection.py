"""What a reader objects is text to every browser: it runs nothing, is said once, and is refused in
words when there is too much of it.
"""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
HARM = (
    "Giờ trong bài sai. <script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
    "<svg onload=\"window.ran = 3\"></svg></blockquote><a href='javascript:window.ran = 4'>xem</a>"
)
ANSWER = "Giờ ấy đúng. <img src=x onerror='window.ran = 5'>"
TEXT = "Điều gì sai, còn thiếu, hoặc bạn biết thêm gì?"


def fill_in(reader: Visitor, site: Site, text: str) -> Page:
    page = reader.go(f"/kiem-chung/{site.told['slug']}/phan-hoi/")
    page.get_by_label(TEXT).fill(text)
    return page


def stands_as_text(page: Page, text: str) -> None:
    """It can be read, letter by letter, and nothing of it became a part of the page."""
    expect(page.locator("main")).to_contain_text(text)
    assert page.locator("main img[src=x], main [onerror], main [onload]").count() == 0
    assert page.locator("main a[href^='javascript' i]").count() == 0
    assert page.evaluate("window.ran") is None


def test_script_in_an_objection_and_its_answer_runs_nowhere(visit: Visit, site: Site) -> None:
    reader = visit(width=PHONE, allowed=(422,))
    page = fill_in(reader, site, HARM)
    page.get_by_label("Đường dẫn tới bằng chứng").fill("javascript:window.ran=6")
    page.get_by_role("button", name="Gửi phản hồi").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label(TEXT)).to_have_value(HARM)
    page.get_by_label("Đường dẫn tới bằng chứng").fill("")
    page.get_by_role("button", name="Gửi phản hồi").click()
    expect(page.get_by_role("heading", name="Đã nhận phản hồi của bạn")).to_be_visible()
    receipt = steps.path_of(page)
    stands_as_text(page, HARM)

    reviewer = visit()
    steps.walk_in(reviewer, "reviewer")
    at_desk = reviewer.go("/desk/phan-hoi/")
    stands_as_text(at_desk, HARM)
    card = at_desk.locator("section.card", has_text="Giờ trong bài sai.")
    card.locator("summary").first.click()
    card.get_by_label("Không chấp nhận, có lý do").check()
    card.get_by_label("Câu trả lời").fill(ANSWER)
    card.get_by_role("button", name="Trả lời công khai").click()
    expect(at_desk.locator("#flashes")).to_contain_text("Đã trả lời công khai")

    for path in (receipt, f"/kiem-chung/{site.told['slug']}/", "/phan-hoi/"):
        page = reader.go(path)
        stands_as_text(page, HARM)
        stands_as_text(page, ANSWER)
        assert reader.fits()


def test_a_replayed_objection_is_one(visit: Visit, site: Site) -> None:
    reader = visit()
    page = fill_in(reader, site, "Bài chưa nói đường vòng nào đi được.")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.get_by_role("button", name="Gửi phản hồi").click()
    expect(page.get_by_role("heading", name="Đã nhận phản hồi của bạn")).to_be_visible()
    (form,) = sent
    headers = {"Content-Type": form.headers["content-type"], "Referer": form.url}
    for _ in range(2):
        again = reader.context.request.post(form.url, data=form.post_data_buffer, headers=headers)
        assert again.url == page.url


def test_a_megabyte_is_refused_in_the_readers_language(visit: Visit, site: Site) -> None:
    reader = visit(allowed=(413,))
    for language, button, sentence in (
        ("vi", "Gửi phản hồi", "Chữ tối đa 10.000 ký tự"),
        ("en", "Send objection", "Text may have 10,000 characters"),
    ):
        page = reader.go(f"/kiem-chung/{site.told['slug']}/phan-hoi/")
        if language == "en":
            page.get_by_role("button", name="English").first.click()
        page.locator("[name=text]").evaluate("box => { box.value = 'Giờ sai.\\n'.repeat(110000) }")
        page.get_by_role("button", name=button).click()
        expect(page.locator("main")).to_contain_text(sentence)
        assert page.locator("html").get_attribute("lang") == language
