"""The table of opposites: every axis has both ends, and every phrase of it is read."""

import pytest

from kiemtin.text.details import DirectionValue
from kiemtin.text.details.direction_words import MARKED_ONLY, TURNS
from tests.text.details.reading import values


def test_every_axis_has_both_ends_but_harm_whose_other_end_is_death() -> None:
    ends = set(TURNS.values())
    assert ("harm", 1) in ends
    both = ends - {("harm", 1)}
    assert len(both) == 20
    assert {(axis, -pole) for axis, pole in both} == both


def test_only_single_syllables_must_carry_their_marks() -> None:
    assert MARKED_ONLY.issubset(TURNS)
    assert not [phrase for phrase in MARKED_ONLY if " " in phrase]
    assert "đóng" not in MARKED_ONLY


@pytest.mark.parametrize("phrase", sorted(TURNS))
def test_every_phrase_says_its_direction(phrase: str) -> None:
    said = [v for v in values(phrase, "direction") if isinstance(v, DirectionValue)]
    assert TURNS[phrase] in [(one.axis, one.pole) for one in said]
