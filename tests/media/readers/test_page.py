"""A page's title, text and day are read from what it shows, or from what it marks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.page import MOST, read, warm

warm()


def told(page: str | bytes, **settings: object) -> dict[str, Any]:
    data = page.encode() if isinstance(page, str) else page
    facts, body = read(data, settings)
    return {**facts, "text": body.decode()}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name=pubdate content='2026-11-02'>", "2026-11-02"),
        ("<meta property=' og:article:published_time ' content='2026-11-02T08:30'>", "2026-11-02"),
        ("<time datetime=2026-11-02>hôm qua</time>", "2026-11-02"),
        ("<script type=application/ld+json>{\"datePublished\" : \"2026-11-02\"}</script>",
         "2026-11-02"),
        ("<script>{\"datePublished\": \"2026-11-02\"}</script>", ""),
        ("<meta name=date content=2026-13-02><meta name=date content=2026-11-02>", "2026-11-02"),
        ("<meta name=date content=1066-10-14>", ""),
        ("<meta name=other content=2026-11-02>", ""),
    ],
)  # fmt: skip
def test_the_day_is_the_one_that_the_page_marks(head: str, day: str) -> None:
    assert told(f"<html><head>{head}</head><p>Không ghi ngày nào.")["dated"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 2 tháng 11 năm 2026, hồ đầy.", "2026-11-02"),
        ("Đăng 02/11/2026 08:30", "2026-11-02"),
        ("Đăng 2-11-2026", "2026-11-02"),
        ("Sáng 2 tháng 11, 2026", ""),
        ("Số 31/02/2026, ngày 3.3.2026", "2026-03-03"),
        ("x" * 3100 + " 02/11/2026", ""),
        ("Năm 2026", ""),
    ],
)
def test_else_it_is_the_first_that_the_text_begins_with(text: str, day: str) -> None:
    assert told(text, plain=True)["dated"] == day
    assert told(f"<p>{text}</p>")["dated"] == day


def test_what_is_marked_goes_before_what_is_written() -> None:
    page = "<html><head><meta name=date content=2026-11-02></head><p>Đăng 01/01/2020"
    assert told(page)["dated"] == "2026-11-02"


def test_text_has_a_line_for_each_block_and_nothing_hidden() -> None:
    page = (
        "<div>a\xa0 b</div><script>x</script>c<br>d<svg><text>y</text></svg><template>z</template>"
    )
    assert told(page)["text"].split("\n") == ["a b", "c", "d"]


def test_a_table_is_read_row_by_row() -> None:
    rows = "".join(f"<tr><td>{hour}:00<td>{78 + hour},2" for hour in range(3))
    page = f"<article><p>Mực nước hồ đo ba lần trong đêm.<table><tr><th>Giờ<th>Mét{rows}</table>"
    assert told(page)["text"].split("\n")[-4:] == [
        "Giờ | Mét",
        "0:00 | 78,2",
        "1:00 | 79,2",
        "2:00 | 80,2",
    ]


def test_a_template_is_not_read_and_a_shadow_root_is() -> None:
    page = "<p>Hồ đầy.</p><template><p>Mẫu.</p></template><b><template shadowrootmode=open>Bóng."
    assert told(page)["text"].split("\n") == ["Hồ đầy.", "Bóng."]


def test_title_and_language_are_the_pages_own() -> None:
    had = told("<html lang='vi-VN'><head><title> Hồ  đầy </title></head><p>x</p>")
    assert (had["title"], had["language"]) == ("Hồ đầy", "vi")


def test_plain_text_is_no_page() -> None:
    had = told("<title>a</title>\n\n e\u0302 \x07", plain=True)
    assert (had["title"], had["text"]) == ("", "<title>a</title>\nê")


def test_text_is_bounded() -> None:
    assert len(told("a " * MOST, plain=True)["text"]) == MOST


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_can_be_read(body: bytes, plain: bool) -> None:
    had = told(body, plain=plain, type="text/html")
    assert set(had) == {"title", "site", "dated", "language", "text"}
    assert not [line for line in had["text"].split("\n") if line != " ".join(line.split())]
