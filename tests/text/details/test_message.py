"""A message laid open: words, numerals, what parts them, and what is spoken for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.details import QuantifierValue
from kiemtin.text.details.message import Message
from tests.text.details.reading import TODAY


def test_words_and_figures_that_stand_together_are_apart() -> None:
    tokens = Message("Mất 2tr5, đèo QL4D", TODAY).tokens
    assert [token.flat for token in tokens] == ["mat", "2", "tr", "5", "deo", "ql", "4", "d"]
    assert [token.is_number for token in tokens[:4]] == [False, True, False, True]


def test_a_numeral_keeps_its_dots_and_commas() -> None:
    assert [token.flat for token in Message("1.200.000 hay 1,2.", TODAY).tokens] == [
        "1.200.000",
        "hay",
        "1,2",
    ]


def test_a_word_knows_its_marks_wherever_the_tone_was_set() -> None:
    old, new, bare = Message("hòa hoà hoa", TODAY).tokens
    assert old.tone == new.tone != bare.tone
    assert (old.bare, bare.bare) == (False, True)


def test_a_word_typed_without_marks_is_known_by_its_likely_ones() -> None:
    bare = Message("mai nha toc het", TODAY)
    assert [bare.marked_at(at) for at in range(4)] == ["mái", "nhà", "tốc", "hết"]
    marked = Message("mai Nhà tốc hết", TODAY)
    assert [marked.marked_at(at) for at in range(4)] == ["mai", "nhà", "tốc", "hết"]


@pytest.mark.parametrize("mark", [".", "?", ",", ";", "\n", " (", "…"])
def test_a_mark_ends_the_clause(mark: str) -> None:
    message = Message(f"đập vỡ{mark} chạy đi", TODAY)
    assert [message.ends_clause(at) for at in range(-1, 4)] == [True, False, True, False, True]


def test_beyond_the_ends_there_is_no_word() -> None:
    message = Message("Đập vỡ", TODAY)
    assert [message.flat_at(at) for at in (-1, 0, 2)] == ["", "dap", ""]
    assert [message.low_at(at) for at in (-1, 0, 2)] == ["", "đập", ""]


@given(st.integers(0, 9), st.integers(1, 10), st.integers(0, 9), st.integers(1, 10))
def test_a_span_is_free_until_something_in_it_is_taken(
    start: int, length: int, other: int, size: int
) -> None:
    message = Message("x" * 20, TODAY)
    message.take(start, start + length)
    apart = other + size <= start or start + length <= other
    assert message.free(other, other + size) is apart


def test_a_detail_stands_in_the_text_as_given() -> None:
    given_text = unicodedata.normalize("NFD", "Ở đó tất cả đã đi")
    message = Message(given_text, TODAY)
    start, end = message.tokens[2].start, message.tokens[3].end
    detail = message.detail("quantifier", QuantifierValue("all"), start, end)
    assert detail.text == given_text[detail.start : detail.end]
    assert unicodedata.normalize("NFC", detail.text) == "tất cả"
