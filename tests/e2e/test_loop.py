"""The whole loop as its people walk it: a question on a phone, an answer, a correction, and
everyone who asked is told.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
HEARD = "Nghe nói cầu treo Suối Mơ ở xã Gia Phú bị gãy, cấm người qua lại, có thật không?"
OTHER_WORDS = "ad oi cau treo suoi mo gia phu gay roi ha"
CLAIM = "Cầu treo Suối Mơ ở xã Gia Phú bị gãy."
TEXT = {
    "fact": "Cầu treo Suối Mơ không gãy; cầu đóng một ngày để thay ván.",
    "said": "Có tin nói cầu treo Suối Mơ bị gãy.",
    "why": "Cán bộ xã có mặt ở cầu lúc 8 giờ: dây và trụ nguyên vẹn, thợ đang thay ván mặt cầu.",
    "todo": "Đi vòng qua ngầm Suối Mơ đến hết hôm nay.",
}
CHANGED = "Đi vòng qua cầu bê tông ở thôn dưới đến hết hôm nay; ngầm đang ngập."
WRONG = "Bản đầu chỉ lối đi qua ngầm. Ngầm đang ngập, không đi được."
NEWCOMER = {
    "name": "Kiểm chứng viên mới",
    "email": "nguoi-moi@example.vn",
    "password": "nậm-thi-xanh-trong-8",
}


@dataclass
class People:
    """Everybody who takes part, each with a browser of their own."""

    asker: Visitor
    neighbour: Visitor
    administrator: Visitor
    author: Visitor
    reviewer: Visitor
    speaker: Visitor


@pytest.fixture
def people(visit: Visit) -> People:
    """Askers and the spokesperson hold phones; the others sit at desks."""
    asker, neighbour, speaker = (visit(width=PHONE) for _ in range(3))
    return People(asker, neighbour, visit(), visit(), visit(), speaker)


def test_from_a_question_to_a_correction_that_reaches_everyone(
    people: People, site: Site, tmp_path: Path
) -> None:
    receipt = steps.ask(people.asker, HEARD, "gia phu")
    people.asker.picture("01-receipt")
    assert people.asker.fits()

    joins(people)
    rumour = assesses(people.author)
    finds_evidence(people.author, tmp_path)
    draft = writes(people.author, TEXT)
    cannot_sign(people.author, draft)

    steps.sign_in(people.reviewer, site.account("reviewer"))
    steps.walk_in(people.speaker, "spokesperson")
    goes_out(people, draft, "08")
    steps.awaits(people.asker, receipt, TEXT["fact"])
    people.asker.picture("11-answer")
    assert people.asker.fits()

    second = steps.ask(people.neighbour, OTHER_WORDS)
    expect(people.neighbour.page.locator("main")).to_contain_text("Đã có câu trả lời")
    expect(people.neighbour.page.locator("main")).to_contain_text(TEXT["fact"])
    people.neighbour.picture("12-answered-at-once")

    objection = objects(people.neighbour)
    correction = accepts(people.author, rumour)
    goes_out(people, correction, "16")
    for number, (one, path) in enumerate(
        [(people.asker, receipt), (people.neighbour, second)], start=19
    ):
        page = steps.awaits(one, path, "Câu trả lời đã thay đổi")
        expect(page.locator("main")).to_contain_text(WRONG)
        expect(page.locator("main")).to_contain_text(CHANGED)
        one.picture(f"{number}-told-of-the-change")
    page = people.neighbour.go(objection)
    expect(page.locator("main")).to_contain_text("Chấp nhận → bản 2 sửa")


def joins(people: People) -> None:
    """The administrator makes an account; its owner sets up the second factor and comes in."""
    steps.walk_in(people.administrator, "administrator")
    page = people.administrator.go("/desk/nguoi/")
    page.get_by_text("Thêm người").click()
    form = page.locator("form[action$='/them/']")
    for name, text in NEWCOMER.items():
        form.locator(f"[name={name}]").fill(text)
    form.get_by_label("người duyệt").check()
    people.administrator.picture("02-people")
    form.get_by_role("button", name="Thêm").click()
    expect(page.locator("#flashes")).to_contain_text(NEWCOMER["name"])

    page = steps.sign_in(people.author, NEWCOMER)
    expect(page).to_have_url(re.compile("/vao/2fa/"))
    page.get_by_role("link", name="Bật").click()
    page.get_by_label("Mật khẩu").fill(NEWCOMER["password"])
    page.get_by_role("button", name="Xác nhận").click()
    people.author.picture("03-second-factor")
    steps.give_code(page, page.locator("#secret").input_value(), "Bật")
    people.author.go("/desk/")
    expect(page.get_by_role("navigation", name="Bàn kiểm tin")).to_be_visible()


def assesses(author: Visitor) -> str:
    """Find what the asker sent, take it, say what it is; the path of the rumour's page."""
    page = author.go("/desk/tin-den/")
    waiting = page.get_by_role("link", name=HEARD)
    if waiting.count():
        waiting.click()
        author.picture("04-inbox")
        author.press("n")
        expect(page.locator("#flashes")).to_contain_text("Đã mở tin đồn mới")
    page = author.go("/desk/bang/")
    author.picture("04-board")
    while not page.get_by_role("link", name=HEARD).count():
        page.get_by_role("link", name="Trang sau").click()
    page.get_by_role("link", name=HEARD).click()
    author.press("t")
    expect(page.locator("main")).to_contain_text(f"{NEWCOMER['name']} đang giữ")
    page.locator("#assess_claim").fill(CLAIM)
    page.locator("#assess_subject").select_option("traffic")
    page.get_by_label("2 — mất tiền").check()
    page.get_by_role("button", name="Lưu đánh giá").click()
    expect(page.get_by_role("heading", name=CLAIM)).to_be_visible()
    return steps.path_of(page)


def finds_evidence(author: Visitor, folder: Path) -> None:
    """A primary source, with an uploaded copy."""
    copy = folder / "bien-ban.txt"
    copy.write_text("Cầu treo Suối Mơ: dây và trụ nguyên vẹn, đang thay ván.\n")
    page = author.page
    author.press("b")
    page.locator("#evidence_source").fill("UBND xã Gia Phú")
    page.locator("#evidence_origin").fill("UBND xã Gia Phú")
    page.locator("#evidence_title").fill("Biên bản xem cầu lúc 8 giờ")
    page.locator("#evidence_kind").select_option("primary")
    page.locator("#evidence_stance").select_option("against")
    page.locator("#evidence_copy").set_input_files(copy)
    author.picture("05-evidence")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator("main")).to_contain_text("Đã đủ để công bố")
    author.picture("06-rumour")


def writes(author: Visitor, texts: dict[str, str]) -> str:
    """Write the draft and hand it over; the path of its review."""
    page = author.page
    author.press("w")
    page.locator("[name=verdict]").select_option("false")
    page.get_by_label("Không về ai cụ thể").check()
    steps.fill(page, texts)
    author.picture("07-draft")
    return hands_over(page)


def hands_over(page: Page) -> str:
    """Hand the draft of the page to review; the path of its review."""
    page.get_by_role("button", name="Lưu và chuyển duyệt").click()
    expect(page.locator("#flashes")).to_contain_text("Đã chuyển duyệt")
    page.get_by_role("link", name="đang chờ duyệt").click()
    return steps.path_of(page)


def cannot_sign(author: Visitor, draft: str) -> None:
    """The author, who may review others' drafts, is told why not this one."""
    page = author.go(draft)
    expect(page.locator("main")).to_contain_text("Bạn đã viết bản này nên không thể duyệt hay ký")
    assert page.locator("form[action*='/ky/']").count() == 0


def goes_out(people: People, draft: str, number: str) -> None:
    """Both sign, and the spokesperson publishes from the phone."""
    steps.sign(people.reviewer, draft, "a", "Đã ký: Duyệt")
    people.reviewer.picture(f"{number}-reviewed")
    page = people.speaker.go("/desk/")
    people.speaker.picture(f"{number}-queue")
    page.locator(f"a[href='{draft}']").click()
    people.speaker.picture(f"{number}-to-sign")
    assert people.speaker.fits()
    page.get_by_role("button", name="Ký phát ngôn").click()
    page.get_by_role("button", name="Công bố").click()
    expect(page.locator("#flashes")).to_contain_text("Đã công bố")
    people.speaker.picture(f"{number}-published")


def objects(reader: Visitor) -> str:
    """Object to the answer; the path of the objection's page."""
    page = reader.page
    page.get_by_role("link", name="Vì sao, với chứng cứ").click()
    reader.picture("13-fact-check")
    assert reader.fits()
    page.get_by_role("link", name="Bài này sai hoặc thiếu?").click()
    page.locator("[name=text]").fill(
        "Ngầm Suối Mơ đang ngập, không đi vòng được. <script>document.title='x'</script>"
    )
    page.get_by_role("button", name="Gửi phản hồi").click()
    expect(page.get_by_role("heading", name="Đã nhận phản hồi của bạn")).to_be_visible()
    reader.picture("14-objection")
    return steps.path_of(page)


def accepts(author: Visitor, rumour: str) -> str:
    """Answer the objection, write the correction; the path of its review."""
    page = author.go("/desk/phan-hoi/")
    card = page.locator("section.card", has_text="Ngầm Suối Mơ đang ngập")
    card.locator("summary").first.click()
    card.get_by_label("Chấp nhận, sẽ đính chính").check()
    card.get_by_label("Câu trả lời").fill("Đúng vậy, cảm ơn bạn. Chúng tôi sửa ngay.")
    author.picture("15-objections")
    card.get_by_role("button", name="Trả lời công khai").click()
    expect(page).to_have_url(re.compile(f"{rumour}ban-thao/$"))
    steps.fill(page, {"todo": CHANGED, "what_was_wrong": WRONG})
    return hands_over(page)
