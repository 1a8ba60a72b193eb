"""What is packed for a process apart comes out the same; what does not add up does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.bundle import cut, pack, unpack

heads = st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.integers(), max_size=4)


@given(heads, st.lists(st.binary(max_size=40), max_size=5))
def test_what_was_packed_is_unpacked(head: dict[str, object], parts: list[bytes]) -> None:
    assert unpack(pack(head, parts)) == (head, parts)


@pytest.mark.parametrize(
    "sizes", [None, "3", [2], [4], [-1, 4], [True, 2], [1.5, 1.5], ["3"], [3, None]]
)
def test_sizes_that_do_not_add_up_are_refused(sizes: object) -> None:
    assert cut(b"abc", [1, 0, 2]) == [b"a", b"", b"bc"]
    with pytest.raises(ValueError, match="sizes"):
        cut(b"abc", sizes)


def test_a_head_that_is_no_object_is_refused() -> None:
    with pytest.raises(ValueError, match="head"):
        unpack(b'{"head": [], "sizes": []}\n')
