"""The filters of the public log; a wrong one is said and left out, never an error page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kiemtin.web.public.forms.listing import ANY
from kiemtin.web.public.log_words import KINDS


class LogForm(forms.Form):
    """Words (of a fact-check, a number, a commitment), kind and day, from the page's address."""

    q = forms.CharField(
        label=gettext_lazy("Chữ trong bài, số mục hoặc mã cam kết"), required=False, max_length=200
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Việc"), choices=[*ANY, *KINDS.items()], required=False
    )
    day = forms.DateField(
        label=gettext_lazy("Ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def in_use(self) -> bool:
        """True when the reader filtered by anything."""
        return any(str(value).strip() for name, value in self.data.items() if name != "page")

    def chosen(self) -> dict[str, Any]:
        """The filters that can be used, by name."""
        said = self.cleaned_data
        return {"words": said.get("q", ""), "kind": said.get("kind", ""), "day": said.get("day")}
