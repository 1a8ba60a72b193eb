"""Letters that only look Latin become Latin inside Latin words, and nowhere else."""

import pytest

from kiemtin.text.homoglyphs import LOOK_ALIKES, ONE_FORM, latin_look_alikes


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Вỡ đậр", "Bỡ đập"),
        ("Ηà Νội", "Hà Nội"),
        ("О912", "O912"),
        ("cảnh báо", "cảnh báo"),
        ("ɡọi", "gọi"),
    ],
)
def test_look_alikes_in_mixed_words_are_replaced(seen: str, meant: str) -> None:
    assert latin_look_alikes(seen) == meant


@pytest.mark.parametrize("text", ["Москва", "αβγ", "сок", "α-amylase", "vỡ đập"])
def test_words_of_another_script_stay(text: str) -> None:
    assert latin_look_alikes(text) == text


def test_every_look_alike_becomes_one_ascii_letter() -> None:
    assert all(0 < letter < 0x80 for letter in LOOK_ALIKES.values())


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("𝗖𝗮̉𝗻𝗵", "Ca\u0309nh"), ("０９", "09"), ("Ⓐ", "A"), ("Ðà", "Đà"), ("𝟬", "0")],
)
def test_ornamental_letters_take_one_form(seen: str, meant: str) -> None:
    assert seen.translate(ONE_FORM) == meant
