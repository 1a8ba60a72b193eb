"""Places as a reader types them: old and new names, with or without marks, never a guess."""

import pytest

from kiemtin.desk.place_names import label, place_name
from kiemtin.text.places import gazetteer
from kiemtin.web.public.places import PlaceUnclear, choices, resolve


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("Lào Cai", "Tỉnh Lào Cai"),
        ("lao cai", "Tỉnh Lào Cai"),
        ("tỉnh Sơn La", "Tỉnh Sơn La"),
        ("Yên Bái", "Tỉnh Lào Cai"),
        ("Xã Bắc Hà, Lào Cai", "Xã Bắc Hà, Lào Cai"),
        ("xa bac ha lao cai", "Xã Bắc Hà, Lào Cai"),
        ("xã Cốc San", "Xã Cốc San, Lào Cai"),
    ],
)
def test_a_name_that_means_one_place_is_that_place(typed: str, expected: str) -> None:
    assert place_name(resolve(typed)) == expected


@pytest.mark.parametrize("typed", ["Tân Lập", "tan lap", "xã Tân Lập"])
def test_a_name_of_several_places_is_never_guessed(typed: str) -> None:
    with pytest.raises(PlaceUnclear) as unclear:
        resolve(typed)
    assert len(unclear.value.choices) > 1


@pytest.mark.parametrize("typed", ["Không Hề Có", "qwerty", "12345", "?!", "a" * 120])
def test_a_name_of_no_place_is_said(typed: str) -> None:
    with pytest.raises(PlaceUnclear) as unclear:
        resolve(typed)
    assert not unclear.value.choices


def test_places_of_the_desk_are_offered_first() -> None:
    with pytest.raises(PlaceUnclear) as unclear:
        resolve("Tân Lập", near="15")
    assert unclear.value.choices[0].label.endswith("Lào Cai")
    assert choices("Tân Lập", near="15")[0].label.endswith("Lào Cai")


def test_the_readers_choice_settles_it() -> None:
    for choice in choices("Tân Lập"):
        assert resolve("Tân Lập", choice.code) == choice.code


def test_a_choice_for_another_name_is_not_taken() -> None:
    with pytest.raises(PlaceUnclear):
        resolve("Tân Lập", "15")


def test_every_label_leads_back_to_its_place() -> None:
    for province in gazetteer().provinces():
        assert resolve(label(province)) == province.code
        for commune in gazetteer().children(province.code)[:8]:
            assert resolve(label(commune), commune.code) == commune.code


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert place_name("99999") == "99999"
    assert place_name("") == ""
