"""A text in pieces is the text: whatever the marks, nothing is lost, added or changed."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching import marks
from kiemtin.matching.compare import compare
from kiemtin.matching.marks import Piece
from kiemtin.matching.types import Entry, Query, Row, Verdict

VERDICTS: tuple[Verdict, ...] = ("agree", "conflict", "absent")
SPANS = st.none() | st.tuples(st.integers(-5, 900), st.integers(-5, 900))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(VERDICTS)), max_size=12)
TEXTS = st.text(max_size=60) | st.text("ab ệ<>&\n", max_size=3_000)
DAY = dt.date(2025, 10, 5)


def joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@given(TEXTS, MARKS)
def test_the_pieces_are_the_text(text: str, given_marks: list[marks.Mark]) -> None:
    pieces = marks.marked(text, given_marks)
    assert joined(pieces) == text
    assert all(piece.text for piece in pieces)
    assert all(one.mark != other.mark for one, other in pairwise(pieces))


@given(TEXTS, MARKS)
def test_the_stretches_are_the_text_and_a_short_one_is_whole(
    text: str, given_marks: list[marks.Mark]
) -> None:
    found = marks.stretches(marks.marked(text, given_marks))
    assert "".join(joined(one.pieces) for one in found) == text
    assert all(one.length for one in found)
    if len(text) <= marks.WHOLE:
        assert [one.shown for one in found] == [True] * bool(text)


@given(TEXTS.filter(bool), st.integers(0, 2_999), st.integers(1, 40), MARKS)
def test_a_conflict_is_always_marked_and_shown(
    text: str, at: int, length: int, others: list[marks.Mark]
) -> None:
    start = at % len(text)
    span = (start, min(len(text), start + length))
    weaker = [(one, mark) for one, mark in others if mark != "conflict"]
    found = marks.stretches(marks.marked(text, [(span, "conflict"), *weaker]))
    shown = [piece for one in found if one.shown for piece in one.pieces]
    assert Piece(text[slice(*span)], "conflict") in shown


def test_a_long_forward_is_shown_around_what_differs() -> None:
    before, after = "mưa to quá bà con ơi " * 1_000, " chuyển tiếp cho mọi người" * 1_000
    text = f"{before}xả lũ 530 m3/s{after}"
    start = text.index("530")
    pieces = marks.marked(text, [((start, start + 8), "conflict")])
    shown = [joined(one.pieces) for one in marks.stretches(pieces) if one.shown]
    assert len(shown) == 1
    assert "530 m3/s" in shown[0]
    assert len(shown[0]) < marks.WHOLE
    assert [one.shown for one in marks.stretches(pieces)] == [False, True, False]
    assert not shown[0].startswith(("ưa", "o "))  # no word is cut


def test_a_long_text_without_details_is_shown_from_its_beginning() -> None:
    text = "một hai ba " * 200
    first, rest = marks.stretches(marks.marked(text, []))
    assert (first.shown, rest.shown) == (True, False)
    assert first.length <= marks.WHOLE + 20


def test_what_differs_in_a_message_is_marked_on_both_sides() -> None:
    query = Query("Hồ Nậm Mít xả lũ 530 m3/s ngày 5/10/2025", DAY)
    entry = Entry("1", "Hồ Nậm Mít xả lũ 350 m3/s ngày 5/10/2025", date=DAY)
    rows = compare(query, entry).rows
    sides = (
        marks.marked(query.text, marks.said(rows)),
        marks.marked(entry.claim, marks.claimed(rows)),
    )
    assert [[one.text for one in side if one.mark == "conflict"] for side in sides] == [
        ["530 m3/s"],
        ["350 m3/s"],
    ]
    assert all(Piece("ngày 5/10/2025", "agree") in side for side in sides)


def test_a_conflict_is_stronger_than_an_agreement_over_it() -> None:
    pieces = marks.marked("0123456789", [((0, 6), "agree"), ((4, 8), "conflict"), (None, "agree")])
    assert pieces == (Piece("0123", "agree"), Piece("4567", "conflict"), Piece("89"))


def test_conflicts_come_first_in_the_table() -> None:
    rows = [Row("date", None, "mai", "absent"), Row("time", "3h", "3h", "agree")]
    rows += [Row("number", "5", "6", "conflict"), Row("place", "A", "A", "agree")]
    kinds = [row.kind for row in marks.decisive_first(rows)]
    assert kinds == ["number", "time", "place", "date"]
