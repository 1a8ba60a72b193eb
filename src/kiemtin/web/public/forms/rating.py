"""The form in which a reader says whether a fact-check is of use, and why."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiemtin.desk.words import Helpful, RatingReason
from kiemtin.web.public import tokens

PURPOSE, RANDOM_BYTES = "rating", 32


class RatingForm(forms.Form):
    """One word and any reasons; `read` is the number of the version that was shown."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=100_000)
    value = forms.ChoiceField(
        label=gettext_lazy("Bài này có ích không?"),
        choices=Helpful.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Hãy chọn một trong ba câu trả lời.")},
    )
    reasons = forms.MultipleChoiceField(
        label=gettext_lazy("Vì sao?"),
        choices=RatingReason.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def fresh(cls, **initial: Any) -> Self:
        """Give a form with a number of its own; an unknown `value` is left unticked."""
        return cls(initial={"token": tokens.new(PURPOSE, RANDOM_BYTES)} | initial)

    @classmethod
    def renewed(cls, data: QueryDict, read: int, why: str, code: str) -> Self:
        """Give the form as it was filled in, under a new number and for the version of now."""
        again = data.copy()
        again["token"], again["read"] = tokens.new(PURPOSE, RANDOM_BYTES), str(read)
        form = cls(again)
        form.add_error(None, forms.ValidationError(why, code=code))
        return form

    @classmethod
    def expired(cls, data: QueryDict, read: int) -> Self:
        """Give it again because its number was forged or too old."""
        sentence = _("Trang mở đã lâu nên biểu mẫu hết hạn. Hãy xem lại rồi bấm gửi một lần nữa.")
        return cls.renewed(data, read, sentence, "expired")

    def number(self) -> str:
        """Give the form's own number, 32 random bytes in base64; raises tokens.FormExpired."""
        return tokens.number(self.cleaned_data["token"], PURPOSE)
