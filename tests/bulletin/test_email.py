"""The letter: fact first, escaped, nothing loaded, short lines, a way out."""

from html.parser import HTMLParser

import pytest
from hypothesis import given

from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.email import LINE, SUBJECT, mail
from kiemtin.bulletin.refusal import ContentRefused
from tests.bulletin.contents import CONTENTS, DAM, dam
from tests.bulletin.test_holding import LINE as HOLDING

LEAVE = "https://example.vn/thoi-nhan/abc"


class Page(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data


TAGS = {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "ul", "li", "a"}


def test_the_plain_text_is_the_whole_text_with_the_evidence() -> None:
    made = mail(DAM, LEAVE)
    assert made.subject == DAM.fact
    assert made.text.startswith(DAM.fact + "\n\nCó tin đồn rằng:")
    assert "- Nhà máy thuỷ điện Nậm Pung: Thông báo https://example.org/thong-bao" in made.text
    assert f"Bàn kiểm tin Lào Cai:\n{DAM.url}" in made.text or DAM.url in made.text
    assert made.text.endswith(f"Thôi nhận thư: {LEAVE}\n")


def test_the_page_says_the_same_and_the_verdict_in_a_word_with_its_sign() -> None:
    page = Page(mail(DAM, LEAVE).html)
    for part in (DAM.fact, DAM.why, DAM.todo, "✕ SAI", "Bàn kiểm tin Lào Cai"):
        assert part in page.words
    assert page.words.index(DAM.fact) < page.words.index("Có tin đồn rằng")
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links == ["https://example.org/thong-bao", DAM.url, LEAVE]


def test_who_only_asked_has_nothing_to_leave() -> None:
    made = mail(DAM)
    assert "Thôi nhận" not in made.text + made.html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/thoi-nhan", "mailto:a@b.vn"])
def test_an_address_to_leave_is_a_web_address(url: str) -> None:
    with pytest.raises(ContentRefused):
        mail(DAM, url)


def test_what_people_wrote_is_text_and_never_markup() -> None:
    evil = '<script src="//x.vn"></script>"><img src=x onerror=alert(1)>'
    made = mail(
        dam(fact=evil, said=evil, why=evil, todo=evil, desk_name=evil, place_name=evil,
            evidence=(Evidence(evil, evil, 'https://x.vn/"onclick="a'),)),
        'https://x.vn/"><script>',
    )  # fmt: skip
    assert {tag for tag, _ in Page(made.html).tags} <= TAGS
    assert all("onclick" not in attributes for _, attributes in Page(made.html).tags)


def test_a_withdrawal_tells_no_fact_that_the_desk_no_longer_holds() -> None:
    made = mail(dam(kind="withdrawal", version=2, what_was_wrong="Nhầm đập."))
    assert made.subject == f"Rút lại kết luận: {DAM.claim}"
    assert DAM.fact not in made.text + made.html
    assert "Nhầm đập." in made.text
    assert "Nhầm đập." in made.html


def test_a_holding_line_is_a_letter_too() -> None:
    made = mail(HOLDING.content())
    assert "◷ ĐANG KIỂM TRA" in made.html
    assert made.subject.startswith("Nếu bạn ở ven suối")


def test_a_drill_is_called_one_in_every_part() -> None:
    made = mail(DAM, LEAVE, drill=True)
    assert made.subject == f"DIỄN TẬP: {DAM.fact}"
    assert made.text.startswith("DIỄN TẬP – không phải tin thật")
    words = Page(made.html).words
    assert words.index("DIỄN TẬP – không") < words.rindex(DAM.fact)


def test_english_is_english() -> None:
    made = mail(dam(language="en", fact="The dam stands."), LEAVE)
    assert '<html lang="en">' in made.html
    assert "✕ FALSE" in made.html
    assert "Stop these letters" in made.text


@given(CONTENTS)
def test_every_letter_keeps_to_its_lines_and_loads_nothing(content: Content) -> None:
    made = mail(content, LEAVE)
    for line in made.text.split("\n"):
        assert len(line) <= LINE or " " not in line
    assert "\n" not in made.subject
    assert 0 < len(made.subject) <= SUBJECT
    page = Page(made.html)
    assert {tag for tag, _ in page.tags} <= TAGS
    for tag, attributes in page.tags:
        assert "src" not in attributes
        assert tag == "a" or "href" not in attributes
        assert "url(" not in (attributes.get("style") or "")
    assert not page.open
