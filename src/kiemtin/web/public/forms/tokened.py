"""A form with a one-time id, so that sending it twice makes one item."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from kiemtin.web.public import tokens


class TokenForm(forms.Form):
    """Carries a signed id that is good for some hours; `purpose` keeps two forms' ids apart."""

    purpose: ClassVar[str]
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    @classmethod
    def fresh(cls, **initial: Any) -> Self:
        """Give an unfilled form with an id of its own."""
        return cls(initial={"token": tokens.new(cls.purpose)} | initial)

    @classmethod
    def renewed(cls, data: QueryDict) -> Self:
        """Give the form as it was filled in, under a new id, because its own was too old."""
        again = data.copy()
        again["token"] = tokens.new(cls.purpose)
        form = cls(again)
        sentence = _("Trang mở đã lâu nên biểu mẫu hết hạn. Hãy xem lại rồi bấm gửi một lần nữa.")
        form.add_error(None, forms.ValidationError(sentence, code="expired"))
        return form

    def external_id(self) -> str:
        """Give the id of what this form says; raises tokens.FormExpired."""
        return tokens.external_id(self.cleaned_data["token"], self.purpose, self.said())

    def said(self) -> Iterator[str | bytes]:
        """Everything that was filled in, by name: any change makes it another item."""
        for name in sorted(self.cleaned_data.keys() - {"token"}):
            value = self.cleaned_data[name]
            yield name
            yield value if isinstance(value, bytes) else str(value)
