"""The box for a bulletin's code; what is pasted is judged and kept nowhere."""

from django import forms
from django.utils.translation import gettext_lazy

from kiemtin.record.statement_code import MAX_CODE


class CodeForm(forms.Form):
    """A code, or the address that a QR code holds."""

    code = forms.CharField(
        label=gettext_lazy("Mã hoặc đường dẫn của bản tin"),
        help_text=gettext_lazy("Quét mã QR rồi chép cả đường dẫn vào đây, đến hết phần sau dấu #."),
        required=False,
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "maxlength": MAX_CODE * 2,
            }
        ),
    )
