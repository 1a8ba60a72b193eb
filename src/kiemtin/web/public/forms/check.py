"""The ask box: one text, compared and kept nowhere."""

from django import forms
from django.utils.translation import gettext_lazy

from kiemtin.web.public.forms.fields import TextField


class CheckForm(forms.Form):
    """A text as it was heard or pasted."""

    text = TextField(
        label=gettext_lazy("Bạn nghe được điều gì?"),
        help_text=gettext_lazy(
            "Dán tin vào đây. Chúng tôi so với những gì đã kiểm tra, không lưu."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "aria-required": "true"}),
    )
