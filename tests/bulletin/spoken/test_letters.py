"""Each letter has its Vietnamese name."""

import string

from kiemtin.bulletin.spoken.letters import letter_names


def test_a_word_is_spelt() -> None:
    assert letter_names("SCB") == "ét sì xê bê"
    assert letter_names("ĐƠÔ") == "đê ơ ô"


def test_every_letter_has_a_name_of_letters_only() -> None:
    for letter in string.ascii_letters + "ăâđêôơư":
        assert letter_names(letter).replace(" ", "").isalpha()


def test_a_toned_letter_goes_by_its_plain_name() -> None:
    assert letter_names("ÉÀ") == "e a"
    assert letter_names("1-") == ""
