"""A file of many packed members is unpacked to its end, or as far as it goes."""

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.readers.web.gzipped import MEMBERS, plain
from kiemtin.media.readers.web.spent import No, Spent

LONG = random.Random(1).randbytes(70_000) + bytes(3_000_000)


@given(st.lists(st.binary(max_size=60), min_size=1, max_size=6))
def test_all_members_are_unpacked(parts: list[bytes]) -> None:
    spent = Spent(1000)
    assert plain(b"".join(gzip.compress(part) for part in parts), spent) == b"".join(parts)
    assert spent.doubts == {}


def test_members_longer_than_one_step_are_whole() -> None:
    assert plain(gzip.compress(LONG) * 2, Spent(2 * len(LONG))) == LONG * 2


def test_what_is_not_packed_is_left_as_it_is() -> None:
    assert plain(b"WARC/1.1", Spent(0)) == b"WARC/1.1"


@pytest.mark.parametrize(
    "end", [b"x", b"\x1f\x8b", gzip.compress(b"b" * 9, mtime=0)[:-1], bytes(8)]
)
def test_what_is_cut_or_damaged_ends_the_file_and_is_said(end: bytes) -> None:
    spent = Spent(1000)
    assert plain(gzip.compress(b"first") + end, spent).startswith(b"first")
    assert spent.doubts == {"cut": 1}


def test_too_much_is_refused_by_bytes_and_by_members() -> None:
    with pytest.raises(No, match="too_big"):
        plain(gzip.compress(LONG), Spent(len(LONG) - 1))
    with pytest.raises(No, match="too_big"):
        plain(gzip.compress(b"") * (MEMBERS + 1), Spent(1))


def test_each_file_may_be_as_large_as_all() -> None:
    spent = Spent(5)
    assert [plain(gzip.compress(b"abcde"), spent) for _ in range(2)] == [b"abcde"] * 2
