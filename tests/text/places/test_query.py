"""A typed query is taken apart into a kind, a name and where the name lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.text.places.query import MAX_WORDS, Reading, ask, lies_in


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("Bát Xát", Reading("", "batxat", ())),
        ("xã Bát Xát", Reading("xã", "batxat", ())),
        ("tp Lào Cai", Reading("thành phố", "laocai", ())),
        ("thị trấn Sa Pa", Reading("thị trấn", "sapa", ())),
        ("xã Tân Lập, Lào Cai", Reading("xã", "tanlap", ("lao", "cai"))),
        ("xa tan lap lao cai", Reading("xã", "tanlap", ("lao", "cai"))),
        ("Q1", Reading("quận", "1", ())),
        ("p.05, q3", Reading("phường", "5", ("quan", "3"))),
    ],
)
def test_one_reading_is_what_was_meant(query: str, reading: Reading) -> None:
    assert reading in ask(query).readings


def test_with_a_comma_the_name_ends_there() -> None:
    assert {one.name for one in ask("Tân Lập, Lào Cai").readings} == {"tanlap"}


def test_marks_are_kept_only_where_they_were_typed() -> None:
    assert ask("bat xat").tones == ()
    assert len(ask("Bát Xát").tones) == 2


def test_nothing_typed_asks_for_nothing() -> None:
    assert ask(" ,; ").readings == ()


@given(st.text(max_size=200))
def test_any_query_is_read_within_bounds(query: str) -> None:
    asked = ask(query)
    assert len(asked.tones) <= MAX_WORDS
    assert all(one.name for one in asked.readings)
    assert all(len(one.context) < MAX_WORDS for one in asked.readings)


@pytest.mark.parametrize(
    ("context", "lies"),
    [
        ((), True),
        (("lao", "cai"), True),
        (("tinh", "lao", "cai"), True),
        (("luc", "yen", "lao", "cai"), True),
        (("luc", "yen", "la"), True),
        (("la", "luc", "yen"), False),
        (("son", "la"), False),
    ],
)
def test_all_words_of_the_context_must_name_regions(context: tuple[str, ...], lies: bool) -> None:
    assert lies_in(context, frozenset({"laocai", "lucyen"})) is lies
