"""What is spelled as a Vietnamese syllable and what is not."""

import pytest

from kiemtin.text.syllable import RIMES, is_bare_syllable, is_syllable, tone_index, toneless


@pytest.mark.parametrize(
    "word",
    [
        "đập",
        "nghiêng",
        "quý",
        "già",
        "giếng",
        "thủy",
        "khuỷu",
        "ướt",
        "y",
        "gì",
        "quốc",
        "páo",
        "phừ",
    ],
)
def test_syllables_are_recognised(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["hello", "trump", "q", "", "ngx", "đậpp", "áá", "tòp", "facebook", "§ëp", "vôõ", "123"]
)
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(word)


def test_a_stopped_syllable_takes_only_two_tones() -> None:
    assert is_syllable("cát")
    assert is_syllable("cạp")
    assert not is_syllable("cảt")


def test_taking_tones_off_keeps_the_vowels_own_marks() -> None:
    assert toneless("nguyễn đường") == "nguyên đương"


def test_every_rime_has_one_place_for_its_mark() -> None:
    assert all(rime[tone_index(rime)] in "aăâeêioôơuưy" for rime in RIMES)


@pytest.mark.parametrize("word", ["thuyen", "dien", "nghieng", "quy", "duong", "nuoc"])
def test_words_without_any_mark_can_be_syllables(word: str) -> None:
    assert is_bare_syllable(word)
    assert not is_bare_syllable(word + "s")
