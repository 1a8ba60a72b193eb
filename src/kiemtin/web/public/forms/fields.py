"""Fields that several public forms share: a pasted text, a place by any of its names."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kiemtin.text.canonical import TextRefused, check_text
from kiemtin.web.desk.says import in_words
from kiemtin.web.public.places import Choice, PlaceUnclear, resolve


class TextField(forms.CharField):
    """A text as people paste it: NUL and hidden characters are taken out later, not refused.

    Its error codes are those of the text library: "empty" and "too_long".
    """

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, strip=False, **options)
        # Django's own would refuse NUL; the canonical form drops it and keeps the message.
        self.validators = []

    def clean(self, value: Any) -> str:
        """Give the text as it came; raises ValidationError when it is empty or too long."""
        text = str(value or "")
        try:
            check_text(text)
        except TextRefused as refusal:
            raise forms.ValidationError(in_words(refusal), code=refusal.code) from None
        return text


class OfferedField(forms.ChoiceField):
    """Radio buttons whose choices depend on what was typed; the form checks the choice itself."""

    widget = forms.RadioSelect

    def validate(self, value: Any) -> None:
        """Accept anything here; PlaceMixin compares it with what the typed name may mean."""


class PlaceMixin(forms.Form):
    """A place typed by name; an unclear one is `offered` as radio buttons, and the text stays."""

    place = forms.CharField(
        label=gettext_lazy("Chuyện ở đâu?"),
        help_text=gettext_lazy("Xã, phường hoặc tỉnh. Tên cũ hay không dấu đều được."),
        required=False,
        max_length=120,
    )
    place_code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5)
    place_choice = OfferedField(label=gettext_lazy("Ý bạn là nơi nào?"), required=False)
    offered: list[Choice]

    def __init__(self, *args: Any, near: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.near = near
        self.offered = []

    def clean(self) -> dict[str, Any]:
        """Put the code of the place into `place_found`, "" when none was typed."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("place_choice") or cleaned.get("place_code") or ""
        try:
            cleaned["place_found"] = resolve(cleaned.get("place", ""), chosen, self.near)
        except PlaceUnclear as unclear:
            self.add_error("place", str(unclear))
            self._offer(unclear.choices)
        return cleaned

    def _offer(self, choices: list[Choice]) -> None:
        self.offered = choices
        field = self.fields["place_choice"]
        assert isinstance(field, OfferedField)
        field.choices = [
            (one.code, f"{one.label} · {one.note}" if one.note else one.label) for one in choices
        ]
