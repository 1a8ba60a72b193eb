"""The rating form has a number of its own and keeps what was ticked."""

import pytest
from django.http import QueryDict

from kiemtin.web.public import tokens
from kiemtin.web.public.forms.rating import RatingForm


def test_two_forms_have_two_numbers_of_32_bytes() -> None:
    numbers = set()
    for _ in range(2):
        fresh = RatingForm.fresh(read=1)
        form = RatingForm({"token": fresh["token"].value(), "read": "1", "value": "helpful"})
        assert form.is_valid()
        numbers.add(form.number())
    assert len(numbers) == 2
    assert {len(number) for number in numbers} == {43}


def test_a_form_without_a_good_number_is_expired() -> None:
    form = RatingForm({"token": tokens.new("ask", 32), "read": "1", "value": "helpful"})
    assert form.is_valid()
    with pytest.raises(tokens.FormExpired):
        form.number()


def test_given_again_it_keeps_what_was_ticked() -> None:
    form = RatingForm.expired(QueryDict("value=not&reasons=hard&reasons=weak&read=1&token=x"), 2)
    assert form["reasons"].value() == ["hard", "weak"]
    assert (form["value"].value(), form["read"].value()) == ("not", "2")
    assert form["token"].value() != "x"
    assert not form.is_valid()
