import datetime as dt
import unicodedata

import pytest
from hypothesis import given

from kiemtin.matching.errors import BadEntry
from kiemtin.matching.types import Comparison, Entry, Query, Reason, Row
from kiemtin.text.canonical import canonical
from tests.text.strategies import texts


def test_an_entry_without_id_is_refused() -> None:
    with pytest.raises(BadEntry) as refused:
        Entry("", "Nước sông dâng")
    assert refused.value.code == "id_empty"


def test_an_entry_without_claim_is_refused_by_name() -> None:
    with pytest.raises(BadEntry) as refused:
        Entry("a1", " \n")
    assert "a1" in refused.value.vi()
    assert "a1" in refused.value.en()


def test_validity_must_run_forward() -> None:
    first, last = dt.date(2025, 9, 2), dt.date(2025, 9, 1)
    with pytest.raises(BadEntry) as refused:
        Entry("a1", "Cầu đóng", valid_from=first, valid_until=last)
    assert refused.value.code == "validity_reversed"
    assert Entry("a1", "Cầu đóng", valid_from=first, valid_until=first).valid_from == first


def test_a_reason_speaks_both_languages() -> None:
    reason = Reason("commune_differs", {"query": "Bát Xát", "entry": "Bảo Yên"})
    assert reason.vi() == "cùng sự việc nhưng khác xã: Bát Xát / Bảo Yên"
    assert reason.en() == "the same event but another commune: Bát Xát / Bảo Yên"


def test_a_reason_with_a_missing_parameter_fails_loudly() -> None:
    with pytest.raises(KeyError):
        Reason("number_differs", {"query": "3"}).vi()


def test_rows_are_picked_by_verdict_in_order() -> None:
    rows = (
        Row("number", "3", "3", "agree"),
        Row("date", "1/9", "2/9", "conflict"),
        Row("place", None, "Bát Xát", "absent"),
        Row("number", "7", "7", "agree"),
    )
    comparison = Comparison(rows)
    assert [row.query_value for row in comparison.of("agree")] == ["3", "7"]
    assert [row.kind for row in comparison.of("conflict")] == ["date"]


def test_a_message_is_kept_in_the_one_form_in_which_it_is_read() -> None:
    day = dt.date(2025, 9, 1)
    query = Query(unicodedata.normalize("NFD", "Hoà  bình,\u00a0thuỷ điện\nxả lũ"), day)
    assert query.text == "Hòa bình, thủy điện\nxả lũ"
    assert Query(query.text, day) == query


@given(texts)
def test_a_canonical_message_stays_as_it_is(text: str) -> None:
    clean = canonical(text)
    assert Query(clean, dt.date(2025, 9, 1)).text == clean


def test_a_claim_is_kept_composed() -> None:
    claim = "Đập Nậm Mít bị vỡ"
    assert Entry("a", unicodedata.normalize("NFD", claim)).claim == claim
