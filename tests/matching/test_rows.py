import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.jsonl import Problem
from kiemtin.matching.rows import MAX_ID, QueryRow, entries, queries, result
from kiemtin.matching.several import Part
from kiemtin.matching.types import Candidate, Comparison, Entry, Match, Query, Reason
from kiemtin.text.checkable import suggest

_TODAY = dt.date(2025, 10, 5)
_CLAIM = {"id": "x", "claim": "Cầu treo bị cuốn trôi"}
_VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(max_size=3))


def stream(*rows: Any) -> io.BytesIO:
    return io.BytesIO(b"".join(json.dumps(row).encode() + b"\n" for row in rows))


def claims(*rows: Any) -> list[Entry | Problem]:
    return list(entries(stream(*rows)))


def messages(*rows: Any) -> list[QueryRow | Problem]:
    return list(queries(stream(*rows), _TODAY))


def test_a_claim_with_everything() -> None:
    row = _CLAIM | {
        "summary": "Cầu còn nguyên.",
        "place": "xã Tà Xi Láng, Lào Cai",
        "date": "2025-09-03",
        "valid_from": "2025-09-01",
        "valid_until": "2025-09-09",
        "verdict": 3,
    }
    days = (dt.date(2025, 9, 3), dt.date(2025, 9, 1), dt.date(2025, 9, 9))
    assert claims(row) == [Entry("x", "Cầu treo bị cuốn trôi", "Cầu còn nguyên.", "04603", *days)]


def test_what_is_blank_or_null_is_not_there() -> None:
    row = _CLAIM | {"summary": " ", "place": None, "date": "", "valid_until": None}
    assert claims(row) == [Entry("x", "Cầu treo bị cuốn trôi")]


def test_a_message_without_a_day_is_of_today() -> None:
    dated = {"id": "2", "text": "cầu sập", "date": "2025-09-03", "place": "15"}
    assert messages({"id": "1", "text": "cầu sập"}, dated) == [
        QueryRow("1", Query("cầu sập", _TODAY)),
        QueryRow("2", Query("cầu sập", dt.date(2025, 9, 3), "15")),
    ]


def test_texts_are_taken_in_their_canonical_form() -> None:
    (row,) = messages({"id": "1", "text": "  ho\u0300a\u200b   bi\u0300nh "})
    assert isinstance(row, QueryRow)
    assert row.query.text == "hòa bình"


@pytest.mark.parametrize("place", ["Xyz", "Tân Lập", "99999"])
def test_a_place_that_cannot_be_told_is_noted_and_the_row_kept(place: str) -> None:
    note, row = messages({"id": "1", "text": "cầu sập", "place": place})
    assert isinstance(note, Problem)
    assert note.kept
    assert place in note.refusal.vi()
    assert row == QueryRow("1", Query("cầu sập", _TODAY))


@pytest.mark.parametrize("place", ["cả nước", "Toàn quốc", "Việt Nam"])
def test_the_whole_country_is_no_place_and_no_problem(place: str) -> None:
    assert claims(_CLAIM | {"place": place}) == [Entry("x", "Cầu treo bị cuốn trôi")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": None}, "missing"),
        ({"id": ""}, "empty_id"),
        ({"id": 7}, "type"),
        ({"id": "a" * (MAX_ID + 1)}, "bad_id"),
        ({"id": "a\x00"}, "bad_id"),
        ({"id": "\ud800"}, "bad_id"),
        ({"claim": None}, "missing"),
        ({"claim": ["x"]}, "type"),
        ({"claim": "\ud800"}, "empty"),
        ({"claim": "a" * 50_000}, "too_long"),
        ({"summary": 1}, "type"),
        ({"place": 15}, "type"),
        ({"date": "2025-02-30"}, "date"),
        ({"valid_from": "2025-10-02", "valid_until": "2025-10-01"}, "validity_reversed"),
    ],
)
def test_a_row_that_cannot_be_taken_is_a_problem(change: dict[str, Any], code: str) -> None:
    first, second = claims(_CLAIM | change, _CLAIM | {"id": "y"})
    assert isinstance(first, Problem)
    assert (first.line, first.kept, first.refusal.code) == (1, False, code)
    assert first.refusal.vi() != first.refusal.en()
    assert isinstance(second, Entry)


def test_the_first_good_row_of_an_id_is_kept() -> None:
    bad, good, again = claims(_CLAIM | {"claim": ""}, _CLAIM, _CLAIM | {"claim": "khác"})
    assert isinstance(bad, Problem)
    assert isinstance(good, Entry)
    assert isinstance(again, Problem)
    assert (again.refusal.code, again.refusal.params["line"]) == ("same_id", 2)


_NAMES = st.sampled_from(["id", "claim", "summary", "place", "date", "valid_from", "z"])


@given(st.lists(st.dictionaries(_NAMES, _VALUES), max_size=4))
def test_every_row_is_taken_or_named(rows: list[dict[str, Any]]) -> None:
    found = claims(*rows)
    lost = [one for one in found if isinstance(one, Problem) and not one.kept]
    assert len(lost) + sum(isinstance(one, Entry) for one in found) == len(rows)


def test_a_match_becomes_a_row_of_plain_values() -> None:
    reason = Reason("number_differs", {"query": "3", "entry": "5"})
    candidate = Candidate("x", 0.02, 0.123456789, (reason,), Comparison(()))
    row = result("1", Match("maybe", "x", 0.123456789, (reason,), (candidate,)), "en")
    assert row == {
        "id": "1",
        "decision": "maybe",
        "match": "x",
        "probability": 0.123457,
        "candidates": [{"id": "x", "score": 0.123457}],
        "reasons": ["another number: the message says 3, the fact-check 5"],
        "reason_codes": ["number_differs"],
    }
    assert result("1", Match("new", None, 0.0, (reason,), ()), "vi")["reasons"] == [reason.vi()]


def test_several_claims_are_told_one_by_one() -> None:
    none = Match("new", None, 0.0, (), ())
    row = result(
        "1", none, "vi", [Part((0, 4), Match("same", "x", 0.9, (), ())), Part((4, 9), none)]
    )
    assert [(one["start"], one["end"], one["match"]) for one in row["claims"]] == [
        (0, 4, "x"),
        (4, 9, None),
    ]
    assert "claims" not in result("1", none, "vi", [Part((0, 9), none)])


def test_a_row_says_what_the_message_seems_to_be() -> None:
    none = Match("new", None, 0.0, (), ())
    row = result("1", none, "en", suggested=suggest("Em cảm ơn ad", _TODAY))
    assert row["checkable"] == {
        "kind": "chat",
        "reasons": ["a greeting or a reply: “cảm ơn”"],
        "reason_codes": ["chat"],
    }
