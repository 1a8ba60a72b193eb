"""Refusals stand beside their field, with the fitting status."""

import pytest
from django import forms
from django.utils import translation

from kiemtin.desk.errors import refuse
from kiemtin.media.picture import PictureRefused
from kiemtin.text.canonical import TextRefused
from kiemtin.web.public.says import beside, status_of


class Form(forms.Form):
    text = forms.CharField(required=False)


def refused(error: Exception, fields: dict[type[Exception], str] | None = None) -> Form:
    form = Form({"text": "đập vỡ"})
    assert form.is_valid()
    with beside(form, fields or {TextRefused: "text"}):
        raise error
    return form


def test_a_refusal_stands_beside_its_field_in_the_readers_language() -> None:
    error = TextRefused("empty", {"length": 0})
    assert "nghe được" in refused(error).errors["text"][0]
    with translation.override("en"):
        assert "Write what you heard" in refused(error).errors["text"][0]


def test_a_refusal_without_a_field_stands_above_the_form() -> None:
    form = refused(refuse("no_desk", "Chưa có bàn."))
    assert form.non_field_errors() == ["Chưa có bàn."]


def test_what_is_no_refusal_passes() -> None:
    with pytest.raises(RuntimeError):
        refused(RuntimeError())


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (TextRefused("empty", {"length": 0}), 422),
        (TextRefused("too_long", {"limit": 1, "length": 2}), 413),
        (PictureRefused("too_big", {"size": 11, "limit": 10}), 413),
        (PictureRefused("busy"), 503),
        (PictureRefused("svg"), 422),
    ],
)
def test_the_status_fits(error: Exception, status: int) -> None:
    assert status_of(refused(error)) == status
