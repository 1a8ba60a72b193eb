"""A place typed by name, old or new; several meanings are told beside the field."""

from typing import Any

from django import forms

from kiemtin.desk.place_names import place_name
from kiemtin.web.public.places import PlaceUnclear, resolve


class PlaceField(forms.CharField):
    """Text in, place code out ("" for nothing typed); shows a code as its full name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=120, **options)

    def clean(self, value: Any) -> str:
        """The code; raises ValidationError naming the places that the text may mean."""
        typed = str(super().clean(value))
        if typed.isdigit() and place_name(typed) != typed:
            return typed
        try:
            return resolve(typed)
        except PlaceUnclear as unclear:
            offered = "; ".join(choice.label for choice in unclear.choices)
            raise forms.ValidationError(f"{unclear} {offered}".strip()) from None

    def prepare_value(self, value: Any) -> Any:
        """A code becomes its name; what was typed stays as it was."""
        return place_name(value) if isinstance(value, str) and value.isdigit() else value
