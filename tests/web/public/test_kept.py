"""Rendered pages in memory: made once a key, the least used dropped."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.web.public.kept import Kept


@given(st.lists(st.integers(0, 6), max_size=60))
def test_it_gives_what_belongs_to_the_key_and_never_holds_more(keys: list[int]) -> None:
    kept = Kept(3)
    for key in keys:
        assert kept.get(key, partial(str.encode, str(key))) == str(key).encode()
        assert len(kept._bodies) <= 3


def test_what_is_used_stays() -> None:
    kept = Kept(2)
    kept.get("a", lambda: b"a")
    kept.get("b", lambda: b"b")
    kept.get("a", lambda: b"again")
    kept.get("c", lambda: b"c")
    assert kept.get("a", lambda: b"again") == b"a"
    assert kept.get("b", lambda: b"again") == b"again"
