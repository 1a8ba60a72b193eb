"""The fixed words of the loudspeaker can themselves be spoken, in both languages."""

import pytest

from kiemtin.bulletin.spoken import spoken
from kiemtin.bulletin.spoken_phrases import SPOKEN, spoken_phrase
from kiemtin.bulletin.verdicts import VERDICTS

VALUES = dict.fromkeys(
    ("desk", "place", "said", "claim", "what", "todo", "sources", "moment", "day"), "tin"
)


@pytest.mark.parametrize("name", sorted(SPOKEN))
def test_a_phrase_is_spoken_as_it_stands(name: str) -> None:
    said = spoken_phrase(name, "vi", **VALUES)
    assert spoken(said).lower() == said.lower()
    assert spoken_phrase(name, "en", **VALUES) != said


def test_every_verdict_has_its_words() -> None:
    assert VERDICTS.keys() <= SPOKEN.keys()
