"""A word in a list of cues counts as it was written: with its marks, or bare in a bare text."""

import pytest

from kiemtin.text.places import Scan, cues
from kiemtin.text.places.cues import WordSet


@pytest.mark.parametrize(
    ("written", "bare", "has"),
    [
        ("ông", False, True),
        ("Ông", False, True),
        ("ong", False, False),
        ("ong", True, True),
        ("ống", False, False),
        ("hoà", False, True),
        ("hòa", False, True),
        ("sông", False, False),
    ],
)
def test_a_word_must_carry_its_own_marks(written: str, bare: bool, has: bool) -> None:
    (word,) = Scan(written).words
    assert WordSet("ông hòa").has(word, bare) is has


def test_the_small_lists_are_part_of_the_large_ones() -> None:
    for name in ("anh", "chị", "ông"):
        (word,) = Scan(name).words
        assert cues.BARE_KINSHIP.has(word, False)
        assert cues.KINSHIP.has(word, False)


def test_what_is_compared_folded_is_listed_folded() -> None:
    for table in (cues.GIVEN, cues.NUMBERS, cues.COMPOUNDS, cues.LONGER_NAMES):
        assert table
        assert all(entry.isascii() and entry == entry.lower() for entry in table)
