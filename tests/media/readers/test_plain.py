"""A text file is decoded as its bytes say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.plain import read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert read("Lũ rút".encode(encoding), {"most": 99})[0]["text"] == "Lũ rút"


def test_what_is_no_utf_8_is_read_as_windows_did() -> None:
    assert read("Nước".encode("cp1258", "ignore") + b" \xea", {"most": 99})[0]["text"] != ""


def test_a_letter_that_was_cut_is_left_out() -> None:
    assert read("aữ".encode()[:-1], {"most": 99})[0]["text"] == "a"


@given(st.binary(max_size=60), st.integers(1, 20))
def test_any_bytes_give_at_most_so_many_letters(data: bytes, most: int) -> None:
    assert len(str(read(data, {"most": most})[0]["text"])) <= most
