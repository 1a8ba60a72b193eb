"""The counted prose tells everyday words from names."""

from kiemtin.text.places.names import spaced_key, tone_keys
from kiemtin.text.places.tables import syllables, times


def test_peace_is_an_everyday_word_and_a_far_commune_is_none() -> None:
    marked = times("marked")
    assert marked[" ".join(tone_keys("hòa bình"))] > 50
    assert " ".join(tone_keys("tà xi láng")) not in marked
    assert times("bare")[spaced_key("hòa bình")] > 50


def test_names_are_kept_by_the_keys_that_are_looked_up() -> None:
    assert all(name == spaced_key(name) for name in times("bare"))
    assert all(count > 0 for count in times("bare").values())
    assert all(count > 0 for count in times("marked").values())


def test_common_syllables_are_single_keys() -> None:
    assert "cho" in syllables()
    assert "xat" not in syllables()
    assert all(one == spaced_key(one) and " " not in one for one in syllables())
