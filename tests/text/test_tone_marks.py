"""Tone marks stand where most newspapers print them."""

import pytest
from hypothesis import given

from kiemtin.text.tone_marks import place_tones
from tests.text.strategies import texts


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("hoà", "hòa"), ("Hoà Bình", "Hòa Bình"), ("HOÀ", "HÒA"), ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"), ("oà", "òa"), ("uý", "úy"), ("loé", "lóe"), ("tuỳ", "tùy"),
        ("tòan", "toàn"), ("hùynh", "huỳnh"), ("ngóay", "ngoáy"), ("khủyu", "khuỷu"),
        ("qúy", "quý"), ("quý", "quý"), ("qùa", "quà"), ("gìa", "già"), ("gíao", "giáo"),
        ("muà", "mùa"), ("kià", "kìa"), ("cuả", "của"), ("ngũyên", "nguyễn"),
        ("giếng", "giếng"), ("gì", "gì"), ("thúy", "thúy"), ("huyện", "huyện"),
    ],
)  # fmt: skip
def test_a_misplaced_mark_moves(typed: str, printed: str) -> None:
    assert place_tones(typed) == printed


@pytest.mark.parametrize("word", ["Citroën", "voilà", "hoàx", "xhoà", "hoàaaa", "Noël", "aioli"])
def test_what_is_no_vietnamese_syllable_stays(word: str) -> None:
    assert place_tones(word) == word


@given(texts)
def test_placing_is_idempotent_and_keeps_the_length(text: str) -> None:
    placed = place_tones(text)
    assert place_tones(placed) == placed
    assert len(placed) == len(text)
    assert [letter.isupper() for letter in placed] == [letter.isupper() for letter in text]
