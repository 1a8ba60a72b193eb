import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.passages.types import Key, Passage, entry, key_of, passage_of


@given(st.text(min_size=1, max_size=20), st.integers(0, 99), st.integers(0, 999))
def test_a_key_is_read_back_as_it_was_written(article: str, version: int, number: int) -> None:
    key = Key(article, version, number)
    assert key_of(key.written) == key


def test_a_passage_comes_back_from_its_entry() -> None:
    key = Key("bao-1#x", 2, 7)
    one = Passage(key, "Nước rút từ trưa.\nĐường thông.", "Lũ rút", dt.date(2025, 10, 5), "10")
    assert passage_of(entry(one)) == one
    bare = Passage(key, "Nước rút từ trưa.")
    assert passage_of(entry(bare)) == bare


def test_texts_typed_in_parts_are_kept_whole() -> None:
    assert Passage(Key("a", 1, 0), "la\u0300ng").text == "làng"
