"""Puts what was refused beside the field it belongs to, and finds the fitting status."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from kiemtin.desk.errors import FlowError
from kiemtin.refusal import Refusal
from kiemtin.web.desk.says import in_words

STATUS = {"too_long": 413, "too_big": 413, "busy": 503}
UNUSABLE = 422


def status_of(form: forms.BaseForm) -> int:
    """The status of a form that was refused: 413 too large, 503 too busy, else 422."""
    codes = [error.code for errors in form.errors.as_data().values() for error in errors]
    return next((STATUS[code] for code in codes if code in STATUS), UNUSABLE)


@contextmanager
def beside(form: forms.BaseForm, fields: dict[type[Exception], str]) -> Iterator[None]:
    """Take a step inside the block; a refusal ends it and stands beside the field of its kind.

    A refusal without a field stands above the form.
    """
    try:
        yield
    except Refusal as refusal:
        error = forms.ValidationError(in_words(refusal), code=refusal.code)
        form.add_error(fields.get(type(refusal)), error)
    except FlowError as refusal:
        error = forms.ValidationError(str(refusal), code=refusal.code)
        form.add_error(fields.get(type(refusal)), error)
