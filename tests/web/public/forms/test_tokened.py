"""Forms with a one-time id."""

import pytest
from django import forms
from django.http import QueryDict

from kiemtin.web.public.forms.tokened import TokenForm
from kiemtin.web.public.tokens import FormExpired


class Form(TokenForm):
    purpose = "test"
    text = forms.CharField()
    place = forms.CharField(required=False)


def sent(token: str, text: str = "đập vỡ") -> Form:
    form = Form({"token": token, "text": text})
    assert form.is_valid()
    return form


def test_every_fresh_form_has_an_id_of_its_own() -> None:
    assert Form.fresh().initial["token"] != Form.fresh().initial["token"]
    assert Form.fresh(text="đập vỡ").initial["text"] == "đập vỡ"


def test_sent_twice_it_has_one_id() -> None:
    token = Form.fresh().initial["token"]
    assert sent(token).external_id() == sent(token).external_id()
    assert sent(token).external_id() != sent(token, "đập nứt").external_id()


def test_an_id_that_is_too_old_is_renewed_with_what_was_typed() -> None:
    with pytest.raises(FormExpired):
        sent("old").external_id()
    form = Form.renewed(QueryDict("token=old&text=nứt"))
    assert form.data["text"] == "nứt"
    assert form.errors.as_data()["__all__"][0].code == "expired"
    assert sent(form.data["token"]).external_id()
