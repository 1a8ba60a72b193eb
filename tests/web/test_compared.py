"""What a page shows of a comparison: the texts as they are, what decides first, never markup."""

import datetime as dt
import html
import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.compare import compare
from kiemtin.matching.types import Comparison, Entry, Query, Reason, Row, Verdict
from kiemtin.web.compared import compared, decisive, differing, sentence

DAY = dt.date(2025, 10, 5)
CLAIM = Entry("1", "Hồ Nậm Mít ở Bát Xát xả lũ 350 m3/s ngày 5/10/2025", date=DAY)
HEARD = (
    "Hồ Nậm Mít ở Bát Xát xả lũ 530 m3/s ngày 5/10/2025",
    "<script>alert(1)</script> hồ Nậm Mít xả lũ 530 m3/s & chạy đi",
    "chào bạn",
)
SPANS = st.none() | st.tuples(st.integers(-3, 700), st.integers(-3, 700))
VERDICTS = st.sampled_from(("agree", "conflict", "absent"))
ROWS = st.lists(
    st.builds(Row, st.just("date"), st.text(), st.text(), VERDICTS, SPANS, SPANS), max_size=6
)
HEARERS = re.compile(r'<span class="sr">[^<]*</span>')
SUMMARY = re.compile(r"<summary>[^<]*</summary>")


def shown(text: str, rows: list[Row]) -> str:
    """What the page draws of the message."""
    pieces = compared(text, "Đập vỡ", Comparison(tuple(rows))).message
    drawn = render_to_string("components/stretches.html", {"stretches": pieces})
    return SUMMARY.sub("", HEARERS.sub("", drawn))


@given(st.text(max_size=80) | st.text("ab <>&'\"é\n", max_size=2_000), ROWS)
def test_what_is_drawn_is_the_text_and_no_markup_of_it(text: str, rows: list[Row]) -> None:
    drawn = shown(text, rows)
    kept = {"div", "details", "mark"}
    assert set(re.findall(r"<\s*/?([a-z]*)", drawn)) <= kept
    bare = html.unescape(re.sub(r"</?(?:div|details|mark)(?: class=\"[\w -]+\")?>", "", drawn))
    assert bare.strip() == text.strip()


def test_a_script_in_a_message_stays_text() -> None:
    drawn = shown(HEARD[1], list(compare(Query(HEARD[1], DAY), CLAIM).rows))
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_what_differs_is_told_by_more_than_its_colour() -> None:
    found = compared(HEARD[0], CLAIM.claim, compare(Query(HEARD[0], DAY), CLAIM))
    with translation.override("vi"):
        drawn = render_to_string("components/stretches.html", {"stretches": found.message})
    assert '<mark class="conflict">530 m3/s<span class="sr"> (khác) </span></mark>' in drawn
    assert '<mark>ngày 5/10/2025<span class="sr"> (giống) </span></mark>' in drawn


def test_the_sentence_tells_what_differs_and_the_table_has_it_first() -> None:
    found = compared(HEARD[0], CLAIM.claim, compare(Query(HEARD[0], DAY), CLAIM))
    assert (found.mark, found.sentence) == (
        "conflict",
        "Con số khác: người hỏi nói 530 m3/s, bài kiểm chứng nói 350 m3/s.",
    )
    assert found.rows[0]["verdict"] == "conflict"
    assert (found.differ, found.agree) == (1, len(found.rows) - 1)


def test_the_sentence_is_in_the_readers_language() -> None:
    with translation.override("en"):
        said = sentence(compare(Query(HEARD[0], DAY), CLAIM))
    assert said.startswith("Another number: the message says 530 m3/s")


@pytest.mark.parametrize(
    ("rows", "conflicts", "mark", "code"),
    [
        ((), (Reason("date_differs"), Reason("negated")), "conflict", "negated"),
        ((), (Reason("date_differs"), Reason("no_longer_valid")), "conflict", "no_longer_valid"),
        ((Row("word", "nếp", "lúa", "conflict"),), (), "conflict", "word_differs"),
        ((Row("place", None, "Bát Xát", "absent"),), (), "absent", "detail_missing"),
        ((Row("place", "Bát Xát", "Bát Xát", "agree"),), (), "agree", "details_agree"),
        ((Row("place", "Bát Xát", None, "absent"),), (), "agree", None),
    ],
)
def test_what_weighs_most_is_said(
    rows: tuple[Row, ...], conflicts: tuple[Reason, ...], mark: Verdict, code: str | None
) -> None:
    found, reason = decisive(Comparison(rows, conflicts))
    assert (found, reason.code if reason else None) == (mark, code)


def test_who_asks_sees_only_what_differs_in_the_claim() -> None:
    rows = compare(Query(HEARD[0], DAY), CLAIM).rows
    (only,) = differing(CLAIM.claim, rows)
    assert [(one.text, one.mark) for one in only.pieces if one.mark] == [("350 m3/s", "conflict")]


def test_nothing_to_tell_is_no_sentence() -> None:
    assert compared("chào bạn", "Đập vỡ", Comparison(())).sentence == ""
