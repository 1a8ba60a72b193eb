"""Each limit has its reason, and a reader's characters are counted, not code points."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.lengths import IDEAL, LIMITS, REASONS, left, length


def test_each_limit_has_its_reason_in_both_languages() -> None:
    assert LIMITS.keys() == REASONS.keys()
    assert all(reason.vi and reason.en for reason in REASONS.values())
    assert all(ideal < LIMITS[field] for field, ideal in IDEAL.items())


@given(st.text(max_size=50))
def test_nfd_counts_like_nfc(text: str) -> None:
    assert length(unicodedata.normalize("NFD", text)) == length(text)


def test_what_is_left_may_be_less_than_nothing() -> None:
    assert left("fact", "ễ" * 119) == 1
    assert left("fact", "ễ" * 121) == -1
    with pytest.raises(KeyError):
        left("colour", "")
