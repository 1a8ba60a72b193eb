"""What differs is said of those who stand beside each other, and no day that neither text tells."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from kiemtin.matching.compare import compare
from kiemtin.matching.types import Comparison, Entry, Query, Reason
from kiemtin.web.desk import sides
from kiemtin.web.desk.sides import OTHERS, OTHERS_MESSAGE, SAID, Sides

DAY = date(2025, 10, 1)
MANY = compare(Query("Lũ cuốn 20 nhà ở Bảo Hà", DAY), Entry("1", "Lũ cuốn 12 nhà ở Bảo Hà"))


@pytest.mark.parametrize(
    ("called", "vi", "en"),
    [
        (OTHERS, ("tin đồn", "bài của nơi khác"), ("the rumour", "the other desk's fact-check")),
        (
            OTHERS_MESSAGE,
            ("tin nhắn", "bài của nơi khác"),
            ("the message", "the other desk's fact-check"),
        ),
    ],
)
def test_each_side_is_called_what_it_is(
    called: Sides, vi: tuple[str, str], en: tuple[str, str]
) -> None:
    with override("vi"):
        told = sides.sentence(MANY, called)
    assert told == (f"Con số khác: {vi[0]} nói 20 nhà, {vi[1]} nói 12 nhà.", "conflict")
    with override("en"):
        told = sides.sentence(MANY, called)
    assert told == (f"Another number: {en[0]} says 20 nhà, {en[1]} says 12 nhà.", "conflict")


@pytest.mark.parametrize("code", SAID)
def test_nobody_is_called_an_asker_or_an_answer(code: str) -> None:
    found = Comparison((), (Reason(code, {"query": "20", "entry": "12"}),))
    for language in ("vi", "en"):
        with override(language):
            told, _mark = sides.sentence(found, OTHERS)
        assert "người hỏi" not in told
        assert "bài kiểm chứng" not in told
        assert "{" not in told


def test_the_day_of_publication_is_no_day_that_a_text_tells() -> None:
    told = Entry("1", "Đập Nậm Mẫu bị vỡ", date=DAY - timedelta(days=300))
    found = compare(Query("Ngày 30/9/2025 đập Nậm Mẫu bị vỡ", DAY), told)
    assert [one.code for one in found.conflicts] == ["date_differs"]
    assert sides.sentence(found, OTHERS)[1] != "conflict"


def test_two_days_that_both_texts_tell_are_a_difference() -> None:
    found = compare(Query("Ngày 30/9/2025 đập vỡ", DAY), Entry("1", "Ngày 2/9/2025 đập vỡ"))
    assert sides.sentence(found, OTHERS)[1] == "conflict"


@pytest.mark.parametrize(
    ("query", "entry", "said"),
    [
        ("–", "không", "Bài của nơi khác phủ định điều tin đồn nói (“không”)."),
        ("không", "–", "Tin đồn phủ định điều bài của nơi khác nói (“không”)."),
    ],
)
def test_a_denial_is_of_the_side_that_denies(query: str, entry: str, said: str) -> None:
    found = Comparison((), (Reason("negated", {"query": query, "entry": entry}),))
    with override("vi"):
        assert sides.sentence(found, OTHERS)[0] == said


def test_nothing_that_decides_is_no_sentence() -> None:
    assert sides.sentence(Comparison((), ()), OTHERS) == ("", "")
