"""The filters of the list of fact-checks; a wrong one is said and left out, never an error page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kiemtin.desk.words import Subject, Verdict
from kiemtin.web.public.forms.fields import PlaceMixin

ANY = [("", gettext_lazy("Tất cả"))]


class FilterForm(PlaceMixin):
    """Words, verdict, subject and place, from the address of the page."""

    q = forms.CharField(label=gettext_lazy("Có chữ"), required=False, max_length=200)
    verdict = forms.ChoiceField(
        label=gettext_lazy("Kết luận"), choices=[*ANY, *Verdict.choices], required=False
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("Về việc"), choices=[*ANY, *Subject.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].help_text = ""

    def in_use(self) -> bool:
        """True when the reader filtered by anything."""
        return any(str(value).strip() for name, value in self.data.items() if name != "page")

    def chosen(self) -> dict[str, str]:
        """The filters that can be used, by name."""
        names = {"verdict": "verdict", "subject": "subject", "place": "place_found"}
        return {name: str(self.cleaned_data.get(key) or "") for name, key in names.items()}
