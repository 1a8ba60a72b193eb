"""A pasted text and a typed place, as every public form takes them."""

from typing import Any

import pytest
from django import forms

from kiemtin.web.public.forms.fields import PlaceMixin, TextField


class Form(PlaceMixin):
    text = TextField()


def filled(**said: Any) -> Form:
    return Form({"text": "đập vỡ"} | said, near="15")


def test_a_text_comes_through_as_it_was_typed() -> None:
    form = filled(text="  Đập\x00 vỡ\u202e \n")
    assert form.is_valid()
    assert form.cleaned_data["text"] == "  Đập\x00 vỡ\u202e \n"


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (None, "empty"), ("a" * 10_001, "too_long")]
)
def test_a_text_that_cannot_be_taken_has_a_code(text: str | None, code: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        TextField().clean(text)
    assert refused.value.code == code


def test_a_place_becomes_its_code() -> None:
    form = filled(place="Lào Cai")
    assert form.is_valid()
    assert form.cleaned_data["place_found"] == "15"


def test_no_place_is_no_code() -> None:
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["place_found"] == ""


def test_an_unclear_place_is_offered_with_those_of_the_desk_first() -> None:
    form = filled(place="Tân Lập")
    assert not form.is_valid()
    assert "Lào Cai" in form.offered[0].label
    chosen = form.offered[1].code
    assert f'value="{chosen}"' in str(form["place_choice"])
    assert filled(place="Tân Lập", place_choice=chosen).is_valid()


def test_an_unknown_place_is_offered_nothing() -> None:
    form = filled(place="Không Hề Có")
    assert not form.is_valid()
    assert form.offered == []
